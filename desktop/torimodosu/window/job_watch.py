"""What goes on in the background, shown in the rail whatever page is open."""

from PySide6.QtCore import QObject

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.intake import Intake
from torimodosu.window.activities.password_audit import PasswordAudit
from torimodosu.window.activities.statement_intake import StatementIntake
from torimodosu.window.case_file import CaseFile
from torimodosu.window.rail import Rail


class JobWatch(QObject):
    """Shows the job under way: mails, statements, passwords, making practice."""

    def __init__(
        self,
        *,
        rail: Rail,
        intake: Intake,
        statements: StatementIntake,
        audit: PasswordAudit,
        case_file: CaseFile,
    ) -> None:
        super().__init__()
        self._rail, self._intake, self._statements = rail, intake, statements
        self._audit = audit
        intake.changed.connect(self._show_reading)
        statements.changed.connect(self._show_reading)
        audit.changed.connect(self._show_reading)
        case_file.practice_progressed.connect(self._show_practice)
        case_file.opened.connect(self._end_practice)
        case_file.failed.connect(self._end_practice)

    def _show_reading(self) -> None:
        if self._intake.is_running:
            share = _share(self._intake.done, self._intake.total)
            self._rail.show_job(self.tr("Reading your mail"), share)
        elif self._statements.is_running:
            share = _share(self._statements.done, self._statements.total)
            self._rail.show_job(self.tr("Reading your statements"), share)
        elif self._audit.is_running:
            share = _share(self._audit.done, self._audit.total)
            self._rail.show_job(self.tr("Looking through your passwords"), share)
        else:
            self._rail.hide_job()

    def _show_practice(self, done: int, total: int) -> None:
        words = self.tr("Making the practice incident")
        self._rail.show_job(words, _share(done, total))

    def _end_practice(self, _outcome: Snapshot | Exception) -> None:
        if not self._intake.is_running:
            self._rail.hide_job()


def _share(done: int, total: int) -> float:
    return min(1.0, done / total) if total else 0.0
