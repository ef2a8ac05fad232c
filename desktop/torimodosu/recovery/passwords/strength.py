"""How strong a password is."""

from dataclasses import dataclass
from enum import Enum

# NIST SP 800-63B-4, 3.1.1.2: alone a password has 15 characters or more, beside
# another factor 8.
LONG_ENOUGH, LEAST = 15, 8
# Of the five scores of zxcvbn (its README): up to 1 a password falls to a patient
# guesser online, at 2 to a program; from 3 on it withstands who guesses at a site.
EASILY_GUESSED, HARDLY_GUESSED, STRONGEST = 1, 3, 4


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
