"""A question before something that cannot be undone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QVBoxLayout, QWidget

from torimodosu.window.kit.boxes import Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

_WIDTH = 440


class Question(QDialog):
    """Asks over *parent*, and is gone after the answer.

    The first of *answers* is the safe one: it has the focus, and Escape and closing the
    window mean the same, but only pressing it tells `declined`. `answered` tells the
    number of any other that was pressed.
    """

    answered = Signal(int)
    declined = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        question: str,
        consequence: str,
        *answers: str,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setObjectName("window")
        self.setWindowTitle(question)
        self.setAccessibleName(f"{question} {consequence}")
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(12))
        self.buttons = [Button(look, words) for words in answers]
        for part in (
            Text(look, question, "heading"),
            Text(look, consequence),
            Wrapped(look, *self.buttons),
        ):
            part.setFixedWidth(look.px(_WIDTH))
            column.addWidget(part)
        group = QButtonGroup(self)
        for number, button in enumerate(self.buttons):
            group.addButton(button, number)
        group.idClicked.connect(self._answer)
        safe = self.buttons[0]
        safe.setDefault(True)
        safe.setFocus()

    def _answer(self, number: int) -> None:
        self.close()
        if number:
            self.answered.emit(number)
        else:
            self.declined.emit()
