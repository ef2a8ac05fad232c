"""How a code is written and said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from torimodosu.window.kit.tokens import Role, Tone

_GROUP, _LONGER_GROUP = 3, 4


def grouped(code: str) -> str:
    """Return *code* in groups that are easy to keep in mind, letters as they are."""
    if not code.isdigit():
        return code
    size = _LONGER_GROUP if len(code) % _GROUP else _GROUP
    return " ".join(code[at : at + size] for at in range(0, len(code), size))


class Digits(QLabel):
    """A code in figures of one width, which screen readers spell."""

    def __init__(self, role: Role, tone: Tone = "text") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)

    def show_code(self, code: str, form: str = "{code}") -> None:
        """Show *code* within the words of *form*."""
        self.setText(form.format(code=grouped(code)))
        self.setAccessibleName(form.format(code=" ".join(code)))

    def clear(self) -> None:
        """Show no code, and let none be read out."""
        super().clear()
        self.setAccessibleName("")
