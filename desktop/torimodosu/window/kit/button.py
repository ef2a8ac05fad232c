"""Buttons: one primary, secondary ones, and quiet ones made of words only."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import Colour

ButtonKind = Literal[
    "primary", "secondary", "quiet", "link", "rail", "promise", "tool", "choice"
]

_TINTS: Mapping[ButtonKind, Colour] = {
    "primary": "on_accent",
    "secondary": "text",
    "quiet": "accent",
    "link": "accent",
    "rail": "muted",
    "promise": "muted",
    "tool": "muted",
    "choice": "accent",
}
_ICON_ONLY = 32
_AFTER_THE_WORDS = ("arrow", "next")


class Button(QPushButton):
    """A button with words, and an icon before them (an arrow: behind them)."""

    def __init__(
        self,
        look: Look,
        words: str,
        kind: ButtonKind = "secondary",
        icon: IconName | None = None,
        *,
        tint: Colour | None = None,
    ) -> None:
        super().__init__()
        self.look, self._icon, self._tint = look, icon, tint or _TINTS[kind]
        self.kind = kind
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(look.px(20), look.px(20)))
        if icon in _AFTER_THE_WORDS:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.say(words)
        self.redraw()
        look.recoloured.connect(self.redraw)

    def say(self, words: str) -> None:
        """Show *words* and give them to screen readers."""
        self.setAccessibleName(words)
        shown = words.replace("&", "&&")
        # Narrow blanks, which our faces have; one of another would be loaded for them.
        self.setText(f"\u00a0{shown}\u00a0" if self._icon else shown)

    def show_icon_only(self, icon: IconName) -> None:
        """Show *icon* instead of the words, which tell what it does."""
        self._icon = icon
        self.setText("")
        self.setToolTip(self.accessibleName())
        self.ensurePolished()
        width = max(self.look.px(_ICON_ONLY), self.sizeHint().width())
        self.setFixedWidth(width)
        self.redraw()

    def hold_back(self, why: str) -> None:
        """Take no press while there is a *why*, and say it; "" takes them again."""
        self.setEnabled(not why)
        self.setToolTip(why)
        self.setAccessibleDescription(why)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the focus of a filled button as a ring inside its edge.

        An edge around it would not stand out from both the filling and the page.
        """
        super().paintEvent(event)
        if self.kind == "primary" and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.look.colour("on_accent"), 2))
            ring = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            radius = self.look.px(5)
            painter.drawRoundedRect(ring, radius, radius)
            painter.end()

    def redraw(self) -> None:
        """Draw the icon in the theme in force."""
        if self._icon is not None:
            self.setIcon(self.look.icon(self._icon, self._tint))
