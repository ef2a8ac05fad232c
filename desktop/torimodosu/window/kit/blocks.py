"""The blocks of a page: section, callout, fact, step line and line with an icon."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from torimodosu.window.kit.boxes import Box, Row, chip_of
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark, State
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.kit.tokens import Colour

CalloutKind = Literal["info", "ok", "attention", "danger"]

_TOP = Qt.AlignmentFlag.AlignTop
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_SIGNS: Mapping[CalloutKind, tuple[IconName, Colour]] = {
    "info": ("info", "accent"),
    "ok": ("proven", "ok"),
    "attention": ("warn", "attention"),
    "danger": ("stop", "danger"),
}


class Callout(Box):
    """Something important, said once on a page, with at most one button."""

    def __init__(
        self,
        look: Look,
        kind: CalloutKind,
        title: str,
        words: str = "",
        action: Button | None = None,
    ) -> None:
        super().__init__(look, kind, pad=16, gap=8)
        self.setAccessibleName(f"{title} {words}".strip())
        icon, tint = _SIGNS[kind]
        told = QWidget()
        line = QHBoxLayout(told)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        line.addWidget(Icon(look, icon, tint, 22), 0, _TOP)
        line.addWidget(pair(look, title, words), 1)
        row = Row(look, told, gap=12, below=460)
        row.line.setStretch(0, 1)
        if action is not None:
            row.line.addWidget(action, 0, _MIDDLE | Qt.AlignmentFlag.AlignRight)
        self.add(row)


def table_card(look: Look, title: str, why: str, table: QWidget) -> Box:
    """Return a card with *table*, and with quiet words that say what is in it."""
    card = Box(look, "card", pad=20, gap=8)
    return card.add(section(look, title), Text(look, why, "small", "muted"), table)


def pair(look: Look, title: str, words: str, *, small: bool = False) -> QWidget:
    """Return a bold line with words below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0 if small else look.px(2))
    column.addWidget(Text(look, title, "strong"))
    if words and small:
        column.addWidget(Text(look, words, "small", "muted"))
    elif words:
        column.addWidget(Text(look, words))
    return holder


def section(look: Look, title: str, *extra: QWidget) -> Row:
    """Return the title of a section, with quiet parts at its right end."""
    heading = Text(look, title, "heading", wrap=not extra)
    row = Row(look, heading, gap=8, below=560 if extra else 0)
    if extra:
        row.line.addStretch()
    for part in extra:
        row.line.addWidget(part)
    return row


class Fact(QWidget):
    """One fact with its source below it and its certainty at the right end.

    `opened` tells *leads_to*, when the person wants to see where it comes from.
    """

    opened = Signal(object)

    def __init__(
        self,
        look: Look,
        words: str,
        source: str,
        certainty: State | Mark,
        *,
        leads_to: object = None,
    ) -> None:
        super().__init__()
        self._leads_to = leads_to
        row = Row(look, pair(look, words, source, small=True), gap=8, below=260)
        row.line.setStretch(0, 1)
        row.line.addWidget(chip_of(look, certainty), 0, _MIDDLE)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(6), 0, look.px(6))
        line.setSpacing(look.px(2))
        line.addWidget(row, 1)
        if leads_to is not None:
            button = Button(look, self.tr("See: {fact}").format(fact=words), "tool")
            button.show_icon_only("next")
            button.clicked.connect(self._open)
            line.addWidget(button, 0, _MIDDLE)

    def _open(self) -> None:
        self.opened.emit(self._leads_to)


class Beside(QWidget):
    """A sign, what it stands for, and what to press, below it if there is no room."""

    def __init__(
        self, look: Look, sign: QWidget, told: QWidget, *actions: QWidget
    ) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        line.addWidget(sign, 0, _TOP)
        line.addWidget(_with_actions(look, told, actions) if actions else told, 1)


def _with_actions(look: Look, told: QWidget, actions: Sequence[QWidget]) -> QWidget:
    row = Row(look, told, gap=10, below=1).share(1)
    for action in actions:
        row.line.addWidget(action, 0, _MIDDLE)
    return row


class StepLine(Beside):
    """One numbered instruction with what to press."""

    def __init__(
        self, look: Look, number: int, words: str, small: str = "", *actions: QWidget
    ) -> None:
        told = pair(look, words, small, small=True)
        super().__init__(look, badge(look, number), told, *actions)


class IconLine(Beside):
    """Words with an icon before them, and what to press behind them."""

    def __init__(
        self,
        look: Look,
        icon: IconName,
        tint: Colour,
        words: str,
        small: str = "",
        *actions: QWidget,
    ) -> None:
        told = pair(look, words, small, small=True) if small else Text(look, words)
        super().__init__(look, Icon(look, icon, tint, 22), told, *actions)


def badge(look: Look, number: int) -> Box:
    """Return the number of an instruction, in a disc."""
    figure = Text(look, str(number), "smallstrong", "accent", wrap=False)
    figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
    disc = Box(look, "pill_accent", pad=0).add(figure)
    disc.setFixedSize(look.px(26), look.px(26))
    return disc
