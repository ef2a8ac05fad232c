"""Reading statements while the person goes on: the job, apart from the pages."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.tasks import ReadStatements, StatementsRead
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import read_statements


class StatementIntake(QObject):
    """The one reading of statements that may be under way.

    `changed` tells that it began, got on or ended, `ended` the StatementsRead.
    """

    changed = Signal()
    ended = Signal(object)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._waiting: list[ReadStatements] = []
        self.done = self.total = 0
        self.result: StatementsRead | None = None
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether statements are being read."""
        return self._job is not None

    def start(self, case: Case, files: Sequence[str], *, card: int = 0) -> None:
        """Read *files*, after those that are being read; of *card* if it is not 0."""
        request = ReadStatements(case=case, files=tuple(files), card=card)
        if self._job is not None:
            self._waiting.append(request)
            return
        self.done = self.total = 0
        self.result = self.error = None
        self._run(request)

    def cancel(self) -> None:
        """Stop; what was kept stays kept."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Drop the last result, as when another case is opened."""
        self._waiting.clear()
        if self._job is None:
            self.result = self.error = None
            self.changed.emit()

    def _run(self, request: ReadStatements) -> None:
        self._job = self._jobs.run(
            read_statements(request),
            on_done=self._finish,
            on_failed=self._fail,
            on_progress=self._show_progress,
            on_cancelled=self._stop,
        )
        self.changed.emit()

    def _show_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def _finish(self, read: StatementsRead) -> None:
        before = () if self.result is None else self.result.files
        self._job = None
        self.result = StatementsRead(files=(*before, *read.files))
        if self._waiting:
            self._run(self._waiting.pop(0))
            return
        self.changed.emit()
        self.ended.emit(self.result)

    def _fail(self, error: Exception) -> None:
        self._job, self.error = None, error
        self._waiting.clear()
        self.changed.emit()

    def _stop(self) -> None:
        self._job = None
        self.changed.emit()
