"""Light work, on a thread."""

import logging
import time
from collections.abc import Callable
from functools import partial

from torimodosu.recovery.progress import Cancelled, Progress
from torimodosu.window.jobs.job import Job

log = logging.getLogger(__name__)

Event = Callable[[], None]

SECONDS_BETWEEN_REPORTS = 1 / 30


class LightWorker:
    """Does the work of a job on another thread, and is its `Progress` there.

    It tells events to the runner, which outlives it, and never emits a signal of
    the job, which the GUI thread may be deleting.
    """

    def __init__(
        self,
        job: Job,
        work: Callable[[Progress], object],
        tell: Callable[[Event], None],
    ) -> None:
        self._job = job
        self._work = work
        self._tell = tell
        self._untold: tuple[int, int] | None = None
        self._next_report = 0.0

    def run(self) -> None:
        """Do the work and tell how it ended."""
        try:
            if self._job.is_cancelled:
                raise Cancelled  # noqa: TRY301 -- ends like any cancelled work
            result = self._work(self)
        except Cancelled:
            self._tell(self._job.cancelled.emit)
        except Exception as error:
            log.exception("job failed")
            self._tell(partial(self._job.failed.emit, error))
        else:
            self._tell_progress()
            self._tell(partial(self._job.done.emit, result))
        finally:
            self._tell(self._job.deleteLater)

    def report(self, done: int, total: int) -> None:
        """Tell the progress, at a pace that the eye can follow."""
        if self._job.is_cancelled:
            raise Cancelled
        self._untold = (done, total)
        if time.monotonic() >= self._next_report:
            self._tell_progress()

    def _tell_progress(self) -> None:
        if self._untold is not None:
            self._tell(partial(self._job.progressed.emit, *self._untold))
            self._untold = None
            self._next_report = time.monotonic() + SECONDS_BETWEEN_REPORTS
