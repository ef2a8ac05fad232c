"""Japanese in Latin letters, however it is spelt, as one spelling.

Hepburn ("shi", "chi", "tsu"), Kunrei ("si", "ti", "tu"; ISO 3602) and what one types
for a word ("sinn", "tannji") come out alike, and so do long and short vowels
("ohayou", "ohayo", "ohayoh", "ra-men"): who guesses tries them all.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

_CONSONANTS = (
    r"[kgnhbpmrl]y|sh|sy|s|ch|[cjztd]y|ts|dz|fy|[kgtdnhbpmrlwyjzfv]",
    # Small letters, as they are typed.
    r"x(?=[aiueoy])",
)
_MORA = re.compile(
    r"(?P<stop>xts?u|lts?u|t(?=ch)|([kstcpgdbzjhfr])(?=\2))"
    r"|(?P<nasal>n(?:n|')?(?![aiueoy'])|n'|m(?=[bmp]))"
    rf"|(?P<onset>{'|'.join(_CONSONANTS)})?(?P<vowel>[aiueo])"
    r"(?P<long>(?<=[aiueo])-(?=[a-z])|(?<=o)u|(?<=[ou])h(?![aiueoy])"
    r"|(?<=a)a|(?<=i)i|(?<=u)u|(?<=e)e|(?<=o)o)?"
)
_ONSETS = {
    "sh": "sy",
    "ch": "ty",
    "cy": "ty",
    "j": "zy",
    "jy": "zy",
    "dy": "zy",
    "ts": "t",
    "dz": "z",
    "x": "",
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Mora:
    """A beat of a Japanese word.

    Attributes:
        text: Its one spelling.
        start: Where it begins.
        end: Where it ends, exclusive.

    """

    text: str
    start: int
    end: int


Run = tuple[Mora, ...]


def runs_of(text: str) -> tuple[Run, ...]:
    """Return the parts of *text* that can be read as Japanese, beat by beat.

    Args:
        text: A text in small letters.

    Returns:
        Its runs of beats that follow one another, in their order.

    """
    runs: list[Run] = []
    run: list[Mora] = []
    for found in _MORA.finditer(text):
        if run and run[-1].end != found.start():
            runs.append(tuple(run))
            run = []
        spelt = _spelt(found["stop"], found["onset"], found["vowel"])
        run.append(Mora(text=spelt, start=found.start(), end=found.end()))
    if run:
        runs.append(tuple(run))
    return tuple(runs)


def one_spelling(word: str) -> str | None:
    """Return the one spelling of *word*, None where it is not Japanese throughout."""
    runs = runs_of(word.lower())
    if len(runs) != 1 or runs[0][0].start or runs[0][-1].end != len(word):
        return None
    return "".join(mora.text for mora in runs[0])


@lru_cache(maxsize=4096)
def _spelt(stop: str | None, onset: str | None, vowel: str | None) -> str:
    if stop is not None:
        return "q"
    if vowel is None:
        return "n"
    plain = _ONSETS.get(onset or "", onset or "") + vowel
    return _MERGED.get(plain, plain)
