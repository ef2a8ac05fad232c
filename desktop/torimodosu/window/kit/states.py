"""What a page shows when there is nothing yet, and when something went wrong."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class Empty(Box):
    """Nothing is here yet, and the one thing that brings it."""

    def __init__(
        self,
        look: Look,
        icon: IconName,
        title: str,
        words: str,
        action: Button | None = None,
    ) -> None:
        super().__init__(look, "card", pad=24, gap=6)
        self.setAccessibleName(f"{title} {words}")
        heading = Text(look, title, "heading")
        sentence = Text(look, words, "body", "muted")
        self.body.addWidget(Icon(look, icon, "muted", 40), 0, _MIDDLE)
        for label in (heading, sentence):
            label.setAlignment(_MIDDLE)
            self.body.addWidget(label)
        if action is not None:
            self.body.addSpacing(look.px(6))
            self.body.addWidget(action, 0, _MIDDLE)


class Failure(Box):
    """What went wrong, what is safe, and what to do now."""

    def __init__(self, look: Look, what: str, safe: str, *actions: Button) -> None:
        super().__init__(look, "card", pad=20, gap=8)
        self.setAccessibleName(f"{what} {safe}")
        told = Box(look, "plain", pad=0, gap=2)
        told.add(Text(look, what, "heading"), Text(look, safe, "body", "muted"))
        if actions:
            told.body.addSpacing(look.px(8))
            told.add(Wrapped(look, *actions))
        line = QHBoxLayout()
        line.setSpacing(look.px(12))
        sign = Icon(look, "warn", "attention", 24)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(told, 1)
        self.add(line)
