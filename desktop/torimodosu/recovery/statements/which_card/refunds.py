"""Which orders money that came back is for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.statements.which_card.claims import Claim, thousandths
from torimodosu.recovery.statements.which_card.edges import is_same_money
from torimodosu.recovery.statements.which_card.matching import Reason
from torimodosu.recovery.statements.which_card.proposal import Proposal
from torimodosu.recovery.statements.which_card.uses import Use

# So long after the last day of a charge money may still come back.
_LATER = 120
_SHOWN = 6


def refund_proposals(
    claims: Sequence[Claim],
    orders: Iterable[Order],
    uses: Iterable[Use],
    purchases: Iterable[Proposal],
) -> Iterator[Proposal]:
    """Yield the orders that the money back among *uses* can be for.

    It is certain where the shop says so, nothing else fits, and it came to the card
    that was charged for the order for sure.
    """
    back = [use for use in uses if use.units < 0 and use.services]
    if not back:
        return
    charged = {
        (claim.key, (one.card,))
        for one in purchases
        if one.is_certain and one.card
        for claim in one.claims
    }
    promised = _promised(orders)
    by_amount = _by_amount(claims, promised)
    unknown = [claim for claim in claims if claim.whole is None]
    fitting = {use.key: _fitting(use, by_amount) for use in back}
    asked = Counter(claim.key for found in fitting.values() for claim in found)
    for use in back:
        found = fitting[use.key]
        is_clear = not any(claim.first <= use.day for claim in unknown)
        for claim in found[:_SHOWN]:
            is_only = len(found) == asked[claim.key] == 1
            is_said = claim.key in promised or claim.is_cancelled
            was_charged = (claim.key, use.cards) in charged
            yield Proposal(
                claims=(claim,),
                uses=(use,),
                reasons=(Reason.REFUND_OF_ORDER, Reason.SAME_SHOP),
                is_certain=is_clear and is_only and is_said and was_charged,
                is_part=True,
            )


def _promised(orders: Iterable[Order]) -> Mapping[str, int]:
    return {
        order_key(order): thousandths(order.refunded)
        for order in orders
        if order.refunded
    }


def _by_amount(
    claims: Sequence[Claim], promised: Mapping[str, int]
) -> Mapping[int, Sequence[Claim]]:
    by_amount: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        amounts = {*claim.sums}
        if claim.key in promised:
            amounts.add(promised[claim.key])
        for units in amounts:
            by_amount[units].append(claim)
    return by_amount


def _fitting(use: Use, by_amount: Mapping[int, Sequence[Claim]]) -> Sequence[Claim]:
    found = [
        claim
        for claim in by_amount.get(-use.units, ())
        if claim.service in use.services
        and is_same_money(claim.currency, use.currency)
        and (not use.day or claim.first <= use.day <= claim.latest + _LATER)
    ]
    return sorted(found, key=lambda claim: (not claim.is_cancelled, -claim.day))
