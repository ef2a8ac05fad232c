"""Which orders the uses of cards are for, as far as their amounts tell for sure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.claims import Claim
from torimodosu.recovery.statements.which_card.edges import Edge
from torimodosu.recovery.statements.which_card.matching import Reason
from torimodosu.recovery.statements.which_card.uses import Use

# A knot of more possible pairs than these is not taken apart.
_MOST_PAIRS = 4_096


class Knot(NamedTuple):
    """Orders and uses that hang together by possible pairs.

    Attributes:
        edges: The pairs.
        claims: Places of the orders.
        uses: Places of the uses.

    """

    edges: tuple[Edge, ...]
    claims: frozenset[int]
    uses: frozenset[int]

    @property
    def is_too_large(self) -> bool:
        """Tell whether there are too many pairs to try them all."""
        return len(self.edges) > _MOST_PAIRS


def without_ruled_out(
    edges: Sequence[Edge],
    pins: Iterable[Edge],
    claims: Sequence[Claim],
    uses: Sequence[Use],
) -> Sequence[Edge]:
    """Return the pairs that *pins*, which are sure, and the days leave possible.

    Where an order has a use as one expects, a much later one is not looked for.
    """
    used = {edge.use for edge in pins}
    paid = {edge.claim for edge in pins if edge.is_whole}
    found = {edge.claim for edge in edges if edge.is_soon}
    return [
        edge
        for edge in edges
        if edge.use not in used
        and edge.claim not in paid
        and (
            edge.is_soon
            or edge.claim not in found
            or claims[edge.claim].is_usual(uses[edge.use].day)
        )
    ]


def knots(edges: Iterable[Edge]) -> Iterator[Knot]:
    """Yield what hangs together, each pair once."""
    by_claim: dict[int, list[Edge]] = defaultdict(list)
    by_use: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_claim[edge.claim].append(edge)
        by_use[edge.use].append(edge)
    done: set[int] = set()
    for start, own in by_claim.items():
        if start in done:
            continue
        if len(own) == len(by_use[own[0].use]) == 1:  # as is most often so
            yield Knot(tuple(own), frozenset((start,)), frozenset((own[0].use,)))
            continue
        claims, uses, found = {start}, set[int](), list[Edge]()
        waiting = [start]
        while waiting:
            here = by_claim[waiting.pop()]
            found += here
            for edge in here:
                if edge.use not in uses:
                    uses.add(edge.use)
                    for other in by_use[edge.use]:
                        if other.claim not in claims:
                            claims.add(other.claim)
                            waiting.append(other.claim)
        done |= claims
        yield Knot(tuple(found), frozenset(claims), frozenset(uses))


def unsettled(
    all_knots: Iterable[Knot], claims: Sequence[Claim], uses: Sequence[Use]
) -> Iterator[int]:
    """Yield the places of orders in knots that may have been charged otherwise.

    An order is settled where the uses that fit make up all of it, and no other order
    fits them; or where there are as many of both, and all are of one owner.
    """
    for knot in all_knots:
        if is_balanced(knot, claims) or knot.is_too_large:
            continue
        if len(knot.claims) == 1:
            (place,) = knot.claims
            claim = claims[place]
            paid = sum(uses[edge.use].units for edge in knot.edges if edge.is_soon)
            if fit_together(claim, knot.edges, uses) and paid == claim.whole:
                continue
        yield from knot.claims


def is_balanced(knot: Knot, claims: Sequence[Claim]) -> bool:
    """Tell whether each use fits each order, of one owner, and there are as many."""
    size = len(knot.claims)
    if len(knot.uses) != size or len(knot.edges) != size * size:
        return False
    owners = {claims[place].owner for place in knot.claims}
    return len(owners) == 1 and all(e.is_whole and e.is_soon for e in knot.edges)


def fit_together(claim: Claim, edges: Sequence[Edge], uses: Sequence[Use]) -> bool:
    """Tell whether all *edges* of one order can be true at once.

    They pay for no more than the order costs, and for no parcel twice.
    """
    if len(edges) == 1:
        return True
    if claim.whole is None or any(e.reason is not Reason.SHIPMENT for e in edges):
        return False
    used = [uses[edge.use].units for edge in edges]
    return all(used.count(units) <= claim.parts.count(units) for units in set(used))


def is_covered(knot: Knot, claims: Sequence[Claim]) -> bool:
    """Tell whether every use of *knot* can have an order of its own at once.

    If not, the shop charged something that no mail tells of, and what is what cannot be
    told from the amounts.
    """
    rooms = {place: max(1, len(claims[place].parts)) for place in knot.claims}
    return _most_paired(knot.edges, rooms, soon_only=True) == len(knot.uses)


def most_explained(
    edges: Iterable[Edge], claims: Sequence[Claim], uses: Iterable[int]
) -> int:
    """Return how many of *uses* orders that may be the user's can explain at most."""
    chosen = set(uses)
    kept = [
        edge
        for edge in edges
        if edge.use in chosen and claims[edge.claim].owner is not Ownership.NOT_MINE
    ]
    rooms = {edge.claim: max(1, len(claims[edge.claim].parts)) for edge in kept}
    return _most_paired(kept, rooms, soon_only=False)


def _most_paired(
    edges: Iterable[Edge], rooms: dict[int, int], *, soon_only: bool
) -> int:
    """Return the size of the largest matching, by augmenting paths (Kuhn 1955).

    *rooms* tells how many uses each order takes.
    """
    fitting: dict[int, list[int]] = defaultdict(list)
    for edge in edges:
        if edge.is_soon or not soon_only:
            fitting[edge.use].append(edge.claim)
    pairing = _Pairing(fitting, rooms)
    return sum(pairing.has_room_for(use) for use in fitting)


class _Pairing:
    """Uses with the orders that they are given to, each order with its room."""

    def __init__(
        self, fitting: Mapping[int, Sequence[int]], rooms: Mapping[int, int]
    ) -> None:
        self._fitting, self._rooms = fitting, rooms
        self._given: dict[int, int] = {}
        self._taken: dict[int, set[int]] = defaultdict(set)

    def has_room_for(self, start: int) -> bool:
        """Give the use *start* an order, moving others on where that makes room."""
        came_from: dict[int, int] = {}
        waiting = [start]
        for use in waiting:
            for claim in self._fitting[use]:
                if claim not in came_from:
                    came_from[claim] = use
                    if len(self._taken[claim]) < self._rooms[claim]:
                        self._move_on(claim, came_from)
                        return True
                    waiting.extend(self._taken[claim])
        return False

    def _move_on(self, claim: int, came_from: Mapping[int, int]) -> None:
        free: int | None = claim
        while free is not None:
            use = came_from[free]
            before = self._given.get(use)
            if before is not None:
                self._taken[before].remove(use)
            self._given[use] = free
            self._taken[free].add(use)
            free = before
