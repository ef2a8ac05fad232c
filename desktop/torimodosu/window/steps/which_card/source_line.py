"""One order, charge or mail: what it is, and its amount, which leads to its source."""

from PySide6.QtCore import Signal

from torimodosu.window.kit.blocks import Beside, pair
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.icons import IconName
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon


class SourceLine(Beside):
    """A line with an icon; `opened` tells that its amount was pressed."""

    opened = Signal()

    def __init__(
        self, look: Look, icon: IconName, words: str, small: str, *, leads: str
    ) -> None:
        """Show *words* with *small* below; *leads* is written on the button."""
        button = Button(look, leads, "link")
        button.setAccessibleName(f"{leads}: {words}")
        told = pair(look, words, small, small=True)
        super().__init__(look, Icon(look, icon, "muted", 22), told, button)
        button.clicked.connect(self.opened)
