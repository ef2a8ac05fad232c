"""Japanese in Latin letters, however it is spelt, as one spelling.

Hepburn ("shi", "chi", "tsu"), Kunrei ("si", "ti", "tu"; ISO 3602) and what one types
for a word ("sinn", "tannji") come out alike, and so do long and short vowels
("ohayou", "ohayo", "ohayoh", "ra-men"): who guesses tries them all.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_CONSONANTS = r"[kgnhbpmrl]y|sh|sy|s|ch|[cjztd]y|ts|dz|fy|[kgtdnhbpmrlwyjzfv]"
_STOPS = "|".join(f"{sign}(?={sign})" for sign in "kstcpgdbzjhfr")
_MORA = re.compile(
    # A stop, "n" that is a beat of its own, and a syllable, whose vowel may be long.
    rf"[xl]ts?u|t(?=ch)|(?=[kstcpgdbzjhfr])(?:{_STOPS})"
    r"|n(?:n|')?(?![aiueoy'])|n'|m(?=[bmp])"
    rf"|(?:{_CONSONANTS})?[aiueo]"
    r"(?:(?<=[aiueo])-(?=[a-z])|(?<=o)u|(?<=[ou])h(?![aiueoy])"
    r"|(?<=a)a|(?<=i)i|(?<=u)u|(?<=e)e|(?<=o)o)?"
)
_MORAE = re.compile(f"(?:{_MORA.pattern})+")
# As many signs behind a beat tell whether it is one.
_AHEAD = 2
_VOWEL = re.compile("[aiueo]")
_STOP = re.compile("[xl]ts?u")
_ONSETS = {
    "sh": "sy",
    "ch": "ty",
    "cy": "ty",
    "j": "zy",
    "jy": "zy",
    "dy": "zy",
    "ts": "t",
    "dz": "z",
    "l": "r",
    "ly": "ry",
}
_MERGED = {
    "syi": "si",
    "tyi": "ti",
    "zyi": "zi",
    "di": "zi",
    "du": "zu",
    "fu": "hu",
    "wo": "o",
    "yi": "i",
    "wu": "u",
}


class Run(NamedTuple):
    """A part of a text that can be read as Japanese, beat by beat.

    Attributes:
        spelt: It in its one spelling.
        offsets: Where each beat begins in that, and behind the last its length.
        starts: Where each beat begins in the text.
        ends: Where each beat ends in the text, exclusive.

    """

    spelt: str
    offsets: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]


def runs_of(text: str, *, shortest: int = 1) -> Sequence[Run]:
    """Return the parts of *text* that can be read as Japanese, in their order.

    Args:
        text: A text in small letters.
        shortest: How many signs those parts have that are wanted.

    """
    spans = (found.span() for found in _MORAE.finditer(text))
    return [_run(text, start, end) for start, end in spans if end - start >= shortest]


def _run(text: str, start: int, end: int) -> Run:
    beats = _MORA.findall(text[start : end + _AHEAD])
    ends = [*accumulate(map(len, beats), initial=start)]
    count = ends.index(end)
    spelt = [*map(_spelt, beats[:count])]
    offsets = [*accumulate(map(len, spelt), initial=0)]
    return Run("".join(spelt), offsets, ends[:count], ends[1 : count + 1])


def one_spelling(word: str) -> str | None:
    """Return the one spelling of *word*, None where it is not Japanese throughout."""
    runs = runs_of(word.lower())
    is_all = len(runs) == 1 and runs[0].starts[0] == 0 and runs[0].ends[-1] == len(word)
    return runs[0].spelt if is_all else None


@lru_cache(maxsize=4096)
def _spelt(beat: str) -> str:
    """Return the one spelling of a *beat*: there are some hundreds."""
    vowel = _VOWEL.search(beat)
    if vowel is None or _STOP.fullmatch(beat):
        return "n" if beat[0] in "nm" else "q"
    onset = beat[: vowel.start()]
    plain = _ONSETS.get(onset, onset) + vowel[0]
    return _MERGED.get(plain, plain)
