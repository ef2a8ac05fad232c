"""How strong a password is."""

from dataclasses import dataclass
from enum import Enum


class Weakness(Enum):
    """What makes a password weak; the values are codes of the command line."""

    EMPTY = "empty"
    TOO_SHORT = "too_short"
    COMMON = "common"
    WORD = "word"
    JAPANESE_WORD = "japanese_word"
    NAME = "name"
    OWN_WORD = "own_word"
    DATE = "date"
    ERA_DATE = "era_date"
    KEYBOARD = "keyboard"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    PHONE_NUMBER = "phone_number"
    POSTCODE = "postcode"
    NEARLY_COMMON = "nearly_common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How hard a password is to guess.

    Attributes:
        score: From 0 (guessed at once) to 4, as zxcvbn counts.
        guesses_log10: The decimal logarithm of the guesses it takes.
        weaknesses: What makes it weak, the worst first.

    """

    score: int
    guesses_log10: float
    weaknesses: tuple[Weakness, ...] = ()
