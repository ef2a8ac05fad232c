"""The one way to run work in the background."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, SignalInstance

from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs.heavy import Heavy, HeavyJobs
from torimodosu.window.jobs.job import Job
from torimodosu.window.jobs.light import Event, LightWorker
from torimodosu.window.jobs.line import Line

T = TypeVar("T")


class JobRunner(QObject):
    """Runs light work on its threads and heavy work in its worker processes.

    One does heavy work in the order of asking. Another is there while that one is busy
    and something is asked for that runs beside: a mail is judged while statements are
    being read. The runner owns the jobs until they have ended.
    """

    _happened = Signal(object)

    def __init__(
        self,
        *,
        threads: int = 4,
        worker: Sequence[str] = (),
        beside: Sequence[str] = (),
    ) -> None:
        """Take the command that starts the worker; without one no work is heavy.

        *beside* starts the other one; without it all heavy work waits for its turn.
        """
        super().__init__()
        self._pool = ThreadPoolExecutor(threads)
        self._heavy = HeavyJobs(worker, self)
        self._beside = HeavyJobs(beside, self) if beside else self._heavy
        for jobs in (self._heavy, self._beside):
            jobs.ended.connect(self._let_beside_rest)
        self._is_shut_down = False
        self._happened.connect(self._deliver)

    def prepare(self) -> None:
        """Start the worker process ahead of its first job."""
        if not self._is_shut_down:
            self._heavy.prepare()

    def rest(self) -> None:
        """Let the worker processes go until there is heavy work again."""
        self._heavy.rest()
        self._beside.rest()

    @property
    def is_idle(self) -> bool:
        """Tell whether no job is under way."""
        return not self.findChildren(Job)

    def run(  # noqa: PLR0913 -- work speaks in as many ways
        self,
        work: Callable[[Progress], T] | Heavy[T],
        *,
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
        on_progress: Callable[[int, int], None] | None = None,
        on_cancelled: Callable[[], None] | None = None,
        on_found: Callable[[list[Any]], None] | None = None,
        line: Line | None = None,
    ) -> Job:
        """Run *work* in the background and call back on the GUI thread.

        The callbacks are connected before the work starts, so none is missed.
        They are methods of a QObject; when that dies, the work is cancelled.
        *on_found* takes what heavy work finds on its way, a few times a second. Heavy
        work fails with `JobFailedError`, light work with whatever it raised. Light work
        in a *line* waits for what came before it there, and is never cancelled by
        itself.
        """
        job = Job(self, keeps=line is not None)
        if self._is_shut_down:
            return job
        _connect(job, job.done, on_done)
        _connect(job, job.failed, on_failed)
        _connect(job, job.progressed, on_progress)
        _connect(job, job.cancelled, on_cancelled)
        _connect(job, job.found, on_found)
        if isinstance(work, Heavy):
            self._process_for(work).run(job, work)
        else:
            self._submit(LightWorker(job, work, self._happened.emit), line)
        return job

    def shut_down(self) -> None:
        """Cancel all work, wait for the workers to leave, and call back no more.

        What stands in a line is done before.
        """
        self._is_shut_down = True
        self._heavy.forget()
        self._beside.forget()
        for job in self.findChildren(Job):
            if not job.keeps:
                job.cancel()
        self._pool.shutdown()
        self._heavy.leave()
        self._beside.leave()
        for job in self.findChildren(Job):
            # Left to the garbage collector, its Python half may go first; the end of
            # whoever it calls back would then look for `cancel` in vain.
            shiboken6.delete(job)

    def _process_for(self, work: Heavy[Any]) -> HeavyJobs:
        is_beside = work.runs_beside and self._heavy.is_busy
        return self._beside if is_beside else self._heavy

    def _let_beside_rest(self) -> None:
        """Give the memory of the other worker back, unless it may be asked again."""
        if self._beside is not self._heavy and not self._heavy.is_busy:
            self._beside.rest()

    def _submit(self, worker: LightWorker, line: Line | None) -> None:
        if line is None:
            self._pool.submit(worker.run)
        elif line.add(worker.run):
            self._pool.submit(line.move)

    def _deliver(self, event: Event) -> None:
        if not self._is_shut_down:
            event()


def _connect(
    job: Job, signal: SignalInstance, callback: Callable[..., None] | None
) -> None:
    if callback is None:
        return
    receiver = getattr(callback, "__self__", None)
    if not isinstance(receiver, QObject):
        message = "a callback is a method of a QObject: others outlive their page"
        raise TypeError(message)
    signal.connect(callback)
    if not job.keeps:
        receiver.destroyed.connect(job.cancel)
