"""Reading the orders again when the data packs have learned something."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.plan.proof import are_orders_stale
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.tasks import OrdersRead
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import read_orders


class Rereading(QObject):
    """Asks the worker whenever the orders of the open case are not those of the packs.

    `ended` tells that other orders may be known now.
    """

    ended = Signal()

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None

    def look(self, snapshot: Snapshot, packs: str) -> None:
        """Read the orders again if that is needed, and not under way."""
        case = snapshot.case
        if case is None or self._job or not are_orders_stale(snapshot, packs):
            return
        self._job = self._jobs.run(
            read_orders(case),
            on_done=self._finish,
            on_failed=self._fail,
            on_cancelled=self._stop,
        )

    def _finish(self, _read: OrdersRead) -> None:
        self._job = None
        self.ended.emit()

    def _fail(self, _error: Exception) -> None:
        # What was read before stays, and the next start tries again.
        self._job = None

    def _stop(self) -> None:
        self._job = None
