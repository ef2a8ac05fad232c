"""English words, names and common passwords: the lists of zxcvbn as one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from zxcvbn.frequency_lists import FREQUENCY_LISTS

from torimodosu.recovery.passwords.guessing.look_alikes import as_one
from torimodosu.recovery.passwords.guessing.match import Match, Pattern
from torimodosu.recovery.passwords.guessing.search import LONGEST
from torimodosu.recovery.passwords.guessing.typed import Typed
from torimodosu.recovery.passwords.guessing.variations import (
    in_capitals,
    with_look_alikes,
)

# Most places are no beginning of a word of four letters, or of a shorter one, and most
# of the others are none of a long one.
_STEM, _SHORT_STEM, _LONG_STEM = 4, 2, 8
# Where those stand in a password.
_STEMS = [slice(start, start + _STEM) for start in range(LONGEST)]
_SHORT_STEMS = [slice(start, start + _SHORT_STEM) for start in range(LONGEST)]

COMMON_PASSWORDS = "passwords"
NAMES = ("male_names", "female_names", "surnames")


class _Words(NamedTuple):
    """What is guessed faster than by trying its letters.

    Attributes:
        words: Every word.
        ranks: The rank of each.
        forms: The place of the last word of each form that `as_one` gives.
        others: The places of the other words of some forms.
        letters: The forms of one letter.
        short_stems: The stems of forms that are shorter than those of others.
        stems: Those of others.
        long_stems: Those of forms that are longer than a long stem.
        longest: How long forms are at most.

    """

    words: Sequence[str]
    ranks: Sequence[int]
    forms: Mapping[str, int]
    others: Mapping[str, Sequence[int]]
    letters: frozenset[str]
    short_stems: frozenset[str]
    stems: frozenset[str]
    long_stems: frozenset[str]
    longest: int


@cache
def _words() -> _Words:
    lists = FREQUENCY_LISTS.values()
    words = [*chain.from_iterable(lists)]
    ranks = [*chain.from_iterable(range(1, len(it) + 1) for it in lists)]
    every = as_one("\n".join(words)).split("\n")
    forms = dict(zip(every, range(len(every)), strict=True))
    others: dict[str, list[int]] = {}
    for place in {*range(len(every))}.difference(forms.values()):
        others.setdefault(every[place], []).append(place)
    for form in [form for form in forms if len(form) < _STEM]:
        # A single letter takes eleven guesses.
        tried = 11 if len(form) == 1 else 10 ** len(form)
        places = (forms.pop(form), *others.pop(form, ()))
        if worth := [place for place in places if ranks[place] < tried]:
            forms[form], *others[form] = worth
    short = [form for form in forms if len(form) < _STEM]
    long = [form for form in forms if len(form) > _LONG_STEM]
    return _Words(
        words=words,
        ranks=ranks,
        forms=forms,
        others=others,
        letters=frozenset(form for form in short if len(form) == 1),
        short_stems=frozenset(form[:_SHORT_STEM] for form in short if len(form) > 1),
        stems=frozenset(form[:_STEM] for form in forms if len(form) >= _STEM),
        long_stems=frozenset(form[:_LONG_STEM] for form in long),
        longest=max(map(len, long)),
    )


@cache
def _sets() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in FREQUENCY_LISTS.items()}


def lists_with(word: str) -> frozenset[str]:
    """Return the names of the lists that hold *word*."""
    return frozenset(name for name, words in _sets().items() if word in words)


def words_in(typed: Typed) -> Iterator[Match]:
    """Yield the words in a password: forwards, backwards, with signs for letters."""
    text, lowered, look_alikes = typed
    words, ranks = _words()[:2]
    form = as_one(lowered)
    read: list[Match] = []
    for start, end, place in _found(form):
        token, word = lowered[start:end], words[place]
        if token == word:
            typed_word = text[start:end]
            guesses = ranks[place] * in_capitals(typed_word)
            is_plain = typed_word == word
            yield Match(start, end, guesses, Pattern.WORD, word, is_plain)
        elif end - start > 1:
            letters = look_alikes.letters_in(token, word)
            if letters is not None:
                ways = in_capitals(text[start:end]) * with_look_alikes(token, letters)
                guesses = ranks[place] * ways
                match = Match(start, end, guesses, Pattern.WORD, word, is_plain=False)
                read.append(match)
    length = len(text)
    backwards = lowered[::-1]
    for first, last, place in _found(form[::-1]):
        if backwards[first:last] == words[place]:
            start, end = length - last, length - first
            guesses = ranks[place] * in_capitals(text[start:end]) * 2
            yield Match(start, end, guesses, Pattern.WORD, words[place], is_plain=False)
    yield from read


def _found(form: str) -> Iterator[tuple[int, int, int]]:
    """Yield the places of the words of which *form* has the form, with their ends."""
    known = _words()
    forms, others = known.forms, known.others
    for start, first, last in _spans(form, known):
        for end in range(first, last + 1):
            part = form[start:end]
            place = forms.get(part)
            if place is not None:
                yield start, end, place
                for other in others.get(part, ()):
                    yield start, end, other


def _spans(form: str, known: _Words) -> Iterator[tuple[int, int, int]]:
    """Yield where words may begin in *form*, and where they end first and last."""
    length = len(form)
    for start, sign in enumerate(form):
        if sign in known.letters:
            yield start, start + 1, start + 1
    begin_short = map(
        known.short_stems.__contains__, map(form.__getitem__, _SHORT_STEMS[:length])
    )
    begin = map(known.stems.__contains__, map(form.__getitem__, _STEMS[:length]))
    for start, (is_short, is_word) in enumerate(zip(begin_short, begin, strict=True)):
        if is_word:
            is_long = form[start : start + _LONG_STEM] in known.long_stems
            last = start + (known.longest if is_long else _LONG_STEM)
        elif is_short:
            last = start + _STEM - 1
        else:
            continue
        first = start + (_SHORT_STEM if is_short else _STEM)
        yield start, first, min(last, length)
