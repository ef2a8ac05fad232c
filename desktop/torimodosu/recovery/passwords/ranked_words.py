"""A long list of words that is there at once: only what is looked up is read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

# How many letters the words of a group have in common.
STEM = 3


class Group(NamedTuple):
    """The words that begin with the same three letters.

    Attributes:
        places: What follows the letters, with its place in the order in which one
            guesses, from 1 on; places among the names, not the words, are negative.
        longest: How many letters follow at most.

    """

    places: Mapping[str, int]
    longest: int


@dataclass(frozen=True, slots=True)
class RankedWords:
    """Words of three letters and more, by their first three letters.

    Each group is a line: the letters, a tab, and for each word the rest of it and its
    place, with spaces between them.
    """

    # A line becomes a group when it is first looked up.
    _groups: dict[str, str | Group] = field(default_factory=dict, repr=False)

    @classmethod
    def from_text(cls, text: str) -> "RankedWords":
        """Return the words that *text* holds."""
        lines = (line.partition("\t") for line in text.splitlines())
        return cls({stem: words for stem, _, words in lines})

    def beginning_with(self, stem: str) -> Group | None:
        """Return the words that begin with the three letters *stem*, None for none."""
        group = self._groups.get(stem)
        if isinstance(group, str):
            group = self._groups[stem] = _group(group.split(" "))
        return group


def _group(parts: Sequence[str]) -> Group:
    places = dict(zip(parts[::2], map(int, parts[1::2]), strict=True))
    return Group(places, max(map(len, places)))


def text_of(words: Iterable[str], names: Iterable[str]) -> str:
    """Return the text that holds *words* and *names*, each the most frequent first."""
    groups: dict[str, list[str]] = {}
    for sign, ranked in (("", words), ("-", names)):
        for rank, word in enumerate(ranked, 1):
            groups.setdefault(word[:STEM], []).append(f"{word[STEM:]} {sign}{rank}")
    return "".join(f"{stem}\t{' '.join(groups[stem])}\n" for stem in sorted(groups))
