"""The card of the one next action."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading, Needs
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text

_ICON = 48


class Hero(Box):
    """What to do next, why, how long it takes, and the one primary button."""

    def __init__(
        self, look: Look, icon: IconName, heading: Heading, *actions: Button
    ) -> None:
        super().__init__(look, "hero", pad=24, gap=8)
        self.setAccessibleName(heading.title)
        column = QVBoxLayout()
        column.setSpacing(look.px(6))
        column.addWidget(Text(look, heading.phase, "smallstrong", "accent"))
        column.addWidget(Text(look, heading.title, "title"))
        column.addWidget(Text(look, heading.why, "lead", "muted"))
        if heading.minutes or heading.hand:
            column.addSpacing(look.px(6))
            column.addWidget(Needs(look, heading.minutes, heading.hand))
        column.addSpacing(look.px(10))
        column.addWidget(Wrapped(look, *actions))
        line = QHBoxLayout()
        line.setSpacing(look.px(20))
        sign = Icon(look, icon, "accent", _ICON)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column, 1)
        self.add(line)
