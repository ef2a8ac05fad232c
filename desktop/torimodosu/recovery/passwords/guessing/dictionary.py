"""English words, names and common passwords: the lists of zxcvbn as one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from torimodosu.recovery.passwords.guessing.look_alikes import Reading
from torimodosu.recovery.passwords.guessing.match import Match, Pattern
from torimodosu.recovery.passwords.guessing.typed import Typed
from torimodosu.recovery.passwords.guessing.variations import (
    in_capitals,
    with_look_alikes,
)

# Most places are no beginning of a word of four letters, and many of none of two.
_STEM, _SHORT_STEM = 4, 2

COMMON_PASSWORDS = "passwords"
NAMES = ("male_names", "female_names", "surnames")


class _Words(NamedTuple):
    """Each word with its best rank, and how long those with a stem are at most."""

    ranks: Mapping[str, int]
    stems: Mapping[str, int]


@cache
def _words() -> _Words:
    """Return the words that are guessed faster than by trying their letters."""
    ranks: dict[str, int] = {}
    stems: dict[str, int] = {}
    for words in FREQUENCY_LISTS.values():
        for rank, word in enumerate(words, 1):
            length = len(word)
            # A single letter takes eleven guesses.
            if rank >= (11 if length == 1 else 10**length):
                continue
            if rank < ranks.get(word, rank + 1):
                ranks[word] = rank
            stem = word[: _STEM if length >= _STEM else _SHORT_STEM]
            if length > stems.get(stem, 0):
                stems[stem] = length
    return _Words(ranks, stems)


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in FREQUENCY_LISTS.items()}


def lists_with(word: str) -> frozenset[str]:
    """Return the names of the lists that hold *word*."""
    return frozenset(name for name, words in _sets().items() if word in words)


def words_in(typed: Typed) -> Iterator[Match]:
    """Yield the words in a password, forwards and backwards."""
    text, lowered, _ = typed
    length = len(text)
    for start, end, word, rank in _found(lowered):
        token = text[start:end]
        guesses = rank * in_capitals(token)
        yield Match(start, end, guesses, Pattern.WORD, word, token == word)
    for first, last, word, rank in _found(lowered[::-1]):
        start, end = length - last, length - first
        guesses = rank * in_capitals(text[start:end]) * 2
        yield Match(start, end, guesses, Pattern.WORD, word, is_plain=False)


def words_read(typed: Typed) -> Iterator[Match]:
    """Yield the words in a password that have signs in place of letters."""
    text, lowered, readings = typed
    ranks, _ = _words()
    for start in range(len(text) if readings else 0):
        for ends, whole, letters in _read_from(start, readings):
            for end in ends:
                word = whole[: end - start]
                if word in ranks and word != (token := lowered[start:end]):
                    ways = with_look_alikes(token, letters)
                    guesses = ranks[word] * in_capitals(text[start:end]) * ways
                    yield Match(start, end, guesses, Pattern.WORD, word, is_plain=False)


def _read_from(
    start: int, readings: Sequence[Reading]
) -> Iterator[tuple[range, str, Mapping[str, str]]]:
    """Yield what *readings* read from *start* on, with where words may end.

    There may be hundreds that differ elsewhere only: each that differs here comes once.
    """
    _, stems = _words()
    heads = {one.text[start : start + _STEM]: one.letters for one in readings}
    for head, letters in heads.items():
        yield range(start + 2, start + min(_STEM, len(head) + 1)), head, letters
        if head not in stems:
            continue
        end = start + stems[head]
        wholes = {
            one.text[start:end]: one.letters
            for one in readings
            if one.text.startswith(head, start)
        }
        for whole, its_letters in wholes.items():
            ends = range(start + _STEM, start + len(whole) + 1)
            yield ends, whole, its_letters


def _found(lowered: str) -> Iterator[tuple[int, int, str, int]]:
    """Yield the words in *lowered* with their ends and ranks."""
    ranks, stems = _words()
    length = len(lowered)
    for start in range(length):
        longest = (
            stems.get(lowered[start : start + _STEM])
            or stems.get(lowered[start : start + _SHORT_STEM])
            or 1
        )
        for end in range(start + 1, min(start + longest, length) + 1):
            word = lowered[start:end]
            if word in ranks:
                yield start, end, word, ranks[word]
