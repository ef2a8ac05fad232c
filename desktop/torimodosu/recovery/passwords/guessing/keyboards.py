"""Runs of keys that lie beside each other."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import comb
from operator import add
from typing import NamedTuple

from zxcvbn.adjacency_graphs import ADJACENCY_GRAPHS

from torimodosu.recovery.passwords.guessing.match import Match, Pattern

# Two steps and more, each a byte: a run of two keys says nothing.
_SEVERAL = re.compile(b"\1{2,}")
_SHIFTED = re.compile(r'[~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?]')
_LETTERS = ("qwerty", "dvorak")

# The keys of a Japanese keyboard (JIS X 6002), row by row; each row stands half a key
# to the right of the one above.
_JIS_ROWS = (
    ("1!", '2"', "3#", "4$", "5%", "6&", "7'", "8(", "9)", "0", "-=", "^~", "\\|"),
    ("qQ", "wW", "eE", "rR", "tT", "yY", "uU", "iI", "oO", "pP", "@`", "[{"),
    ("aA", "sS", "dD", "fF", "gG", "hH", "jJ", "kK", "lL", ";+", ":*", "]}"),
    ("zZ", "xX", "cC", "vV", "bB", "nN", "mM", ",<", ".>", "/?", "\\_"),
)
_JIS_SHIFTED = re.compile(r"""[!"#$%&'()=~|`{+*}<>?_A-Z]""")


class _Keyboard(NamedTuple):
    """Which key follows which.

    Attributes:
        steps: Each pair of signs on keys side by side, with the direction and
            whether the second needs Shift.
        shifted: What needs Shift, None where no key has two signs.
        keys: How many keys there are to start at.
        neighbours: How many keys a key has beside it, on average.

    """

    steps: Mapping[str, tuple[int, bool]]
    shifted: re.Pattern[str] | None
    keys: int
    neighbours: float


def keys_in(text: str) -> Iterator[Match]:
    """Yield the runs of keys in *text*, on every keyboard."""
    pairs = [*map(add, text, text[1:])]
    if _SEVERAL.search(_is_among(pairs, _zxcvbn_steps())):
        for keyboard in _zxcvbn_keyboards():
            yield from _runs(text, pairs, keyboard)


def japanese_keys_in(text: str) -> Iterator[Match]:
    """Yield the runs of keys in *text* on a Japanese keyboard."""
    return _runs(text, [*map(add, text, text[1:])], _japanese_keyboard())


def _is_among(pairs: Sequence[str], steps: Container[str]) -> bytes:
    """Return 1 for each of *pairs* that is one of *steps*, 0 for another."""
    return bytes(map(steps.__contains__, pairs))


def _runs(text: str, pairs: Sequence[str], keyboard: _Keyboard) -> Iterator[Match]:
    """Yield the runs in *text*, the signs of which follow each other in *pairs*."""
    steps, shifted, keys, neighbours = keyboard
    for found in _SEVERAL.finditer(_is_among(pairs, steps)):
        start, last = found.span()
        turns, direction = 0, -1
        shifts = int(bool(shifted and shifted.match(text[start])))
        for pair in pairs[start:last]:
            towards, is_shifted = steps[pair]
            turns += towards != direction
            direction = towards
            shifts += is_shifted
        length = last + 1 - start
        ways = _ways(length, turns, keys, neighbours)
        guesses = ways * _with_shift(shifts, length - shifts)
        yield Match(start, last + 1, guesses, Pattern.KEYBOARD)


@lru_cache(maxsize=4096)
def _ways(length: int, turns: int, keys: int, neighbours: float) -> float:
    """Return how many runs there are that are no longer and turn no more often."""
    return sum(
        comb(upto - 1, turn - 1) * keys * neighbours**turn
        for upto in range(2, length + 1)
        for turn in range(1, min(turns, upto - 1) + 1)
    )


@lru_cache(maxsize=1024)
def _with_shift(shifts: int, others: int) -> int:
    if not shifts:
        return 1
    if not others:
        return 2
    most = min(shifts, others)
    return sum(comb(shifts + others, count) for count in range(1, most + 1))


@cache
def _zxcvbn_keyboards() -> tuple[_Keyboard, ...]:
    # zxcvbn counts with the keys of "qwerty" for "dvorak", with those of "keypad" for
    # "mac_keypad".
    return tuple(
        _keyboard(
            ADJACENCY_GRAPHS[name],
            counted=ADJACENCY_GRAPHS["qwerty" if name in _LETTERS else "keypad"],
            shifted=_SHIFTED if name in _LETTERS else None,
        )
        for name in ("qwerty", "dvorak", "keypad", "mac_keypad")
    )


@cache
def _zxcvbn_steps() -> frozenset[str]:
    return frozenset(step for it in _zxcvbn_keyboards() for step in it.steps)


@cache
def _japanese_keyboard() -> _Keyboard:
    graph = _slanted(_JIS_ROWS)
    return _keyboard(graph, counted=graph, shifted=_JIS_SHIFTED)


_Graph = Mapping[str, list[str | None]]


def _keyboard(
    graph: _Graph, *, counted: _Graph, shifted: re.Pattern[str] | None
) -> _Keyboard:
    steps: dict[str, tuple[int, bool]] = {}
    for sign, neighbours in graph.items():
        for direction, key in enumerate(neighbours):
            for place, other in enumerate(key or ""):
                steps.setdefault(sign + other, (direction, place == 1))
    beside = sum(bool(key) for keys in counted.values() for key in keys)
    return _Keyboard(steps, shifted, len(counted), beside / len(counted))


def _slanted(rows: tuple[tuple[str, ...], ...]) -> _Graph:
    """Return each sign with the six keys around its own, None where there is none."""
    keys = {
        (at, row): key for row, line in enumerate(rows) for at, key in enumerate(line)
    }
    around = ((-1, 0), (0, -1), (1, -1), (1, 0), (0, 1), (-1, 1))
    return {
        sign: [keys.get((at + right, row + down)) for right, down in around]
        for (at, row), key in keys.items()
        for sign in key
    }
