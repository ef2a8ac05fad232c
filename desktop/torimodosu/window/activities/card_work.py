"""Working on the cards again whenever something that it rests on was changed."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import work_on_cards


class CardWorker(QObject):
    """Asks the worker whenever the work on the cards of the open case is stale.

    `changed` tells that it began or ended, `ended` that its result is kept.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._ground: object = None

    @property
    def is_running(self) -> bool:
        """Tell whether the cards are being worked on."""
        return self._job is not None

    def look(self, snapshot: Snapshot) -> None:
        """Work on the cards if that is needed, and not under way.

        What the person says meanwhile is stale again when it ends, and taken up then.
        The same is never worked on twice: whatever came of it, it would come again.
        """
        case, ground = snapshot.case, _ground_of(snapshot)
        if case is None or self._job is not None or not snapshot.is_card_work_stale:
            return
        if ground == self._ground:
            return
        self._ground = ground
        self._job = self._jobs.run(
            work_on_cards(case),
            on_done=self._finish,
            on_failed=self._fail,
            on_cancelled=self._stop,
        )
        self.changed.emit()

    def _finish(self, _nothing: None) -> None:
        self._job = None
        self.ended.emit()
        self.changed.emit()

    def _fail(self, _error: Exception) -> None:
        # What was worked out before stays; the next change, or start, tries again.
        self._job = None
        self.changed.emit()

    def _stop(self) -> None:
        self._job = None
        self.changed.emit()


def _ground_of(snapshot: Snapshot) -> object:
    """Return what the work rests on: it changes with all that is kept, and the day."""
    read = snapshot.read_at, snapshot.orders_at
    return snapshot.case, snapshot.saved_at, read, snapshot.at.date()
