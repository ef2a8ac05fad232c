"""Words, amounts and icons."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel

from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.phrases import keep_phrases
from torimodosu.window.kit.tokens import TYPES, Colour, Role, Tone

_BOLD = re.compile(r"\*\*([^*]+)\*\*")
# What strangers write, such as the name of a host, may be longer than a page is wide.
_LONG_RUN = re.compile(r"[!-.0-~]{40}(?=[!-.0-~])")
_MAY_BREAK = "\u200b"
# In HTML, between tags. The module `html` brings the names of 2,000 characters along.
_AS_THEY_ARE = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))


class Text(QLabel):
    """Words in one role of the type scale, wrapped unless told otherwise."""

    def __init__(
        self,
        look: Look,
        words: str,
        role: Role = "body",
        tone: Tone = "text",
        *,
        wrap: bool = True,
    ) -> None:
        super().__init__()
        self._leading = 0
        self._heights: dict[int, int] = {}
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wrap:
            kind = TYPES[role]
            self._leading = round(look.px(kind.size) * kind.leading)
            self.setTextFormat(Qt.TextFormat.RichText)
        self.say(words)

    def say(self, words: str) -> None:
        """Show *words*, which are never taken for HTML, and tell screen readers."""
        self.setAccessibleName(words)
        self._heights.clear()
        self.setText(self._paragraph(words) if self._leading else words)

    def heightForWidth(self, width: int) -> int:
        """Return how tall the words are; layouts ask for the same again and again."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        """Forget how tall the words were in another font or style."""
        self._heights.clear()
        super().changeEvent(event)

    def _paragraph(self, words: str) -> str:
        # A fixed line height: fonts disagree on what 100 % is.
        parted = _LONG_RUN.sub(rf"\g<0>{_MAY_BREAK}", words)
        whole = keep_phrases(parted)
        for sign, written in (*_AS_THEY_ARE, ("\n", "<br>")):
            whole = whole.replace(sign, written)
        style = f"margin:0; line-height:{self._leading}px; -qt-line-height-type:fixed"
        return f'<p style="{style}">{whole}</p>'


class Aside(Text):
    """Quiet words at the end of a line, which wrap only where they have no room."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__(look, words, "small", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def sizeHint(self) -> QSize:
        """Wish for one line; a QLabel that wraps wishes for several short ones."""
        self.ensurePolished()
        width = self.fontMetrics().horizontalAdvance(self.accessibleName()) + 4
        return QSize(width, self.heightForWidth(width))


class Prose(Text):
    """Words of our own guides, in which **two stars** make words bold."""

    def say(self, words: str) -> None:
        """Show *words* and tell them to screen readers without the stars."""
        super().say(words)
        self.setAccessibleName(_BOLD.sub(r"\1", words))

    def _paragraph(self, words: str) -> str:
        return _BOLD.sub(r"<b>\1</b>", super()._paragraph(words))


class Money(QLabel):
    """An amount in tabular figures, aligned to the right."""

    def __init__(self, words: str, role: Role = "money", tone: Tone = "text") -> None:
        super().__init__(words)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self.setFont(font)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Icon(QLabel):
    """A tinted icon beside words, which a screen reader skips."""

    def __init__(
        self, look: Look, name: IconName, tone: Colour = "muted", size: float = 20
    ) -> None:
        super().__init__()
        self._look, self._name, self._tone, self._size = look, name, tone, size
        self.setFixedSize(QSize(look.px(size), look.px(size)))
        self._redraw()
        look.recoloured.connect(self._redraw)

    def _redraw(self) -> None:
        self.setPixmap(self._look.pixmap(self._name, self._tone, self._size))
