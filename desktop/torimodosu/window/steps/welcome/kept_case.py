"""One kept case in the list of the first page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from torimodosu.recovery.case.case import Case
from torimodosu.window.kit.blocks import pair
from torimodosu.window.kit.boxes import Chip, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.words.dates import full_day_words


class KeptCase(QWidget):
    """Says which case it is.

    `case_chosen` tells the Case to go on with, `deletion_asked` the one to delete.
    """

    case_chosen = Signal(object)
    deletion_asked = Signal(object)

    def __init__(self, look: Look, case: Case, service: str) -> None:
        """Show *case*, in which *service* is what the shop is called."""
        super().__init__()
        self._case = case
        noticed = full_day_words(case.answers.noticed)
        words = self.tr("Noticed on {day}").format(day=noticed)
        row = Row(look, pair(look, service, words, small=True), gap=12, below=1)
        row.line.setStretch(0, 1)
        if case.is_practice:
            sign = Chip(look, self.tr("Practice incident"), "flag", "attention")
            row.line.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        button = Button(look, self.tr("Go on"), "secondary")
        button.setAccessibleName(self.tr("Go on with {case}").format(case=service))
        button.clicked.connect(self._choose)
        row.line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        delete = Button(look, self.tr("Delete"), "link")
        delete.setAccessibleName(self.tr("Delete {case}").format(case=service))
        delete.clicked.connect(self._ask_for_deletion)
        row.line.addWidget(delete, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(4))
        line.addWidget(row)

    def _choose(self) -> None:
        self.case_chosen.emit(self._case)

    def _ask_for_deletion(self) -> None:
        self.deletion_asked.emit(self._case)
