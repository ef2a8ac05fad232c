"""Orders and uses that only fit in numbers, or of which the amount is not known.

What is found here is never more than possible.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from torimodosu.recovery.statements.which_card.claims import Claim
from torimodosu.recovery.statements.which_card.edges import Amounts
from torimodosu.recovery.statements.which_card.matching import Reason
from torimodosu.recovery.statements.which_card.shadows import (
    Rates,
    can_pay,
    is_converted,
)
from torimodosu.recovery.statements.which_card.uses import Use

# The shop charges together what was ordered within a day, two or three orders of it.
_MOST_ORDERS = 3
_ORDERED_WITHIN = 1
# An order comes in so many parcels of which no mail tells, at most.
_MOST_CHARGES = 4
_NEAREST = 12
_LOOKED_AT = 64
_SHOWN = 6
# Of so many combinations all are tried; beyond, the rest is given up.
MOST_COMBINATIONS = 20_000


class Combination(NamedTuple):
    """Orders and uses, by their places, that may belong together."""

    claims: tuple[int, ...]
    uses: tuple[int, ...]
    reason: Reason


class _ByDay:
    """Uses by their day."""

    def __init__(self, uses: Sequence[Use], places: Iterable[int]) -> None:
        self._places = sorted(places, key=lambda index: uses[index].day)
        self._days = [uses[index].day for index in self._places]

    def near(self, claim: Claim) -> Sequence[int]:
        """Return the uses of usual days for *claim*, of too many the first."""
        start = bisect_left(self._days, claim.first)
        end = bisect_right(self._days, claim.last)
        return self._places[start : min(end, start + _LOOKED_AT)]


class Combiner:
    """Tries combinations as long as there are not too many of them."""

    def __init__(
        self, claims: Sequence[Claim], uses: Sequence[Use], rates: Rates
    ) -> None:
        self.gave_up = False
        self.claims, self.uses, self._rates = claims, uses, rates
        self._left = MOST_COMBINATIONS

    def orders_together(
        self, places: Sequence[int], amounts: Amounts
    ) -> Iterator[Combination]:
        """Yield the uses that cost what two or three of these orders do."""
        ordered = sorted(
            (place for place in places if self.claims[place].whole),
            key=lambda place: self.claims[place].day,
        )
        for start, place in enumerate(ordered):
            first = self.claims[place]
            near = [
                other
                for other in islice(ordered, start + 1, start + 1 + 4 * _NEAREST)
                if self.claims[other].day - first.day <= _ORDERED_WITHIN
                and self.claims[other].service == first.service
                and self.claims[other].currency == first.currency
            ]
            for size in range(1, _MOST_ORDERS):
                for others in self._tried(combinations(near, size)):
                    yield from self._of_sum((place, *others), amounts)

    def _of_sum(
        self, places: tuple[int, ...], amounts: Amounts
    ) -> Iterator[Combination]:
        together = [self.claims[place] for place in places]
        units = sum(claim.whole or 0 for claim in together)
        for index in amounts.of_amount(units)[:_NEAREST]:
            use = self.uses[index]
            fits = all(
                claim.is_soon(use.day) and amounts.may_be_for(use, claim)
                for claim in together
            )
            if fits and use.services:
                yield Combination(places, (index,), Reason.ORDERS_TOGETHER)

    def charges_together(
        self, places: Iterable[int], free: Iterable[int], amounts: Amounts
    ) -> Iterator[Combination]:
        """Yield the uses of one card that cost together what an order does."""
        by_card: dict[int, list[int]] = defaultdict(list)
        for index in free:
            use = self.uses[index]
            if len(use.cards) == 1 and use.services and use.day:
                by_card[use.cards[0]].append(index)
        cards = [_ByDay(self.uses, found) for found in by_card.values()]
        for place in places:
            claim = self.claims[place]
            for card in cards if claim.whole and claim.is_loose else ():
                near = self._nearest(claim, card.near(claim), amounts)
                for size in range(2, _MOST_CHARGES + 1):
                    for chosen in self._tried(combinations(near, size)):
                        units = sum(self.uses[index].units for index in chosen)
                        if units == claim.whole:
                            reason = Reason.SHIPMENTS_TOGETHER
                            yield Combination((place,), chosen, reason)

    def _nearest(
        self, claim: Claim, found: Sequence[int], amounts: Amounts
    ) -> Sequence[int]:
        near = [
            index
            for index in found
            if claim.may_cost(self.uses[index].units)
            and amounts.may_be_for(self.uses[index], claim)
        ]
        if len(near) > _NEAREST:
            self.gave_up = True
            near.sort(key=lambda index: abs(self.uses[index].day - claim.day))
        return near[:_NEAREST]

    def unknown_amounts(
        self, places: Iterable[int], free: Sequence[int], amounts: Amounts
    ) -> Iterator[Combination]:
        """Yield the uses that an order may be charged of which too little is known."""
        days = _ByDay(self.uses, free)
        for place in places:
            claim = self.claims[place]
            near = [
                index
                for index in days.near(claim)
                if can_pay(claim, self.uses[index], self._rates)
                and amounts.may_be_for(self.uses[index], claim)
            ]
            near.sort(key=lambda index: abs(self.uses[index].day - claim.day))
            for index in near[:_SHOWN]:
                converted = is_converted(claim, self.uses[index], self._rates)
                reason = Reason.FOREIGN_CONVERTED if converted else None
                yield Combination((place,), (index,), reason or Reason.UNKNOWN_AMOUNT)

    def _tried(self, choices: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
        for chosen in choices:
            if not self._left:
                self.gave_up = True
                return
            self._left -= 1
            yield chosen
