"""What the pages about cards work with: reading, working out, and noting."""

from PySide6.QtCore import QObject

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.card_work import CardWorker
from torimodosu.window.activities.statement_intake import StatementIntake
from torimodosu.window.case_file import CaseFile
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.ports import Ports


class CardDesk(QObject):
    """Keeps what is known of the cards of the open case in step with what is read."""

    def __init__(self, ports: Ports, case_file: CaseFile) -> None:
        super().__init__()
        self.statements = StatementIntake(ports.jobs)
        self.worker = CardWorker(ports.jobs)
        self.notes = CardNotes(ports.card_book, ports.statement_log, case_file.keep)
        for part in (self.statements, self.worker, self.notes):
            part.setParent(self)
        self.statements.ended.connect(case_file.refresh)
        self.worker.ended.connect(case_file.refresh)
        case_file.changed.connect(self.worker.look)
        case_file.opened.connect(self._forget)

    def _forget(self, _snapshot: Snapshot) -> None:
        self.statements.forget()
