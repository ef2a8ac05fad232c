"""The blocks of a page: section, callout, fact, step line and line with an icon."""

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import Qt
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
    """One fact with its source below it and its certainty at the right end."""

    def __init__(
        self, look: Look, words: str, source: str, certainty: State | Mark
    ) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(6), 0, look.px(6))
        row = Row(look, pair(look, words, source, small=True), gap=16, below=260)
        row.line.setStretch(0, 1)
        row.line.addWidget(chip_of(look, certainty), 0, _MIDDLE)
        line.addWidget(row)


class StepLine(QWidget):
    """One numbered instruction with what to press."""

    def __init__(
        self, look: Look, number: int, words: str, small: str = "", *actions: QWidget
    ) -> None:
        super().__init__()
        figure = Text(look, str(number), "smallstrong", "accent", wrap=False)
        figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge = Box(look, "plain", pad=0).add(figure)
        badge.setProperty("box", "pill_accent")
        badge.setFixedSize(look.px(26), look.px(26))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(4), 0, look.px(4))
        line.setSpacing(look.px(12))
        line.addWidget(badge, 0, _TOP)
        line.addWidget(pair(look, words, small, small=True), 1)
        for action in actions:
            line.addWidget(action, 0, _MIDDLE)


class IconLine(QWidget):
    """Words with an icon before them."""

    def __init__(
        self, look: Look, icon: IconName, tint: Colour, words: str, small: str = ""
    ) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(10))
        line.addWidget(Icon(look, icon, tint, 20), 0, _TOP)
        told = pair(look, words, small, small=True) if small else Text(look, words)
        line.addWidget(told, 1)
