"""Reading statements while the person goes on: the job, apart from the pages."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.statement_task import ReadStatements, StatementsRead
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import read_statements


class StatementIntake(Activity):
    """Reads statements, some after the others; `ended` tells the StatementsRead.

    `changed` tells how far it is, too. `was_stopped` tells that the person stopped the
    last reading before its end.
    """

    ended = Signal(object)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self.progressed.connect(self.changed)
        self._waiting: list[ReadStatements] = []
        self.result: StatementsRead | None = None
        self.was_stopped = False

    def start(self, case: Case, files: Sequence[str], *, card: int = 0) -> None:
        """Read *files*, after those that are being read; of *card* if it is not 0."""
        request = ReadStatements(case=case, files=tuple(files), card=card)
        if self._job is not None:
            self._waiting.append(request)
            return
        self.result, self.was_stopped = None, False
        self._begin(read_statements(request), self._finish)

    def cancel(self) -> None:
        """Stop; what was kept stays kept."""
        self._waiting.clear()
        super().cancel()

    def forget(self) -> None:
        """Drop the last result, as when another case is opened."""
        self._waiting.clear()
        if self._job is None:
            self.result = self.error = None
            self.was_stopped = False
            self.changed.emit()

    def _finish(self, read: StatementsRead) -> None:
        before = () if self.result is None else self.result.files
        self._job = None
        self.result = StatementsRead(files=(*before, *read.files))
        if self._waiting:
            self._go_on(read_statements(self._waiting.pop(0)), self._finish)
            self.changed.emit()
            return
        self.changed.emit()
        self.ended.emit(self.result)

    def _stop(self) -> None:
        self.was_stopped = True
        super()._stop()

    def _fail(self, error: Exception) -> None:
        self._waiting.clear()
        super()._fail(error)
