"""Which of the overlapping parts of a password take the fewest guesses together."""

from collections.abc import Iterable
from math import factorial
from typing import NamedTuple

from torimodosu.recovery.passwords.guessing.match import Match, Pattern

# What the search handles; its floating-point numbers hold no more.
LONGEST = 72

# Guesses at each character that follows no pattern.
_CHARACTERS = 10.0
# One guesses short combinations first: what each further part costs beyond itself.
_FURTHER_PART = 10_000.0
# A part is never cheaper than this beside others.
_LEAST_CHARACTER, _LEAST_PART = 10.0, 50.0

_ORDERS = [float(factorial(parts)) for parts in range(LONGEST + 1)]
_LONGER = [0.0, *(_FURTHER_PART**parts for parts in range(LONGEST))]
_TRIED = [
    1.0,
    max(_CHARACTERS, _LEAST_CHARACTER + 1),
    *(max(_CHARACTERS**length, _LEAST_PART + 1) for length in range(2, LONGEST + 1)),
]


class Guessed(NamedTuple):
    """The cheapest way to guess a password: how many guesses, and its parts."""

    guesses: float
    parts: tuple[Match, ...]


class _Way(NamedTuple):
    """The cheapest way to guess a beginning with a given number of parts.

    Attributes:
        guesses: How many it takes, with what the number of parts costs.
        product: The product of what the parts take.
        last: The last part, or where it begins if its characters are tried.

    """

    guesses: float
    product: float
    last: Match | int


def fewest_guesses(length: int, matches: Iterable[Match]) -> Guessed:
    """Return the fewest guesses that a password of *length* characters takes.

    Args:
        length: At most `LONGEST`.
        matches: The parts that follow a pattern.

    """
    if not length:
        return Guessed(1.0, ())
    by_end = _by_end(length, matches)
    ways: list[dict[int, _Way]] = [{} for _ in range(length + 1)]
    trying = _Trying()
    for end in range(1, length + 1):
        here = ways[end]
        for match in by_end[end]:
            if match.start == 0:
                _keep(here, 1, match.guesses, match)
                continue
            for parts, way in ways[match.start].items():
                _keep(here, parts + 1, way.product * match.guesses, match)
        _keep(here, 1, _TRIED[end], 0)
        trying.go_on(here, end)
        trying.begin_after(here, end)
    return _unwound(ways)


class _Trying:
    """From where trying every character goes on, the cheapest for each count of parts.

    Each character costs the same, so which place is the cheapest never changes, but
    that a single character costs a little more.
    """

    def __init__(self) -> None:
        self._cheapest: dict[int, tuple[float, int, float]] = {}
        self._newest: list[tuple[int, int, float]] = []

    def go_on(self, here: dict[int, _Way], end: int) -> None:
        """Keep the ways that try what comes before *end*."""
        for parts, (_, start, product) in self._cheapest.items():
            _keep(here, parts + 1, product * _TRIED[end - start], start)
        for parts, start, product in self._newest:
            _keep(here, parts + 1, product * _TRIED[1], start)
            cost = product / _CHARACTERS**start
            known = self._cheapest.get(parts)
            if known is None or cost < known[0]:
                self._cheapest[parts] = (cost, start, product)

    def begin_after(self, here: dict[int, _Way], end: int) -> None:
        """Go on from *end* where the last part was not tried: two such are one."""
        self._newest = [
            (parts, end, way.product)
            for parts, way in here.items()
            if isinstance(way.last, Match)
        ]


def _by_end(length: int, matches: Iterable[Match]) -> list[list[Match]]:
    """Return the matches worth a look: the best of each span, where they end."""
    best: dict[tuple[int, int], Match] = {}
    for match in matches:
        span = match.end - match.start
        guesses = match.guesses
        if span < length:
            guesses = max(guesses, _LEAST_CHARACTER if span == 1 else _LEAST_PART)
        if guesses >= _TRIED[span]:
            continue
        known = best.get((match.start, match.end))
        if known is None or guesses < known.guesses:
            best[match.start, match.end] = match._replace(guesses=guesses)
    by_end: list[list[Match]] = [[] for _ in range(length + 1)]
    for match in sorted(best.values()):
        by_end[match.end].append(match)
    return by_end


def _keep(ways: dict[int, _Way], parts: int, product: float, last: Match | int) -> None:
    """Keep a way, unless one with as few parts takes as few guesses."""
    guesses = _ORDERS[parts] * product + _LONGER[parts]
    for others, way in ways.items():
        if others <= parts and way.guesses <= guesses:
            return
    ways[parts] = _Way(guesses, product, last)


def _unwound(ways: list[dict[int, _Way]]) -> Guessed:
    """Return the cheapest way, with its parts in their order."""
    end = len(ways) - 1
    count, cheapest = min(ways[end].items(), key=lambda item: item[1].guesses)
    parts: list[Match] = []
    while end:
        last = ways[end][count].last
        if not isinstance(last, Match):
            last = Match(last, end, _TRIED[end - last], Pattern.TRIED)
        parts.append(last)
        end, count = last.start, count - 1
    return Guessed(cheapest.guesses, tuple(reversed(parts)))
