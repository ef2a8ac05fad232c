"""For whoever has no mails: the person's word that there are none."""

from datetime import datetime

from PySide6.QtCore import Signal

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.window.kit.blocks import Fact, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import moment_words


class NoMails(Box):
    """Takes the word, or shows since when it is kept; `said` tells that it is given."""

    said = Signal()

    def __init__(self, look: Look, said_at: datetime | None) -> None:
        super().__init__(look, "card", gap=8)
        self._look = look
        if said_at is None:
            self._ask()
        else:
            self._show(said_at)

    def _ask(self) -> None:
        words = self.tr(
            "Perhaps the mailbox is gone, or you only saw the orders on the shop's"
            " page. Say so, and go on without mails. Should some turn up, add them here"
            " later."
        )
        say = Button(self._look, self.tr("I have no mails"), "secondary", "said")
        say.clicked.connect(self.said)
        self.add(
            section(self._look, self.tr("There are no mails?")),
            Text(self._look, words),
            Wrapped(self._look, say),
        )

    def _show(self, said_at: datetime) -> None:
        noted = self.tr("Noted on {moment}").format(moment=moment_words(said_at))
        words = self.tr(
            "So we cannot tell which orders there were. That does not mean that there"
            " were none. Ask the shop; your card statements help as well."
        )
        title = self.tr("You have no mails")
        fact = Fact(self._look, title, noted, Certainty.SAID)
        self.add(fact, Text(self._look, words))
