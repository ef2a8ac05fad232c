"""What the minute of a use tells about the order that it is for."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.claims import Claim
from torimodosu.recovery.statements.which_card.edges import Edge, is_same_moment
from torimodosu.recovery.statements.which_card.uses import Use


class Timed(NamedTuple):
    """What notices at the minute of an order tell.

    Attributes:
        pins: Pairs that belong together, whatever else costs as much.
        strange: Places of uses that are for an order of somebody else, whichever.

    """

    pins: tuple[Edge, ...]
    strange: frozenset[int]


def timed(edges: Sequence[Edge], claims: Sequence[Claim], uses: Sequence[Use]) -> Timed:
    """Return what the minutes of *uses* tell about *claims*.

    A notice belongs to an order where it alone fits its minute, and no other order can
    be of that minute. Another one that costs as much must have another use to be for:
    else it may have been charged just then by chance.
    """
    exact = [edge for edge in edges if edge.at_minute]
    if not exact:
        return Timed((), frozenset())
    by_use = Counter(edge.use for edge in exact)
    by_claim = Counter(edge.claim for edge in exact)
    alone = [e for e in exact if by_use[e.use] == by_claim[e.claim] == 1]
    contest = _Contest(edges, alone, claims, uses)
    pins, strange = [], set()
    for edge in alone:
        others = contest.others(edge)
        if not others:
            pins.append(edge)
        elif all(
            claims[place].owner is Ownership.NOT_MINE for place in (edge.claim, *others)
        ):
            strange.add(edge.use)
    return Timed(tuple(pins), frozenset(strange))


class _Contest:
    """Who else may be behind a use at the minute of an order."""

    def __init__(
        self,
        edges: Sequence[Edge],
        alone: Sequence[Edge],
        claims: Sequence[Claim],
        uses: Sequence[Use],
    ) -> None:
        self._claims, self._uses = claims, uses
        self._fitting: dict[int, set[int]] = defaultdict(set)
        for edge in edges:
            if edge.is_soon:
                self._fitting[edge.use].add(edge.claim)
        self._choices = Counter(edge.claim for edge in edges if edge.is_soon)
        settled = {edge.claim for edge in alone if edge.is_whole}
        self._open = _by_day(claims, settled)

    def others(self, edge: Edge) -> set[int]:
        """Return the places of the orders that the use of *edge* may be for as well."""
        use = self._uses[edge.use]
        others = {
            place
            for place in self._fitting[edge.use]
            if self._choices[place] == 1 or self._claims[place].moment is None
        }
        for place in self._open.get(use.day, ()):
            claim = self._claims[place]
            may_be = claim.moment is None or is_same_moment(claim, use)
            if may_be and claim.service in use.services and claim.may_cost(use.units):
                others.add(place)
        return others - {edge.claim}


def _by_day(claims: Sequence[Claim], settled: set[int]) -> Mapping[int, Sequence[int]]:
    """Return the orders of which too little is known, by their day."""
    found: dict[int, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        if place not in settled and (claim.is_loose or claim.whole is None):
            for day in (claim.day, *claim.parcels):
                found[day].append(place)
    return found
