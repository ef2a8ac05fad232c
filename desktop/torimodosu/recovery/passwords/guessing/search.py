"""Which of the overlapping parts of a password take the fewest guesses together."""

from collections.abc import Iterable, Mapping, Sequence
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
_POWERS = [_CHARACTERS**length for length in range(LONGEST + 1)]
# The least that a part of each length is worth, where it is not the whole.
_LEAST = [0.0, _LEAST_CHARACTER, *(_LEAST_PART for _ in range(2, LONGEST + 1))]


class Guessed(NamedTuple):
    """The cheapest way to guess a password: how many guesses, and its parts."""

    guesses: float
    parts: tuple[Match, ...]


# The cheapest ways to guess a beginning, for each number of parts: how many guesses it
# takes with what the number of parts costs, the product of what the parts take, and
# the last part, or where it begins if its characters are tried.
_Ways = dict[int, tuple[float, float, Match | int]]

# Another way to guess a beginning: the number of its parts, and the rest as above.
_Further = tuple[int, float, Match | int]

# From where trying every character goes on, the cheapest for each count of parts: what
# it would cost from the very beginning, where it starts, and the product before. Each
# character costs the same, so which place is the cheapest never changes, but that a
# single character costs a little more.
_Trying = dict[int, tuple[float, int, float]]


def fewest_guesses(length: int, matches: Iterable[Match]) -> Guessed:
    """Return the fewest guesses that a password of *length* characters takes.

    Args:
        length: At most `LONGEST`.
        matches: The parts that follow a pattern.

    """
    if not length:
        return Guessed(1.0, ())
    by_end, starts = _by_end(length, matches)
    ways: dict[int, _Ways] = {0: {0: (0.0, 1.0, 0)}}
    trying: _Trying = {}
    # The ways in which a pattern ended last, and where: trying goes on behind those
    # only, for two parts that are tried are one.
    newest: _Ways = ways[0]
    reached = 0
    # Elsewhere nothing begins or ends.
    for end in sorted({*by_end, *starts, length} - {0}):
        if reached < end - 1:
            _settle(newest, reached, trying)
        ending = by_end.get(end, ())
        further: list[_Further] = [
            (parts + 1, way[1] * match[2], match)
            for match in ending
            for parts, way in ways[match[0]].items()
        ]
        for parts, (_, start, product) in trying.items():
            further.append((parts + 1, product * _TRIED[end - start], start))
        if reached == end - 1:
            for parts, way in newest.items():
                further.append((parts + 1, way[1] * _TRIED[1], reached))
            _settle(newest, reached, trying)
        ways[end] = here = _cheapest(further)
        if ending:
            newest = {key: it for key, it in here.items() if isinstance(it[2], Match)}
            reached = end
    return _unwound(length, ways)


def _settle(newest: _Ways, start: int, trying: _Trying) -> None:
    """Let trying go on from *start* where that is cheaper than from before."""
    for parts, (_, product, _) in newest.items():
        cost = product / _POWERS[start]
        known = trying.get(parts)
        if known is None or cost < known[0]:
            trying[parts] = (cost, start, product)


def _by_end(
    length: int, matches: Iterable[Match]
) -> tuple[Mapping[int, Sequence[Match]], set[int]]:
    """Return the matches worth a look, by their ends, and where they start.

    Those are the best of each span.
    """
    best: dict[tuple[int, int], Match] = {}
    for match in matches:
        start, end, guesses = match[:3]
        span = end - start
        if span < length and guesses < _LEAST[span]:
            guesses = _LEAST[span]
        if guesses >= _TRIED[span]:
            continue
        known = best.get((start, end))
        if known is None or guesses < known[2]:
            is_least = guesses == match[2]
            best[start, end] = match if is_least else match._replace(guesses=guesses)
    by_end: dict[int, list[Match]] = {}
    for span_of_match in sorted(best):
        by_end.setdefault(span_of_match[1], []).append(best[span_of_match])
    return by_end, {start for start, _ in best}


def _cheapest(further: Iterable[_Further]) -> _Ways:
    """Return the ways for which none with as few parts takes as few guesses."""
    ways: _Ways = {}
    for parts, product, last in further:
        guesses = _ORDERS[parts] * product + _LONGER[parts]
        for others, way in ways.items():
            if others <= parts and way[0] <= guesses:
                break
        else:
            ways[parts] = (guesses, product, last)
    return ways


def _unwound(length: int, ways: Mapping[int, _Ways]) -> Guessed:
    """Return the cheapest way to guess all, with its parts in their order."""
    end = length
    count, cheapest = min(ways[end].items(), key=lambda item: item[1][0])
    parts: list[Match] = []
    while end:
        last = ways[end][count][2]
        if not isinstance(last, Match):
            last = Match(last, end, _TRIED[end - last], Pattern.TRIED)
        parts.append(last)
        end, count = last.start, count - 1
    return Guessed(cheapest[0], tuple(reversed(parts)))
