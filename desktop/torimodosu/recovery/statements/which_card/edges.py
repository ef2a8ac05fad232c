"""Which uses of cards cost just what an order does."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import timedelta
from types import MappingProxyType
from typing import NamedTuple

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.claims import Claim, thousandths
from torimodosu.recovery.statements.which_card.matching import Reason
from torimodosu.recovery.statements.which_card.uses import Use

# The shop asks the issuer when it takes the order, and mails it at once; of the use
# the issuer tells the minute, without seconds.
_SAME_MOMENT = timedelta(minutes=3)
# Of so many uses of one amount the nearest are looked at; more would be guessing.
_MOST_EDGES = 32
_WHOLE = {Reason.ORDER_TOTAL, Reason.REST_AFTER_GIFT_CARD}


class Edge(NamedTuple):
    """A use that costs what an order does, or one of its parcels.

    Attributes:
        claim: The place of the order among the claims.
        use: The place of the use among the uses.
        reason: What of the order costs as much.
        is_soon: Whether it is of the shop and of a day on which one expects it.
        at_minute: Whether a notice names the minute of the order.
        is_converted: Whether it was charged in another currency.
        is_labelled: Whether a mail of the order names the digits of the card.

    """

    claim: int
    use: int
    reason: Reason
    is_soon: bool
    at_minute: bool
    is_converted: bool = False
    is_labelled: bool = False

    @property
    def is_whole(self) -> bool:
        """Tell whether it pays for the whole order."""
        return self.reason in _WHOLE


class Known(NamedTuple):
    """What rules uses out.

    Attributes:
        mine: Keys of the uses that the user says are their own.
        not_mine: Keys of those that they say are not.
        last_four: The last digits of the cards, by their number.

    """

    mine: Collection[str] = ()
    not_mine: Collection[str] = ()
    last_four: Mapping[int, str] = MappingProxyType({})


class Amounts:
    """The uses by their amount."""

    def __init__(self, uses: Sequence[Use], known: Known) -> None:
        self._uses, self._known = uses, known
        self._by_amount: dict[int, list[int]] = defaultdict(list)
        self._abroad: dict[tuple[str, int], list[int]] = defaultdict(list)
        dated = sorted(range(len(uses)), key=lambda index: uses[index].day)
        for index in dated:
            use = uses[index]
            if use.units > 0 and use.mails_orders:
                self._by_amount[use.units].append(index)
                abroad = use.foreign
                if abroad is not None and abroad.amount is not None:
                    key = (abroad.currency, thousandths(abroad.amount))
                    self._abroad[key].append(index)
        self._crowded_amounts: set[int] = set()

    def edges_of(self, claim: Claim, place: int) -> Iterator[Edge]:
        """Yield the uses that cost just what *claim*, which has *place*, may."""
        for units, reason in claim.sums.items():
            found = self._by_amount.get(units)
            if found:
                for index in self._near(claim, found):
                    use = self._uses[index]
                    is_same = is_same_money(claim.currency, use.currency)
                    if is_same and self.may_be_for(use, claim):
                        yield self._edge(claim, place, index, reason)
            abroad = self._abroad and self._abroad.get((claim.currency, units))
            for index in abroad or ():
                use = self._uses[index]
                if use.currency != claim.currency and self.may_be_for(use, claim):
                    edge = self._edge(claim, place, index, reason)
                    yield edge._replace(is_converted=True)

    def of_amount(self, units: int) -> Sequence[int]:
        """Return the places of the uses of one amount, by day."""
        return self._by_amount.get(units, ())

    def may_be_for(self, use: Use, claim: Claim) -> bool:
        """Tell whether shop, day and the words of the user let *use* be for *claim*."""
        if use.services:
            if claim.service not in use.services:
                return False
        elif not use.day or abs(use.day - claim.day) > 1:
            return False  # a notice without a shop only counts on the very day
        if not claim.is_possible(use.day):
            return False
        if claim.card_digits and not self._has_digits(use, claim.card_digits):
            return False
        return not self._is_ruled_out(use, claim.owner)

    def _is_ruled_out(self, use: Use, owner: Ownership) -> bool:
        """Tell whether the user says that *use* is of somebody else than *owner*."""
        if owner is Ownership.NOT_MINE:
            return bool(self._known.mine) and use.key in self._known.mine
        if owner is Ownership.MINE:
            return bool(self._known.not_mine) and use.key in self._known.not_mine
        return False

    def _edge(self, claim: Claim, place: int, index: int, reason: Reason) -> Edge:
        use = self._uses[index]
        is_soon = bool(use.services) and claim.is_soon(use.day)
        return Edge(
            claim=place,
            use=index,
            reason=reason,
            is_soon=is_soon,
            at_minute=is_soon and is_same_moment(claim, use),
            is_labelled=bool(claim.card_digits)
            and any(
                self._known.last_four.get(card) == claim.card_digits
                for card in use.cards
            ),
        )

    def _has_digits(self, use: Use, digits: str) -> bool:
        """Tell whether a card with these last *digits* can have been used."""
        found = [self._known.last_four.get(card, "") for card in use.cards]
        return not found or "" in found or digits in found

    def _near(self, claim: Claim, found: Sequence[int]) -> Sequence[int]:
        """Return the uses of one amount that are near in time, of too many some."""
        if len(found) <= _MOST_EDGES:
            return found
        start = bisect_left(found, claim.first, key=self._day_of)
        end = bisect_right(found, claim.latest, key=self._day_of)
        if end - start <= _MOST_EDGES:
            return found[start:end]
        self._crowded_amounts.add(self._uses[found[0]].units)
        middle = bisect_left(found, claim.day, key=self._day_of)
        first = max(start, min(middle - _MOST_EDGES // 4, end - _MOST_EDGES))
        return found[first : first + _MOST_EDGES]

    def _day_of(self, index: int) -> int:
        return self._uses[index].day

    @property
    def crowded(self) -> frozenset[int]:
        """The places of uses of which there are too many to look at each."""
        amounts = self._crowded_amounts
        return frozenset(place for units in amounts for place in self.of_amount(units))


def is_same_money(one: str, other: str) -> bool:
    """Tell whether two currencies can be the same; "" is not known."""
    return one == other or not one or not other


def is_same_moment(claim: Claim, use: Use) -> bool:
    """Tell whether a notice names the minute in which an order was placed."""
    if use.moment is None or claim.moment is None or claim.moment.tzinfo is None:
        return False
    return abs(use.moment - claim.moment) <= _SAME_MOMENT
