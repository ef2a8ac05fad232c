"""Older mails of what was read already."""

from datetime import date

from PySide6.QtCore import Signal

from torimodosu.recovery.plan.looking_back import LookBack, beginning_of
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import full_day_words


class FurtherBack(Box):
    """Says how far back mails are looked at; `chosen` tells the LookBack wished for."""

    chosen = Signal(object)

    def __init__(self, look: Look, noticed: date) -> None:
        super().__init__(look, "card", gap=8)
        day = full_day_words(beginning_of(LookBack.HALF_YEAR, noticed).date())
        words = self.tr(
            "At first we look at mails since {day}, half a year before you noticed. An"
            " older sign-in or order may explain more. The same files are then read"
            " again; what is kept stays kept, and nothing is counted twice."
        )
        two_years = Button(look, self.tr("Two years back"), "secondary", "clock")
        two_years.clicked.connect(self._choose_two_years)
        everything = Button(look, self.tr("Everything"), "secondary", "clock")
        everything.setAccessibleName(self.tr("Look at everything, however old"))
        everything.clicked.connect(self._choose_everything)
        self.add(
            section(look, self.tr("Look further back")),
            Text(look, words.format(day=day)),
            Wrapped(look, two_years, everything),
        )

    def _choose_two_years(self) -> None:
        self.chosen.emit(LookBack.TWO_YEARS)

    def _choose_everything(self) -> None:
        self.chosen.emit(LookBack.EVERYTHING)
