"""Taking everything out and deleting everything: the jobs, apart from their page."""

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from torimodosu.frames import JobTrouble
from torimodosu.recovery.plan.tasks import TakenOut
from torimodosu.window.house_ports import HousePorts
from torimodosu.window.jobs import Job, JobFailedError, JobRunner
from torimodosu.window.jobs.tasks import take_out


class Leaving(Enum):
    """What is under way."""

    NOTHING = "nothing"
    TAKING_OUT = "taking_out"
    FORGETTING = "forgetting"


class Departure(QObject):
    """The one job of its kind that may be under way.

    `changed` tells that one began or ended, `progressed` how far it is in done and
    total; `forgotten` how many secrets remained when all else was forgotten, and
    `failed` the exception when not all could be.
    """

    changed = Signal()
    progressed = Signal(object, object)
    forgotten = Signal(int)
    failed = Signal(Exception)

    def __init__(self, jobs: JobRunner, house: HousePorts) -> None:
        super().__init__()
        self._jobs, self._house = jobs, house
        self._job: Job | None = None
        self.leaving = Leaving.NOTHING
        self.taken: TakenOut | None = None
        self.trouble: JobTrouble | None = None

    def take_out(self, folder: Path) -> None:
        """Write all that is kept into a new folder below *folder*."""
        if self.leaving is not Leaving.NOTHING:
            return
        self._begin(Leaving.TAKING_OUT)
        self._job = self._jobs.run(
            take_out(str(folder)),
            on_done=self._keep_taken,
            on_failed=self._keep_trouble,
            on_progress=self._tell_progress,
            on_cancelled=self._end,
        )

    def cancel(self) -> None:
        """Take nothing out after all; what was written goes."""
        if self._job is not None and self.leaving is Leaving.TAKING_OUT:
            self._job.cancel()

    def forget_all(self) -> None:
        """Forget every case and every secret; nothing cancels that."""
        if self.leaving is not Leaving.NOTHING:
            return
        self._begin(Leaving.FORGETTING)
        self._job = self._jobs.run(
            self._house.forget_all,
            on_done=self._tell_forgotten,
            on_failed=self._tell_failed,
            on_progress=self._tell_progress,
        )

    def _begin(self, leaving: Leaving) -> None:
        self.leaving, self.taken, self.trouble = leaving, None, None
        self.changed.emit()

    def _tell_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _keep_taken(self, taken: TakenOut) -> None:
        self.taken = taken
        self._end()

    def _keep_trouble(self, error: Exception) -> None:
        self.trouble = JobTrouble.MISTAKE
        if isinstance(error, JobFailedError):
            self.trouble = error.trouble
        self._end()

    def _tell_forgotten(self, secrets: int) -> None:
        self._end()
        self.forgotten.emit(secrets)

    def _tell_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._job, self.leaving = None, Leaving.NOTHING
        self.changed.emit()
