"""Signs that stand for letters, as in "p@ssw0rd"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

# Of zxcvbn; the order of the letters decides which letter a sign of two stands for.
_SIGNS = {
    "a": "4@",
    "b": "8",
    "c": "({[<",
    "e": "3",
    "g": "69",
    "i": "1!|",
    "l": "1|7",
    "o": "0",
    "s": "$5",
    "t": "+7",
    "x": "%",
    "z": "2",
}
_ALL_SIGNS = frozenset("".join(_SIGNS.values()))
# What a sign stands for depends on those that may stand for the same letters only.
_GROUPS = ("a", "b", "c", "e", "g", "ilt", "o", "s", "x", "z")
_SIGNS_OF = tuple(
    frozenset("".join(_SIGNS[letter] for letter in letters)) for letters in _GROUPS
)
_GROUP_OF = {sign: at for at, signs in enumerate(_SIGNS_OF) for sign in signs}
# Every letter and sign of a group as one of its letters.
_ONE = str.maketrans(
    {
        sign: letters[0]
        for letters, signs in zip(_GROUPS, _SIGNS_OF, strict=True)
        for sign in {*letters, *signs}
    }
)

_Choice = Mapping[str, str]


class Reading(NamedTuple):
    """A password read with its signs as letters.

    Attributes:
        text: What it reads.
        letters: Each sign that was read, with its letter.

    """

    text: str
    letters: Mapping[str, str]


class LookAlikes(NamedTuple):
    """The ways to read the signs in a text as letters.

    In each way a letter is written with one sign, and a sign stands for one letter.

    Attributes:
        text: The text, in small letters.
        choices: For each group of signs in it, which letters they may stand for.

    """

    text: str
    choices: Mapping[int, Sequence[_Choice]]

    @classmethod
    def of(cls, text: str) -> "LookAlikes":
        """Return the ways for *text*, which is in small letters."""
        present = sorted(_ALL_SIGNS.intersection(text))
        groups: dict[int, str] = {}
        for sign in present:
            group = _GROUP_OF[sign]
            groups[group] = groups.get(group, "") + sign
        return cls(
            text, {group: _choices(group, signs) for group, signs in groups.items()}
        )

    @property
    def ways(self) -> int:
        """How many ways there are; none where there are no signs."""
        return prod(map(len, self.choices.values())) if self.choices else 0

    def readings(self) -> Iterator[Reading]:
        """Yield what the text reads in every way."""
        if not self.choices:
            return
        for choices in product(*self.choices.values()):
            letters = {
                sign: letter for choice in choices for sign, letter in choice.items()
            }
            table = {ord(sign): letter for sign, letter in letters.items()}
            yield Reading(self.text.translate(table), letters)

    def letters_in(self, token: str, word: str) -> Mapping[str, str] | None:
        """Return the letters for the signs in *token* where it reads *word*, or None.

        *token* is a part of the text, and *word* has as many letters.
        """
        letters: dict[str, str] = {}
        for sign, letter in zip(token, word, strict=True):
            if sign not in _GROUP_OF:
                if sign != letter:
                    return None
            elif letters.setdefault(sign, letter) != letter:
                return None
        for group in {_GROUP_OF[sign] for sign in letters}:
            read = [it for it in letters.items() if it[0] in _SIGNS_OF[group]]
            if not any(
                all(choice.get(sign, sign) == letter for sign, letter in read)
                for choice in self.choices[group]
            ):
                return None
        return {sign: letter for sign, letter in letters.items() if sign != letter}


def as_one(text: str) -> str:
    """Return *text* with one letter for all that may look like it.

    What may read a word has the same form as the word.
    """
    return text.translate(_ONE)


@lru_cache(maxsize=256)
def _choices(group: int, present: str) -> Sequence[_Choice]:
    """Return each choice of letters for the signs *present* of a group."""
    choices: dict[frozenset[tuple[str, str]], None] = {frozenset(): None}
    for letter in _GROUPS[group]:
        used = [sign for sign in _SIGNS[letter] if sign in present]
        if not used:
            continue
        further: dict[frozenset[tuple[str, str]], None] = {}
        for sign in used:
            for choice in choices:
                taken = {pair for pair in choice if pair[0] == sign}
                if taken:
                    further[choice] = None
                further[choice - taken | {(sign, letter)}] = None
        choices = further
    return tuple(dict(choice) for choice in choices)
