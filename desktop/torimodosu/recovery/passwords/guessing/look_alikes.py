"""Signs that stand for letters, as in "p@ssw0rd"."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
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

Pair = tuple[str, str]


class Reading(NamedTuple):
    """A password read with its signs as letters.

    Attributes:
        text: What it reads.
        letters: Each sign that was read, with its letter.

    """

    text: str
    letters: Mapping[str, str]


def readings_of(text: str) -> Sequence[Reading]:
    """Return every way to read the signs in *text* as letters.

    In each way a letter is written with one sign, and a sign stands for one letter.
    """
    present = _ALL_SIGNS.intersection(text)
    if not present:
        return ()
    readings: dict[str, Reading] = {}
    for letters, table in _substitutions("".join(sorted(present))):
        reading = text.translate(table)
        readings.setdefault(reading, Reading(reading, letters))
    return tuple(readings.values())


@lru_cache(maxsize=256)
def _substitutions(
    present: str,
) -> tuple[tuple[Mapping[str, str], Mapping[int, str]], ...]:
    """Return each choice of letters for the signs *present*."""
    choices: dict[frozenset[Pair], None] = {frozenset(): None}
    for letter, signs in _SIGNS.items():
        used = [sign for sign in signs if sign in present]
        if not used:
            continue
        further: dict[frozenset[Pair], None] = {}
        for sign in used:
            for choice in choices:
                taken = {pair for pair in choice if pair[0] == sign}
                if taken:
                    further[choice] = None
                further[choice - taken | {(sign, letter)}] = None
        choices = further
    return tuple(
        (dict(choice), {ord(sign): letter for sign, letter in choice})
        for choice in choices
    )
