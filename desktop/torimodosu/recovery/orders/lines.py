"""The lines of a mail's body, folded so that labels can be compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

# Characters without width that mails put between letters, and soft hyphens.
_INVISIBLE = (
    "\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
# Hyphens, dashes and the minus sign; NFKC leaves them apart.
_HYPHENS = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_RULE_MARKS = frozenset("=-_*~+#─━═・")
_SHORTEST_RULE = 5
# A text this long of which hardly any lines stand together is spaced throughout.
_LEAST_SPACED = 8
_MOST_TOGETHER = 0.1
_QUOTES = (">", "＞", "| ")
# Words that a mailer shows bold, as it puts them into plain text.
_BOLD = re.compile(r"(?<!\S)\*(?=[^\s*])([^*]{1,200})(?<=\S)\*(?![^\s:])")
# What parts thousands in some languages and is no blank between words.
_THIN = "\u00a0\u2007\u2009\u202f"
_THOUSANDS = re.compile(rf"(?<![\d/.,-])\d{{1,3}}(?:[{_THIN}]\d{{3}})+(?!\d)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a body.

    Attributes:
        printed: The line as it is printed, without its margins.
        text: The same in NFKC, white space made one blank, hyphens made "-", and
            without marks for bold type: what labels, numbers and amounts are looked
            for in.

    """

    printed: str
    text: str

    @property
    def is_rule(self) -> bool:
        """Tell whether the line is drawn, such as "=====", rather than written."""
        return len(self.text) >= _SHORTEST_RULE and set(self.text) <= _RULE_MARKS


def read_lines(body: str) -> tuple[Line, ...]:
    """Return the lines of *body*; quotation marks of forwarded mails are taken off.

    Where every line is a paragraph of its own, the empty lines between them are no
    part of the layout, and one of each run is left out.
    """
    lines = [_line(line) for line in _UNSEEN.sub("", body).splitlines()]
    written = sum(bool(line.text) for line in lines)
    together = sum(bool(a.text and b.text) for a, b in pairwise(lines))
    if written < _LEAST_SPACED or together > written * _MOST_TOGETHER:
        return tuple(lines)
    kept = (b for a, b in pairwise(lines) if b.text or not a.text)
    return (*lines[:1], *kept)


def fold(text: str) -> str:
    """Return *text* in NFKC, white space made one blank, and hyphens made "-"."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_HYPHENS).split())


def following(lines: Sequence[Line], index: int) -> int | None:
    """Return the index of the first written line after *index*, or None at the end."""
    for later in range(index + 1, len(lines)):
        if lines[later].text:
            return later
    return None


def _line(line: str) -> Line:
    printed = line.strip()
    if printed.startswith(_QUOTES) or printed == "|":
        printed = printed.lstrip(">＞| \t\u00a0\u3000")
    printed = _without_addresses(printed)
    if "*" in printed and (bold := _BOLD.fullmatch(printed)):
        printed = bold[1]
    text = printed
    if any(sign in printed for sign in _THIN):
        text = _THOUSANDS.sub(_with_commas, printed)
    text = fold(text)
    return Line(printed, _BOLD.sub(r"\1", text) if "*" in text else text)


def _with_commas(found: re.Match[str]) -> str:
    return re.sub(f"[{_THIN}]", ",", found[0])


def _without_addresses(text: str) -> str:
    """Drop web addresses, together with the angle brackets around them."""
    if "://" not in text:
        return text
    words = [_without_address(word) for word in text.split()]
    return " ".join(word for word in words if word)


def _without_address(word: str) -> str:
    head, mark, tail = word.partition("http")
    if mark and tail.startswith(("://", "s://")):
        return head.rstrip("<([")
    return word
