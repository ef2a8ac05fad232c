"""Frames and rows: what holds other parts."""

from collections.abc import Iterator
from typing import Literal, Self

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from torimodosu.window.kit.flow import Flow
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark, State, sign_of, words_of
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.kit.tokens import Tone

BoxKind = Literal[
    "card",
    "hero",
    "sunken",
    "waiting",
    "over",
    "info",
    "ok",
    "attention",
    "danger",
    "plain",
    "pill_accent",
    "bar",
    "rail",
]


class Box(QFrame):
    """A frame with a vertical body; lengths are px at 100 %."""

    def __init__(
        self, look: Look, kind: BoxKind = "card", *, pad: int = 20, gap: int = 12
    ) -> None:
        super().__init__()
        self.setProperty("box", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*[look.px(pad)] * 4)
        self.body.setSpacing(look.px(gap))

    def add(self, *parts: QWidget | QLayout) -> Self:
        """Put *parts* below each other."""
        for part in parts:
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        return self

    def turn(self, kind: BoxKind) -> None:
        """Become a box of another kind."""
        self.setProperty("box", kind)
        self.style().unpolish(self)
        self.style().polish(self)


class Row(QWidget):
    """Parts side by side, which stack when the row is narrower than *below*.

    Where *below* is given, they also stack as soon as they would not fit.
    """

    def __init__(
        self, look: Look, *parts: QWidget, gap: int = 16, below: int = 0
    ) -> None:
        super().__init__()
        self._narrow = look.px(below)
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(look.px(gap))
        for part in parts:
            self.line.addWidget(part)

    def share(self, *weights: int) -> Self:
        """Divide the width among the parts by *weights*."""
        for number, weight in enumerate(weights):
            self.line.setStretch(number, weight)
        return self

    def sizeHint(self) -> QSize:
        """Wish for room side by side, so that a stacked row can get wide again."""
        whole = super().sizeHint()
        if not self._narrow:
            return whole
        hints = [item.sizeHint().width() for item in self._items()]
        return QSize(sum(hints) + self._gaps(), whole.height())

    def minimumSizeHint(self) -> QSize:
        """Allow the row to get as narrow as its widest part, so that it can stack."""
        whole = super().minimumSizeHint()
        if not self._narrow:
            return whole
        widest = max((item.minimumSize().width() for item in self._items()), default=0)
        return QSize(min(whole.width(), widest), whole.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the row into a column where it is too narrow."""
        self._turn(event.size().width())
        super().resizeEvent(event)

    def fit(self) -> None:
        """Stand side by side if there is room for the parts that are visible now."""
        self._turn(self.width())

    def _turn(self, width: int) -> None:
        ways = QBoxLayout.Direction
        least = sum(item.minimumSize().width() for item in self._items())
        is_tight = width < self._narrow or width < least + self._gaps()
        way = ways.TopToBottom if self._narrow and is_tight else ways.LeftToRight
        if self.line.direction() != way:
            self.line.setDirection(way)

    def _items(self) -> Iterator[QLayoutItem]:
        for number in range(self.line.count()):
            item = self.line.itemAt(number)
            if item is not None:
                yield item

    def _gaps(self) -> int:
        return self.line.spacing() * max(0, self.line.count() - 1)


class Wrapped(QWidget):
    """Parts side by side, which go on in a new line, such as a few buttons."""

    def __init__(self, look: Look, *parts: QWidget, gap: int = 8) -> None:
        super().__init__()
        flow = Flow(self, gap=look.px(gap))
        for part in parts:
            flow.addWidget(part)


class Chip(QFrame):
    """A pill: shape and word on the soft colour of its tone."""

    def __init__(self, look: Look, words: str, icon: IconName, tone: Tone) -> None:
        super().__init__()
        self.setProperty("box", f"pill_{tone}")
        self.setAccessibleName(words)
        self.setFixedHeight(look.px(26))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(8), 0, look.px(11), 0)
        line.setSpacing(look.px(6))
        line.addWidget(Icon(look, icon, tone, 16))
        line.addWidget(Text(look, words, "smallstrong", tone, wrap=False))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


def chip_of(look: Look, state: State | Mark) -> Chip:
    """Return the chip of a state."""
    icon, tone = sign_of(state)
    return Chip(look, words_of(state), icon, tone)


def divider() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setProperty("box", "line")
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line
