"""A field with a button behind it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from torimodosu.window.kit.boxes import Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look


class AskLine(QWidget):
    """Asks for one thing; `given` tells what was typed, which is not kept here."""

    given = Signal(str)

    def __init__(self, look: Look, label: str, hint: str, button: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.returnPressed.connect(self._give)
        self.button = Button(look, button, "secondary")
        self.button.clicked.connect(self._give)
        self._labelled = Labelled(look, label, self.field, hint)
        row = Row(look, self._labelled, self.button, gap=8, below=460)
        row.line.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)

    def hide_text(self) -> None:
        """Show dots instead of what is typed."""
        self.field.setEchoMode(QLineEdit.EchoMode.Password)

    def attend(self, why: str) -> None:
        """Say below the field what was wrong with what was typed before."""
        self._labelled.attend(why)

    def _give(self) -> None:
        if self.field.text():
            self.given.emit(self.field.text())
