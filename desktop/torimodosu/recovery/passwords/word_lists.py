"""What people make passwords of, with its place in the order in which one guesses."""

from dataclasses import dataclass, field

from torimodosu.recovery.passwords.leaked_list import LeakedList
from torimodosu.recovery.passwords.ranked_words import RankedWords


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLists:
    """The lists beside those that zxcvbn brings.

    Attributes:
        japanese: Japanese words, phrases and names, in their one spelling.
        leaked: The passwords that are found most often in leaks.

    """

    japanese: RankedWords = field(default_factory=RankedWords)
    leaked: LeakedList = field(default_factory=LeakedList)
