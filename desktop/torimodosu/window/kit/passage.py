"""Words that are read out on the telephone, or copied into a letter or a form."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text

_LINE, _ABOVE, _MOST_LINES = 24, 24, 18


class Passage(Box):
    """The words below their title, a button that copies them, and a hint."""

    def __init__(self, look: Look, title: str, words: str, *, hint: str) -> None:
        super().__init__(look, "card", gap=10)
        self._words = words
        copy = Button(look, self.tr("Copy all of it"), "secondary", "copy")
        copy.clicked.connect(self._copy)
        self._copied = Text(look, "", "small", "muted")
        self._copied.hide()
        view = QPlainTextEdit(words)
        view.setReadOnly(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setTabChangesFocus(True)
        view.setAccessibleName(title)
        lines = min(words.count("\n") + 1, _MOST_LINES)
        view.setFixedHeight(look.px(_LINE * lines + _ABOVE))
        self.add(section(look, title), view)
        self.add(Wrapped(look, copy), self._copied, Text(look, hint, "small", "muted"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._words)
        self._copied.say(self.tr("Copied. Paste it into a letter or a form."))
        self._copied.show()
