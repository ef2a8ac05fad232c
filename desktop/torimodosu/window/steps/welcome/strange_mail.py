"""The way to the verdict on one mail, for whoever has no case and may need none."""

from PySide6.QtCore import Signal

from torimodosu.window.kit.blocks import Beside, pair
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon


class StrangeMail(Box):
    """Asks whether a mail is strange; `asked` tells that the person wants to know."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "card", pad=16)
        told = pair(
            look,
            self.tr("Did a strange mail come?"),
            self.tr("See whether it is genuine, and why. You need no case for that."),
        )
        check = Button(look, self.tr("Check a mail"), "secondary", "mail")
        check.clicked.connect(self.asked)
        self.add(Beside(look, Icon(look, "mail", "accent", 24), told, check))
