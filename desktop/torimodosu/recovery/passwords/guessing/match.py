"""A part of a password that follows a pattern."""

from enum import Enum
from typing import NamedTuple


class Pattern(Enum):
    """What a part is."""

    TRIED = "tried"  # nothing known: every character is tried
    WORD = "word"
    JAPANESE_WORD = "japanese_word"
    JAPANESE_NAME = "japanese_name"
    OWN_WORD = "own_word"
    KEYBOARD = "keyboard"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"
    ERA_DATE = "era_date"
    PHONE_NUMBER = "phone_number"
    POSTCODE = "postcode"
    LEAKED = "leaked"


class Match(NamedTuple):
    """A part with its pattern; a tuple, for a long password has hundreds.

    Attributes:
        start: Where it begins.
        end: Where it ends, exclusive.
        guesses: How many guesses it takes alone.
        pattern: What it is.
        word: The word that it was made of, or "".
        is_plain: Whether it is that word letter by letter.

    """

    start: int
    end: int
    guesses: float
    pattern: Pattern
    word: str = ""
    is_plain: bool = True
