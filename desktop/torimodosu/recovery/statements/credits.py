"""Money that the matches show going out for orders, and coming back."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from torimodosu.recovery.statements.disputes import accepted_matches, keys_of
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.which_card.matching import (
    Match,
    Matching,
    Said,
)

ZERO = Decimal(0)


@dataclass(slots=True, kw_only=True)
class Flow:
    """What the cards show of one order, by matches that are accepted.

    Attributes:
        cards: Numbers of the cards that were charged.
        currency: That of the charges, "" where there is none or more than one.
        charged: Money out for this order alone.
        is_shared: Whether a charge is for other orders as well.
        returned: Money that came back for it.
        out: Keys of the charges.
        back: Keys of the rows that give money back.
        notices: First mails of the notices of charges that no statement shows.
        back_on: The day of the newest of the rows that give back, or None.
        is_converted: Whether a charge was made in another currency.

    """

    cards: set[int] = field(default_factory=set)
    currency: str = ""
    charged: Decimal = ZERO
    is_shared: bool = False
    returned: Decimal = ZERO
    out: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    back_on: date | None = None
    is_converted: bool = False

    @property
    def is_seen(self) -> bool:
        """Whether a row or a notice shows a charge."""
        return bool(self.out or self.notices)


def flows_of(
    matching: Matching,
    charges: Mapping[str, LoggedCharge],
    shares: Mapping[str, Decimal],
) -> Mapping[str, Flow]:
    """Return what the matches that are accepted show, by the key of the order.

    *shares* is what each order had to pay by card: of a refund for several orders each
    gets its part, as far as that is known, and the last one the rest.
    """
    flows: dict[str, Flow] = defaultdict(Flow)
    accepted = accepted_matches(matching)
    names = {match.key for match in accepted}
    others = (match for match in matching.matches if match.key not in names)
    for match in accepted:
        if match.amount >= 0:
            _put_out(match, charges, flows)
    for match in (*accepted, *others):
        is_known = match.key in names
        if match.amount < 0 and (is_known or _is_shown(match, flows, shares)):
            _put_back(match, charges, shares, flows)
    return flows


def orders_in_question(matching: Matching) -> frozenset[str]:
    """Return the orders that some charge may be for, whether surely or not.

    What is accepted to be for another order is in question no more.
    """
    accepted = accepted_matches(matching)
    names = {match.key for match in accepted}
    taken = {key for match in accepted for key in keys_of(match)}
    return frozenset(
        order
        for match in matching.matches
        if match.amount >= 0 and match.said is not Said.REJECTED
        if match.key in names or taken.isdisjoint(keys_of(match))
        for order in match.orders
    )


def _put_out(
    match: Match, charges: Mapping[str, LoggedCharge], flows: Mapping[str, Flow]
) -> None:
    for key in match.orders:
        flow = flows[key]
        is_first = not flow.is_seen
        flow.cards.add(match.card)
        flow.out.extend(match.charges)
        if not match.charges:
            flow.notices.extend(match.notices)
        flow.currency = (
            match.currency if is_first or flow.currency == match.currency else ""
        )
        flow.is_shared |= len(match.orders) > 1
        flow.charged += match.amount if len(match.orders) == 1 else ZERO
        flow.is_converted |= any(
            key in charges and charges[key].charge.foreign is not None
            for key in match.charges
        )


def _is_shown(
    match: Match, flows: Mapping[str, Flow], shares: Mapping[str, Decimal]
) -> bool:
    """Tell whether a row shows money back that the user need not confirm.

    The same card was surely charged for the very orders, nothing else is named that the
    row could be for, and so much is still out.
    """
    if match.said is not None or match.rivals or not match.charges:
        return False
    own = [flows[key] for key in match.orders if key in flows]
    out = sum((shares.get(key, flows[key].charged) for key in match.orders), ZERO)
    return (
        len(own) == len(match.orders)
        and all(flow.cards == {match.card} for flow in own)
        and sum((flow.returned for flow in own), ZERO) - match.amount <= out
    )


def _put_back(
    match: Match,
    charges: Mapping[str, LoggedCharge],
    shares: Mapping[str, Decimal],
    flows: Mapping[str, Flow],
) -> None:
    rest = -match.amount
    for key, is_last in _with_last(match.orders):
        flow = flows[key]
        share = shares.get(key, flow.charged)
        part = rest if is_last else min(rest, max(share - flow.returned, ZERO))
        rest -= part
        if part <= 0:
            continue
        flow.cards.add(match.card)
        flow.currency = flow.currency or match.currency
        flow.returned += part
        flow.back.extend(match.charges)
        days = [charges[one].charge.date for one in match.charges if one in charges]
        known = [day for day in (*days, flow.back_on) if day is not None]
        flow.back_on = max(known, default=None)


def _with_last(keys: Sequence[str]) -> list[tuple[str, bool]]:
    return [(key, place == len(keys)) for place, key in enumerate(keys, 1)]
