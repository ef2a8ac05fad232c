"""A long list of words that is there at once: only what is looked up is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# How many letters the words of a group have in common.
STEM = 3

_NONE: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class RankedWords:
    """Words of three letters and more, by their first three letters.

    Each group is a line: the letters, a tab, and for each word the rest of it and its
    place in the order in which one guesses, from 1 on. Places among the names, not
    among the words, are negative. Spaces stand between them.
    """

    _groups: Mapping[str, str] = field(default_factory=dict, repr=False)
    _read: dict[str, Mapping[str, int]] = field(default_factory=dict, repr=False)

    @classmethod
    def from_text(cls, text: str) -> "RankedWords":
        """Return the words that *text* holds."""
        lines = (line.partition("\t") for line in text.splitlines())
        return cls({stem: words for stem, _, words in lines})

    def beginning_with(self, stem: str) -> Mapping[str, int]:
        """Return what follows the three letters *stem* in the words, with its place."""
        known = self._read.get(stem)
        if known is None:
            if stem not in self._groups:
                return _NONE
            parts = self._groups[stem].split(" ")
            known = dict(zip(parts[::2], map(int, parts[1::2]), strict=True))
            self._read[stem] = known
        return known


def text_of(words: Iterable[str], names: Iterable[str]) -> str:
    """Return the text that holds *words* and *names*, each the most frequent first."""
    groups: dict[str, list[str]] = {}
    for sign, ranked in (("", words), ("-", names)):
        for rank, word in enumerate(ranked, 1):
            groups.setdefault(word[:STEM], []).append(f"{word[STEM:]} {sign}{rank}")
    return "".join(f"{stem}\t{' '.join(groups[stem])}\n" for stem in sorted(groups))
