"""The gift balance before and after, as it stands in the note of its place."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Self

_ARROW = " → "
_UNKNOWN = "?"
_MOST_DIGITS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What was there before the incident, and what is there now; None is not known."""

    before: int | None = None
    now: int | None = None

    @classmethod
    def of(cls, note: str) -> Self:
        """Return the balance that *note* tells, or one of which nothing is known."""
        before, arrow, now = note.partition(_ARROW)
        if not arrow:
            return cls()
        return cls(before=amount_in(before), now=amount_in(now))

    def note(self) -> str:
        """Return the note, or "" where nothing is known."""
        if self.before is None and self.now is None:
            return ""
        return _ARROW.join(map(amount_words, (self.before, self.now)))


def amount_in(text: str) -> int | None:
    """Return the amount that was typed, or None where there is none.

    A number that is too long to be a balance, such as that of a card, is none.
    """
    digits = re.sub("[^0-9]", "", unicodedata.normalize("NFKC", text))
    return int(digits) if 0 < len(digits) <= _MOST_DIGITS else None


def amount_words(amount: int | None) -> str:
    """Return *amount* with commas between the thousands."""
    return _UNKNOWN if amount is None else f"{amount:,}"
