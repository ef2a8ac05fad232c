"""The field in which an account is searched for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SearchField(QLineEdit):
    """Takes a few letters; keys that go up and down go to *found* instead."""

    def __init__(self, found: QWidget) -> None:
        super().__init__()
        self._found = found
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search the accounts"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down in what was found."""
        if event.key() in _MOVES:
            QApplication.sendEvent(self._found, event)
        else:
            super().keyPressEvent(event)
