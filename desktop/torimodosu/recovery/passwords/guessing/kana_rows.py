"""Runs of the Japanese alphabet, such as "kakikukeko"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from torimodosu.recovery.passwords.romaji import Run, runs_of

_SHORTEST = 4
_STARTS = 15  # the rows of the alphabet, and a few more


class Row(NamedTuple):
    """Where a run begins and, exclusive, ends in the text, and its guesses."""

    start: int
    end: int
    guesses: int


def rows_in(run: Run) -> Iterator[Row]:
    """Yield the parts of *run* in which the kana follow one another."""
    if len(run.starts) < _SHORTEST:
        return
    beats = _beats(run)
    if not any(map(_FOLLOWING.__contains__, pairwise(beats))):
        return
    first = 0
    while first < len(beats):
        last = first
        places = _PLACES.get(beats[first], ())
        while places and last + 1 < len(beats):
            places = [at + 1 for at in places if _ORDERS[at + 1] == beats[last + 1]]
            last += bool(places)
        count = last - first + 1
        if count >= _SHORTEST:
            yield Row(run.starts[first], run.ends[last], _STARTS * count)
        first = last + 1


def _beats(run: Run) -> Sequence[str]:
    return [run.spelt[start:end] for start, end in pairwise(run.offsets)]


_ALPHABET = (
    "aiueokakikukekosasisusesotatitutetonaninunenohahihuhehomamimumemoyayuyo"
    "rarirurerowawon"
)
# A poem that has each kana once; what follows here is not known as well.
_POEM = "irohanihohetotirinuruwowakayotaresotunenaramu"
# Behind each comes nothing.
_ORDERS = [
    beat for order in (_ALPHABET, _POEM) for beat in (*_beats(runs_of(order)[0]), "")
]
_PLACES = {
    beat: [at for at, other in enumerate(_ORDERS) if other == beat]
    for beat in _ORDERS
    if beat
}
_FOLLOWING = frozenset(pairwise(_ORDERS))
