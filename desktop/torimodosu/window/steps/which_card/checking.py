"""Checking the matches one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.which_card.matching import Match, Said
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.page import Action, Buttons
from torimodosu.window.steps.which_card.match_list import matches_table
from torimodosu.window.steps.which_card.match_sheet import MatchSheet
from torimodosu.window.steps.which_card.sight import is_asked_about, said_of
from torimodosu.window.words.card_counts import CardCounts
from torimodosu.window.words.card_names import CardNames


class Checking(QObject):
    """Which matches are looked at, and which of them is open.

    `changed` tells that another one is, `closed` that the person goes back. The others
    tell what is behind a figure: mails as a tuple of SHA-256, or the key of a charge.
    """

    changed = Signal()
    closed = Signal()
    mails_asked = Signal(tuple)
    charge_asked = Signal(str)

    def __init__(self, look: Look, snapshot: Snapshot, notes: CardNotes) -> None:
        super().__init__()
        self._look, self._snapshot, self._notes = look, snapshot, notes
        self._card: int | None = None
        self._key = ""
        self._has_own = False
        self.is_open = False

    def begin(self, card: int | None = None) -> None:
        """Look at the matches of *card*, or of all, from the first to be checked."""
        self._card, self._has_own, self.is_open = card, False, True
        self._key = ""
        self._key = self._following() or next(iter(self._keys()), "")

    def close(self) -> None:
        """Look at none."""
        self.is_open = False

    def follow(self, snapshot: Snapshot) -> None:
        """Look at what is known now; what was open may be known no more."""
        if snapshot.case != self._snapshot.case:
            self.close()
        self._snapshot = snapshot
        if self._key not in self._keys():
            self._key = self._following() or next(iter(self._keys()), "")

    def title(self) -> str:
        """Return how many are to be checked."""
        left = sum(is_asked_about(one, self._snapshot) for one in self._matches())
        if left:
            return CardCounts().matches_to_check(left)
        return self.tr("Every match is checked")

    def parts(self, names: CardNames) -> Sequence[QWidget]:
        """Return the match that is open, and the list of all."""
        back = Button(self._look, self.tr("Back to the cards"), "link", "back")
        back.clicked.connect(self.closed)
        way_back, current = Wrapped(self._look, back), self._current()
        if current is None:
            title = self.tr("No charge fits an order so far")
            words = self.tr("When one does, it will be here with its reasons.")
            return [way_back, Empty(self._look, "search", title, words)]
        sheet = MatchSheet(self._look, current, self._snapshot, names)
        sheet.match_asked.connect(self._choose)
        sheet.mails_asked.connect(self.mails_asked)
        sheet.charge_asked.connect(self.charge_asked)
        return [way_back, sheet, self._list(current, names)]

    def buttons(self) -> Buttons:
        """Confirm or reject the open match; go on once there is a word about it."""
        current = self._current()
        back = Action(words=self.tr("Back to the cards"), run=self.closed.emit)
        if current is None or not current.is_disputed:
            return Buttons(primary=back)
        if said_of(current, self._snapshot) is None:
            yes = Action(words=self.tr("Confirm"), run=self._confirm)
            no = Action(words=self.tr("Not this one"), run=self._reject)
            return Buttons(primary=yes, secondary=no)
        undo = Action(words=self.tr("Take it back"), run=self._take_back)
        if not self._following():
            return Buttons(primary=back, secondary=undo)
        words = self.tr("Next match")
        following = Action(words=words, run=self._go_on, icon="arrow")
        return Buttons(primary=following, secondary=undo)

    def _list(self, current: Match, names: CardNames) -> QWidget:
        matches = self._matches()
        table = matches_table(self._look, matches, self._snapshot, names)
        table.select([current.key])
        table.opened.connect(self._choose_row)
        card = Box(self._look, "card", pad=20, gap=8)
        count = CardCounts().matches(len(matches))
        return card.add(section(self._look, count, *self._own_link()), table)

    def _own_link(self) -> list[QWidget]:
        """Return what shows the matches of the person's own orders too."""
        work = self._snapshot.card_work
        if work is None or self._has_own:
            return []
        own = sum(
            not one.is_disputed and self._is_of_card(one)
            for one in work.matching.matches
        )
        if not own:
            return []
        link = Button(self._look, CardCounts().own_matches(own), "link")
        link.clicked.connect(self._show_own)
        return [link]

    def _matches(self) -> tuple[Match, ...]:
        work = self._snapshot.card_work
        return tuple(
            one
            for one in (() if work is None else work.matching.matches)
            if (one.is_disputed or self._has_own) and self._is_of_card(one)
        )

    def _is_of_card(self, match: Match) -> bool:
        return self._card is None or match.card == self._card

    def _keys(self) -> list[str]:
        return [one.key for one in self._matches()]

    def _current(self) -> Match | None:
        return next((one for one in self._matches() if one.key == self._key), None)

    def _following(self) -> str:
        """Return the next match that is to be checked, "" where there is none."""
        matches, keys = self._matches(), self._keys()
        place = keys.index(self._key) + 1 if self._key in keys else 0
        in_turn = (*matches[place:], *matches[:place])
        asked = (one.key for one in in_turn if is_asked_about(one, self._snapshot))
        return next((key for key in asked if key != self._key), "")

    def _choose_row(self, key: str, _column: int) -> None:
        self._choose(key)

    def _choose(self, key: str) -> None:
        if key not in self._keys():
            self._card = None
        self._key = key
        self.changed.emit()

    def _show_own(self) -> None:
        self._has_own = True
        self.changed.emit()

    def _confirm(self) -> None:
        self._say(Said.CONFIRMED)

    def _reject(self) -> None:
        self._say(Said.REJECTED)

    def _say(self, said: Said) -> None:
        """Keep the word, and go on to the next that is to be checked."""
        key, following = self._key, self._following()
        self._notes.say_of_match(key, said)
        if following:
            self._choose(following)

    def _take_back(self) -> None:
        self._notes.say_of_match(self._key, None)

    def _go_on(self) -> None:
        self._choose(self._following())
