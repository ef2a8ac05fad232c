"""What is shown instead of the pages while the store cannot be used."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from torimodosu.window.kit.phrases import keep_phrases
from torimodosu.window.troubles import trouble_words

WIDEST = 640


class CannotOpen(QWidget):
    """Says what is the matter, what is safe, and what to do."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        title = QLabel(self.tr("The saved cases cannot be opened"))
        font = title.font()
        font.setBold(True)
        # In px: a font may be given in these, and has no size in points then.
        font.setPixelSize(round(QFontInfo(font).pixelSize() * 1.5))
        title.setFont(font)
        self.words = QLabel(keep_phrases(trouble_words(error)))
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
