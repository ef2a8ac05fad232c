"""The lines of a mail's body, folded so that labels can be compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# Characters without width that mails put between letters, and soft hyphens.
_INVISIBLE = (
    "\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
)
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
# Hyphens, dashes and the minus sign; NFKC leaves them apart.
_HYPHENS = dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_RULE_MARKS = frozenset("=-_*~+#─━═・")
_SHORTEST_RULE = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a body.

    Attributes:
        printed: The line as it is printed, without its margins.
        text: The same in NFKC, white space made one blank, hyphens made "-", and
            without web addresses: what labels, numbers and amounts are looked for in.

    """

    printed: str
    text: str

    @property
    def is_rule(self) -> bool:
        """Tell whether the line is drawn, such as "=====", rather than written."""
        return len(self.text) >= _SHORTEST_RULE and set(self.text) <= _RULE_MARKS


def read_lines(body: str) -> tuple[Line, ...]:
    """Return the lines of *body*; quotation marks of forwarded mails are taken off."""
    return tuple(_line(line) for line in _UNSEEN.sub("", body).splitlines())


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
    if printed.startswith(">"):
        printed = printed.lstrip("> \t")
    printed = _without_addresses(printed)
    return Line(printed, fold(printed))


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
