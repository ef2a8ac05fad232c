"""The new password while it is thought about: in memory, and only as long as that."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.service import PasswordRules
from torimodosu.recovery.passwords.breach import BreachState
from torimodosu.recovery.passwords.new_password import (
    FEWEST_WORDS,
    LENGTH,
    LONGEST,
    MOST_WORDS,
    WORDS,
)
from torimodosu.recovery.passwords.rules import broken_rules
from torimodosu.recovery.passwords.strength import LONG_ENOUGH, STRONGEST
from torimodosu.recovery.passwords.weighing import Weighed
from torimodosu.window.activities.password_desk import PasswordDesk, Recipe

_SEPARATORS = re.compile("[,、，・]")


class OldShape(Enum):
    """What the old password was like, as the person remembers it."""

    SHORT = "short"
    WORD = "word"
    DATE = "date"
    REUSED = "reused"
    FORGOTTEN = "forgotten"


class Draft(QObject):
    """Keeps the text of the field outside of its widgets, until the page is left.

    `replaced` tells that another text is to be shown, `weighed` that what is thought
    of the text is known, or not known any more.
    """

    replaced = Signal()
    weighed = Signal()

    def __init__(self, desk: PasswordDesk, clock: Clock, *, language: str) -> None:
        """Take where passwords are made and weighed, and whose words come first."""
        super().__init__()
        self._desk, self._clock = desk, clock
        self.rules: PasswordRules | None = None
        self.shop_words: Sequence[str] = ()
        self.recipe = Recipe(language=language, count=WORDS)
        self.old: OldShape | None = None
        self.is_hidden = False
        self.forget()
        desk.made.connect(self._take)
        desk.weighed.connect(self._take_weighed)
        desk.failed.connect(self._give_up)

    def forget(self) -> None:
        """Keep nothing of the text."""
        self._desk.forget()
        self.text, self.names = "", ""
        self.is_made = self.is_unknowable = self._is_awaited = False
        self.judged: Weighed | None = None
        self.began_at: datetime | None = None
        self.replaced.emit()
        self.weighed.emit()

    @property
    def target(self) -> int:
        """Return how long it should be at least, where the shop takes that much."""
        longest = None if self.rules is None else self.rules.longest
        return LONG_ENOUGH if longest is None else min(LONG_ENOUGH, longest)

    @property
    def is_at_limit(self) -> bool:
        """Tell whether it is as long as the shop takes, and that is not much."""
        longest = None if self.rules is None else self.rules.longest
        return longest is not None and len(self.text) == longest < LONG_ENOUGH

    @property
    def is_good(self) -> bool | None:
        """Tell whether it will hold, None while that is not known."""
        if self.judged is None:
            return None
        keeps_rules = self.rules is None or not broken_rules(self.text, self.rules)
        return (
            self.judged.strength.score >= STRONGEST
            and self.judged.breach.state is not BreachState.FOUND
            and len(self.text) >= self.target
            and keeps_rules
        )

    @property
    def score(self) -> int | None:
        """Return how strong it is; one that will not hold is never of the strongest."""
        if self.judged is None:
            return None
        most = STRONGEST if self.is_good else STRONGEST - 1
        return min(self.judged.strength.score, most)

    def type(self, text: str) -> None:
        """Take what the person typed or pasted."""
        if text == self.text:
            return
        self.is_made = self._is_awaited = False
        self._think_about(text)

    def name(self, names: str) -> None:
        """Weigh with the *names* that somebody who knows the person would try."""
        self.names = names
        if self.text:
            self._think_about(self.text)

    def make(self) -> None:
        """Have one made as it is wanted."""
        self._is_awaited = True
        self._desk.make(self.recipe, self.rules)

    def choose_language(self, language: str) -> None:
        """Have one made of words of *language*, or of characters where it is ""."""
        count = WORDS if language else LENGTH
        if bool(language) == bool(self.recipe.language):
            count = self.recipe.count
        self.recipe = Recipe(language=language, count=count)
        self.make()

    def lengthen(self, by: int) -> None:
        """Have one made of so many more words, or characters, than before."""
        least, most = self.bounds
        count = max(least, min(most, self.recipe.count + by))
        self.recipe = replace(self.recipe, count=count)
        self.make()

    @property
    def bounds(self) -> tuple[int, int]:
        """Return how many words, or characters, there may be."""
        if self.recipe.language:
            return FEWEST_WORDS, MOST_WORDS
        longest = None if self.rules is None else self.rules.longest
        return self.target, min(LONGEST, longest or LONGEST)

    def _take(self, password: str) -> None:
        # Whoever has begun to type meanwhile wants their own.
        if self._is_awaited:
            self.is_made, self._is_awaited = True, False
            self._think_about(password)
            self.replaced.emit()

    def _think_about(self, text: str) -> None:
        self.text, self.judged = text, None
        self.began_at = self.began_at or self._clock.now()
        if text:
            own_words = (*self.shop_words, *_SEPARATORS.sub(" ", self.names).split())
            self._desk.weigh(text, own_words)
        else:
            self._desk.forget()
            self.weighed.emit()

    def _take_weighed(self, weighed: Weighed) -> None:
        if self.text:
            self.judged, self.is_unknowable = weighed, False
            self.weighed.emit()

    def _give_up(self, _error: Exception) -> None:
        self.is_unknowable = True
        self.weighed.emit()
