"""Heavy work, in the worker process: one job after the other."""

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from torimodosu.frames import JobTrouble, Message, Word
from torimodosu.plain import NotPlainError, from_plain
from torimodosu.window.jobs.job import Job, JobFailedError
from torimodosu.window.jobs.process import WorkerProcess

log = logging.getLogger(__name__)

T = TypeVar("T")

MILLISECONDS_BETWEEN_ROWS = 100
# Who does not stop when asked is ended: what it has kept is kept.
MILLISECONDS_TO_CANCEL = 5000
# One that dies again and again is not started again before a job needs it.
DEATHS_IN_A_ROW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Heavy(Generic[T]):
    """Work for the worker process.

    Attributes:
        name: As the worker knows the job.
        arguments: Plain data for it: a dict with strings as keys.
        result: What its result is, such as a dataclass; None where it has none.
        row: What each of its rows is; None leaves them plain.
        runs_beside: Whether it leaves alone what other heavy work is about, so that it
            need not wait for that.

    """

    name: str
    arguments: object
    result: type[T]
    row: type | None = None
    runs_beside: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class _Task:
    number: int
    job: Job
    work: Heavy[Any]
    found: list[object] = field(default_factory=list)


class HeavyJobs(QObject):
    """Owns a worker process, gives it jobs, and replaces it when it dies.

    `ended` tells that a job has, whatever came of it.
    """

    ended = Signal()

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._command = command
        self._process: WorkerProcess | None = None
        self._is_ready = False
        self._deaths = 0
        self._numbers = 0
        self._waiting: deque[_Task] = deque()
        self._current: _Task | None = None
        self._flush = QTimer(self, interval=MILLISECONDS_BETWEEN_ROWS)
        self._flush.timeout.connect(self._flush_rows)
        self._patience = QTimer(self, interval=MILLISECONDS_TO_CANCEL, singleShot=True)

    @property
    def is_busy(self) -> bool:
        """Tell whether a job that is given now has to wait."""
        return self._current is not None or bool(self._waiting)

    def prepare(self) -> None:
        """Start the worker, so that it has imported everything when it is needed."""
        if self._process is None and self._command:
            self._process = WorkerProcess(self._command, self)
            self._process.message_came.connect(self._take)
            self._process.died.connect(self._replace)
            self._patience.timeout.connect(self._process.kill)
            self._process.start()

    def run(self, job: Job, work: Heavy[Any]) -> None:
        """Do *work* as soon as all that was asked for before has ended."""
        self._numbers += 1
        task = _Task(number=self._numbers, job=job, work=work)
        job.on_cancel = partial(self._cancel, task)
        self._waiting.append(task)
        self._next()

    def forget(self) -> None:
        """Call nobody back any more, and let the process know that it may end."""
        self._flush.stop()
        self._patience.stop()
        self._waiting.clear()
        self._current = None
        if self._process is not None:
            self._process.hang_up()

    def rest(self) -> None:
        """Let the process end where nothing is to be done; the next job starts one."""
        if self._process is None or self.is_busy:
            return
        self._process.dismiss()
        self._process = None
        self._is_ready = False

    def leave(self) -> None:
        """Let the process end; that cancels what it does."""
        for process in self.findChildren(WorkerProcess):
            process.leave()

    def _next(self) -> None:
        if self._current is not None or not self._waiting:
            return
        self.prepare()
        self._current = task = self._waiting.popleft()
        self._flush.start()
        work = task.work
        self._send(Word.RUN, task, job=work.name, arguments=work.arguments)

    def _cancel(self, task: _Task) -> None:
        if task is self._current:
            self._send(Word.CANCEL, task)
            # One that is still starting hears of it when it is through.
            if self._is_ready:
                self._patience.start()
        elif task in self._waiting:
            self._waiting.remove(task)
            task.job.cancelled.emit()
            task.job.deleteLater()

    def _send(self, word: Word, task: _Task, **content: object) -> None:
        if self._process is not None:
            message = {"is": word.value, "number": task.number, **content}
            self._process.send(message)

    def _take(self, message: Message) -> None:
        task = self._current
        if message.get("is") == Word.READY.value:
            self._is_ready = True
            if task is not None and task.job.is_cancelled:
                self._patience.start()
            return
        if task is None or message.get("number") != task.number:
            self._reject(message)
            return
        try:
            self._hear(task, message)
        except (NotPlainError, ValueError):
            log.exception("the worker speaks another language")
            self._reject(message)

    def _hear(self, task: _Task, message: Message) -> None:
        self._deaths = 0
        match message:
            case {"is": Word.PROGRESS.value, "done": done, "total": total}:
                task.job.progressed.emit(done, total)
            case {"is": Word.ROWS.value, "rows": list(rows)}:
                row = task.work.row
                task.found += (
                    rows if row is None else [from_plain(row, r) for r in rows]
                )
            case {"is": Word.DONE.value, "result": plain}:
                result = from_plain(task.work.result, plain)
                self._end(task, partial(task.job.done.emit, result))
            case {"is": Word.FAILED.value, "trouble": trouble, "detail": str(detail)}:
                self._fail(task, JobTrouble(trouble), detail)
            case {"is": Word.CANCELLED.value}:
                self._end(task, task.job.cancelled.emit)
            case _:
                self._reject(message)

    def _reject(self, message: Message) -> None:
        log.error("the worker sent what nobody asked for: %.80r", message)
        if self._process is not None:
            self._process.kill()

    def _fail(self, task: _Task, trouble: JobTrouble, detail: str) -> None:
        error = JobFailedError(trouble, detail)
        self._end(task, partial(task.job.failed.emit, error))

    def _end(self, task: _Task, tell: Callable[[], None]) -> None:
        self._flush_rows()
        self._flush.stop()
        self._patience.stop()
        self._current = None
        tell()
        if shiboken6.isValid(task.job):  # whoever is told may have shut down
            task.job.deleteLater()
        self._next()
        self.ended.emit()

    def _flush_rows(self) -> None:
        task = self._current
        if task is not None and task.found:
            found, task.found = task.found, []
            task.job.found.emit(found)

    def _replace(self, how: str) -> None:
        """Tell the job that the worker has died of, and start another worker."""
        task = self._current
        # Whoever cancels may have to end it.
        is_asked_for = task is not None and task.job.is_cancelled
        log.log(logging.INFO if is_asked_for else logging.WARNING, "the worker %s", how)
        if self._process is not None:
            self._process.deleteLater()
            self._process = None
        self._is_ready = False
        self._deaths += 1
        if self._deaths < DEATHS_IN_A_ROW:
            self.prepare()
        if task is None:
            return
        if is_asked_for:
            self._end(task, task.job.cancelled.emit)
        else:
            self._fail(task, JobTrouble.WORKER_DIED, how)
