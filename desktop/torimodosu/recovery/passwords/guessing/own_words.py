"""Words that belong to the person: names, addresses, the shop's name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from torimodosu.recovery.passwords.guessing.look_alikes import as_one
from torimodosu.recovery.passwords.guessing.match import Match, Pattern
from torimodosu.recovery.passwords.guessing.typed import Typed
from torimodosu.recovery.passwords.guessing.variations import (
    in_capitals,
    with_look_alikes,
)
from torimodosu.recovery.passwords.kana import latin
from torimodosu.recovery.passwords.romaji import one_spelling

_PART = re.compile(r"[^\W_]+")
_LETTERS = re.compile("[a-z'-]+")
_SHORTEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """The person's words in the order in which one tries them, from 1 on.

    Attributes:
        ranks: The words in small letters.
        japanese: Those that are Japanese, in their one spelling.

    """

    ranks: Mapping[str, int] = field(default_factory=dict)
    japanese: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Sequence[str]) -> "OwnWords":
        """Take *words* whole and in parts, such as those of a mail address."""
        ranks: dict[str, int] = {}
        japanese: dict[str, int] = {}
        for part, spelt in (part for word in words for part in _parts(word)):
            if len(part) >= _SHORTEST:
                ranks.setdefault(part, len(ranks) + 1)
            if len(spelt) >= _SHORTEST:
                japanese.setdefault(spelt, len(japanese) + 1)
        return cls(ranks=ranks, japanese=japanese)

    def found_in(self, typed: Typed) -> Iterator[Match]:
        """Yield the words in a password, also backwards and in signs like letters."""
        text, lowered, look_alikes = typed
        form = as_one(lowered)
        for word, rank in self.ranks.items():
            for start, end in _places(word, lowered):
                ways = in_capitals(text[start:end])
                yield Match(start, end, rank * ways, Pattern.OWN_WORD, word)
            for start, end in _places(word[::-1], lowered):
                guesses = rank * in_capitals(text[start:end]) * 2
                yield Match(start, end, guesses, Pattern.OWN_WORD, word)
            for start, end in _places(as_one(word), form):
                token = lowered[start:end]
                letters = look_alikes.letters_in(token, word)
                if letters:
                    ways = with_look_alikes(token, letters)
                    guesses = rank * in_capitals(text[start:end]) * ways
                    yield Match(start, end, guesses, Pattern.OWN_WORD, word)


@lru_cache(maxsize=256)
def _parts(word: str) -> Sequence[tuple[str, str]]:
    """Return *word* and its parts, each with its one spelling if it is Japanese.

    Most words come again: people have few user names.
    """
    lowered = word.lower()
    parts = dict.fromkeys((lowered, *_PART.findall(lowered)))
    return [(part, _spelt(part)) for part in parts]


def _spelt(word: str) -> str:
    """Return the one spelling of *word*, "" where it is not Japanese."""
    letters = word if word.isascii() else latin(word) or word
    return one_spelling(letters) or "" if _LETTERS.fullmatch(letters) else ""


def _places(word: str, text: str) -> Iterator[tuple[int, int]]:
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + 1)
