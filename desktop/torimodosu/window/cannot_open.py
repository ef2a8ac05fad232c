"""What is shown instead of the pages while the store cannot be used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from torimodosu.window.troubles import trouble_words

WIDEST = 640


class CannotOpen(QWidget):
    """Says what is the matter, what is safe, and what to do."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        title = QLabel(self.tr("The saved cases cannot be opened"))
        font = title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        self.words = QLabel(trouble_words(error))
        leave = QPushButton(self.tr("Quit"))
        leave.clicked.connect(QApplication.quit)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for part in (title, self.words):
            part.setWordWrap(True)
            part.setMinimumWidth(WIDEST)
            part.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            column.addWidget(part)
        column.addWidget(leave, alignment=Qt.AlignmentFlag.AlignLeft)
