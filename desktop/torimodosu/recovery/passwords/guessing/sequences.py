"""Runs of signs that follow one another, and parts that repeat."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from torimodosu.recovery.passwords.guessing.match import Match, Pattern

_WIDEST_STEP = 5
# Where one begins to guess sequences.
_OBVIOUS = frozenset("aAzZ019")
_OBVIOUS_STARTS, _DIGITS, _LETTERS = 4, 10, 26

_GREEDY = re.compile(r"(.+)\1+")
_LAZY = re.compile(r"(.+?)\1+")
_WHOLE = re.compile(r"(.+?)\1+")


def sequences_in(text: str) -> Iterator[Match]:
    """Yield the runs in *text* such as "abcd", "9753" and, of two signs, "ab"."""
    codes = [ord(sign) for sign in text]
    steps = [after - before for before, after in pairwise(codes)]
    start = 0
    for at, step in enumerate(steps):
        if at + 1 < len(steps) and steps[at + 1] == step:
            continue
        end = at + 2
        is_run = end - start > 2 or abs(step) == 1  # noqa: PLR2004 -- two signs
        if is_run and 0 < abs(step) <= _WIDEST_STEP:
            guesses = _starts(text[start]) * (end - start) * (1 if step > 0 else 2)
            yield Match(start, end, guesses, Pattern.SEQUENCE)
        start = at + 1


def _starts(sign: str) -> int:
    if sign in _OBVIOUS:
        return _OBVIOUS_STARTS
    return _DIGITS if re.match(r"\d", sign) else _LETTERS


class _Repeat(NamedTuple):
    start: int
    end: int
    unit: str


def repeats_in(text: str, guesses_of: Callable[[str], float]) -> Iterator[Match]:
    """Yield the parts of *text* in which something stands several times in a row.

    Args:
        text: The password.
        guesses_of: Tells how many guesses take what is repeated.

    """
    if not _may_repeat(text):
        return
    at = 0
    while repeat := _next_repeat(text, at):
        start, at, unit = repeat
        times = (at - start) / len(unit)
        yield Match(start, at, guesses_of(unit) * times, Pattern.REPEAT)


def _may_repeat(text: str) -> bool:
    """Tell whether two signs follow each other twice, or one follows itself.

    Nothing repeats without that, and to look for it takes far less time.
    """
    pairs = {*pairwise(text)}
    return len(pairs) < len(text) - 1 or any(map(eq, text, text[1:]))


def _next_repeat(text: str, at: int) -> _Repeat | None:
    lazy = _LAZY.search(text, at)
    if lazy is None:
        return None
    greedy = _GREEDY.search(text, at)
    if greedy is not None and len(greedy[0]) > len(lazy[0]):
        # What is repeated may itself repeat something: "aab" in "aabaabaabaab".
        whole = _WHOLE.fullmatch(greedy[0])
        unit = whole[1] if whole else greedy[1]
        return _Repeat(greedy.start(), greedy.end(), unit)
    return _Repeat(lazy.start(), lazy.end(), lazy[1])
