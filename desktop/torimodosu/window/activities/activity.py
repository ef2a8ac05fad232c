"""Work in the background of which only one piece at a time may be under way."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.heavy import Heavy

T = TypeVar("T")


class Activity(QObject):
    """Runs jobs one at a time, and says how far the one under way is.

    `changed` tells that one began or ended, `progressed` what is done of how much.

    Attributes:
        done: How much of `total` the job under way, or the last one, has done.
        total: How much there is to do, 0 before that is known.
        error: Why the last job failed, or None.

    """

    changed = Signal()
    progressed = Signal(object, object)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self.done = self.total = 0
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether a job is under way."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop; what was kept or told until then stays."""
        if self._job is not None:
            self._job.cancel()

    def _begin(
        self,
        work: Callable[[Progress], T] | Heavy[T],
        on_done: Callable[[T], None],
        on_found: Callable[[list[Any]], None] | None = None,
    ) -> None:
        """Run *work*; *on_done* ends with `_end`."""
        self.done = self.total = 0
        self.error = None
        self._go_on(work, on_done, on_found)
        self.changed.emit()

    def _go_on(
        self,
        work: Callable[[Progress], T] | Heavy[T],
        on_done: Callable[[T], None],
        on_found: Callable[[list[Any]], None] | None = None,
    ) -> None:
        """Run *work* as a further part of what has begun."""
        self._job = self._jobs.run(
            work,
            on_done=on_done,
            on_failed=self._fail,
            on_progress=self._get_on,
            on_cancelled=self._stop,
            on_found=on_found,
        )

    def _get_on(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.progressed.emit(done, total)

    def _fail(self, error: Exception) -> None:
        self._end(error)

    def _stop(self) -> None:
        self._end()

    def _end(self, error: Exception | None = None) -> None:
        """Have no job under way any more."""
        self._job, self.error = None, error
        self.changed.emit()
