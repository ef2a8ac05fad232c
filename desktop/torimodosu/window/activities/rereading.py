"""Reading the kept mails again when they would tell other things now."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.proof import are_orders_stale
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tasks import OrdersRead
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import read_orders


class Rereading(QObject):
    """Asks the worker whenever the mails of the open case would tell other things.

    So it is with newer data packs, with keys that were looked up, and with the word of
    the person on a mail server. `ended` tells that other things may be known now,
    `missed` the Case of which kept mails are not in the archive any more.
    """

    ended = Signal()
    missed = Signal(object)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._case: Case | None = None
        self._ground: object = None

    def look(self, snapshot: Snapshot, packs: str) -> None:
        """Read the mails again if that is needed, and not under way.

        What could not be read is not tried again until something else has changed.
        """
        case, ground = snapshot.case, _ground_of(snapshot, packs)
        if case is None or self._job or not are_orders_stale(snapshot, packs):
            return
        if ground == self._ground:
            return
        self._ground = ground
        self._case = case
        self._job = self._jobs.run(
            read_orders(case),
            on_done=self._finish,
            on_failed=self._fail,
            on_cancelled=self._stop,
        )

    def _finish(self, read: OrdersRead) -> None:
        self._job = None
        self.ended.emit()
        if read.missing:
            self.missed.emit(self._case)

    def _fail(self, _error: Exception) -> None:
        # What was read before stays, and the next start tries again.
        self._job = None

    def _stop(self) -> None:
        self._job = None


def _ground_of(snapshot: Snapshot, packs: str) -> object:
    """Return what the mails are read by, and when they were read."""
    read = snapshot.case, snapshot.read_at, snapshot.orders_at
    return read, snapshot.seal, snapshot.own_servers, packs
