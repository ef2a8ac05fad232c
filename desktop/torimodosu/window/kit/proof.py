"""Before and after: what is so now, and what will prove that it is put right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from torimodosu.window.kit.blocks import pair
from torimodosu.window.kit.boxes import Box, Chip, Row, divider
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Sign
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.kit.tokens import Colour

_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One of several moments on a line: its mark, when it was, and what happened."""

    icon: IconName
    tint: Colour
    when: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofLine:
    """A line of one side: what is so, or what is still to come."""

    icon: IconName
    tint: Colour
    words: str
    small: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of the panel.

    Attributes:
        title: Such as "Now".
        said: The word of its chip.
        sign: The shape of its chip.
        lines: What is so.
        is_settled: False draws it dashed, as something that has yet to come true.

    """

    title: str
    said: str
    sign: Sign
    lines: tuple[ProofLine, ...]
    is_settled: bool = True


class Moments(QWidget):
    """Moments in their order on one line, the odd one marked by its shape."""

    def __init__(self, look: Look, moments: Sequence[Moment]) -> None:
        super().__init__()
        self.setAccessibleName(
            ". ".join(f"{moment.when}: {moment.words}" for moment in moments)
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(look.px(2))
        for number, moment in enumerate(moments):
            mark = QHBoxLayout()
            mark.setSpacing(look.px(8))
            mark.addWidget(Icon(look, moment.icon, moment.tint, 22))
            if number < len(moments) - 1:
                mark.addWidget(_thread(), 1)
            else:
                mark.addStretch()
            grid.addLayout(mark, 0, number)
            grid.addWidget(Text(look, moment.when, "strong"), 1, number, _TOP)
            words = Text(look, moment.words, "small", "muted")
            grid.addWidget(words, 2, number, _TOP)
            grid.setColumnStretch(number, 1)


class ProofPanel(Row):
    """Two sides with an arrow between them, which points down where they stack."""

    def __init__(self, look: Look, now: Side, then: Side) -> None:
        super().__init__(look, gap=12, below=560)
        self._right, self._down = (
            Icon(look, "arrow", "muted", 24),
            Icon(look, "below", "muted", 24),
        )
        self.line.addWidget(_side(look, now), 1)
        for arrow in (self._right, self._down):
            self.line.addWidget(arrow, 0, Qt.AlignmentFlag.AlignCenter)
        self.line.addWidget(_side(look, then), 1)
        self._point()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Point to where the second side is."""
        super().resizeEvent(event)
        self._point()

    def _point(self) -> None:
        is_stacked = self.line.direction() is QBoxLayout.Direction.TopToBottom
        self._right.setVisible(not is_stacked)
        self._down.setVisible(is_stacked)


def _thread() -> QWidget:
    line = divider()
    line.setProperty("box", "thread")
    return line


def _side(look: Look, side: Side) -> Box:
    box = Box(look, "card" if side.is_settled else "waiting", gap=10)
    box.setAccessibleName(f"{side.title}: {side.said}")
    head = Row(look, Text(look, side.title, "heading"), gap=8).share(1)
    head.line.addWidget(Chip(look, side.said, side.sign.icon, side.sign.tone), 0, _TOP)
    box.add(head)
    for line in side.lines:
        told = QHBoxLayout()
        told.setSpacing(look.px(10))
        told.addWidget(Icon(look, line.icon, line.tint), 0, _TOP)
        told.addWidget(pair(look, line.words, line.small, small=True), 1)
        box.add(told)
    box.body.addStretch()
    return box
