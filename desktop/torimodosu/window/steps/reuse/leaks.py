"""Whether the passwords are known from leaks: what was compared, and what can be."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.passwords.hash_ranges import PWNED_PASSWORDS
from torimodosu.recovery.passwords.queue import Flaw, PasswordQueue
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.reuse.words import list_words
from torimodosu.window.words.password_counts import PasswordCounts


class LeaksCard(Box):
    """Tells found, not found in what was compared, or not compared; never "safe".

    `list_asked` tells that the person wants to choose a list of their own, and
    `online_asked` that the service shall be asked.
    """

    list_asked = Signal()
    online_asked = Signal()

    def __init__(self, look: Look, queue: PasswordQueue, *, can_compare: bool) -> None:
        super().__init__(look, "card", gap=10)
        self._look = look
        self.add(section(look, self.tr("Known from leaks?")), *self._lines(queue))
        choose = Button(
            look, self.tr("Compare with my own list"), "secondary", "folder"
        )
        choose.clicked.connect(self.list_asked)
        words = self.tr("Ask {host}").format(host=PWNED_PASSWORDS)
        ask = Button(look, words, "secondary", "language")
        ask.clicked.connect(self.online_asked)
        for button in (choose, ask):
            why = "" if can_compare else self.tr("Bring the export once more")
            button.hold_back(why)
        self.add(Wrapped(look, choose, ask), *self._notes())

    def _notes(self) -> Sequence[QWidget]:
        """Return what each button does, and what it sends."""
        own = self.tr(
            "Your own list is the file of Pwned Passwords that you have downloaded,"
            " ordered by hash. Nothing is sent for it."
        )
        sent = self.tr(
            "Asking sends the first five characters of the hash of each password, and"
            " nothing else. Hundreds of passwords begin with the same five. It is noted"
            " under “What left this computer”."
        )
        return [Text(self._look, words, "small", "muted") for words in (own, sent)]

    def _lines(self, queue: PasswordQueue) -> Sequence[QWidget]:
        look = self._look
        if not queue.leaks:
            words = self.tr("Not compared with any list")
            return [IconLine(look, "unknown", "unknown", words)]
        found = sum(Flaw.BREACHED in entry.flaws for entry in queue.entries)
        lists = self.tr(" · ").join(list_words(one) for one in queue.leaks)
        small = self.tr("Compared with: {lists}").format(lists=lists)
        if found:
            words = PasswordCounts().in_leaks(found)
            return [IconLine(look, "finding", "attention", words, small)]
        words = self.tr("None was found in what was compared")
        return [IconLine(look, "proven", "ok", words, small)]
