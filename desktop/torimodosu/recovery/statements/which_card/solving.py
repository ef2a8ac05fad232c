"""Explaining the uses of cards, with what the user confirmed as given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.statements.which_card.claims import Claim
from torimodosu.recovery.statements.which_card.explaining import Rules, explain
from torimodosu.recovery.statements.which_card.matches import said_of
from torimodosu.recovery.statements.which_card.matching import Reason, Said
from torimodosu.recovery.statements.which_card.proposal import Proposal
from torimodosu.recovery.statements.which_card.refunds import refund_proposals
from torimodosu.recovery.statements.which_card.uses import Use


class Solved(NamedTuple):
    """What explains the uses, money back included; see `Explained` for the rest.

    Attributes:
        proposals: What belongs together; what the user rejected is among them.

    """

    proposals: tuple[Proposal, ...]
    sure: frozenset[str]
    cards: frozenset[int]
    suspect: frozenset[str]
    crowded: frozenset[str]
    gave_up: bool


def solve(
    claims: Sequence[Claim], orders: Iterable[Order], uses: Sequence[Use], rules: Rules
) -> Solved:
    """Return what explains *uses*, by *claims*, which are those of *orders*."""
    confirmed, rejected = _said(claims, orders, uses, rules) if rules.said else ((), ())
    taken = {use.key for one in confirmed for use in one.uses}
    left = [use for use in uses if use.key not in taken] if taken else uses
    rest = _unpaid(claims, confirmed) if confirmed else claims
    explained = explain(rest, left, rules)
    purchases = (*confirmed, *explained.proposals)
    refunds = [
        one
        for one in refund_proposals(claims, orders, left, purchases)
        if said_of(one, rules.said) is not Said.REJECTED
    ]
    disputed = {
        use.key
        for one in confirmed
        if one.is_disputed
        for use in one.uses
        if use.units > 0
    }
    charged = {use.key for use in uses if use.key in rules.known.not_mine}
    back = {use.key for one in refunds if not one.is_of_user for use in one.uses}
    return Solved(
        proposals=(*purchases, *refunds, *rejected),
        sure=explained.sure | disputed | charged,
        cards=explained.cards,
        suspect=explained.suspect | back,
        crowded=explained.crowded,
        gave_up=explained.gave_up,
    )


def _said(
    claims: Sequence[Claim], orders: Iterable[Order], uses: Sequence[Use], rules: Rules
) -> tuple[tuple[Proposal, ...], tuple[Proposal, ...]]:
    """Return what the user confirmed, as certain, and what they rejected."""
    found = explain(claims, uses, rules._replace(said={})).proposals
    found += tuple(refund_proposals(claims, orders, uses, found))
    confirmed, rejected = [], []
    for one in found:
        match said_of(one, rules.said):
            case Said.CONFIRMED:
                confirmed.append(one._replace(is_certain=True))
            case Said.REJECTED:
                rejected.append(one._replace(is_certain=False))
            case None:
                pass
    return tuple(confirmed), tuple(rejected)


def _unpaid(claims: Iterable[Claim], confirmed: Iterable[Proposal]) -> list[Claim]:
    """Return *claims* without what was paid by *confirmed* matches."""
    paid: dict[str, int] = defaultdict(int)
    closed: set[str] = set()
    for one in confirmed:
        spent = sum(use.units for use in one.uses)
        for claim in one.claims:
            if spent > 0 and (len(one.claims) > 1 or claim.whole is None):
                closed.add(claim.key)
            elif spent > 0:
                paid[claim.key] += spent
    rest = (_rest_of(claim, paid) for claim in claims if claim.key not in closed)
    return [claim for claim in rest if claim is not None]


def _rest_of(claim: Claim, paid: Mapping[str, int]) -> Claim | None:
    if claim.key not in paid or claim.whole is None:
        return claim
    rest = claim.whole - paid[claim.key]
    if rest <= 0:
        return None
    sums = {units: reason for units, reason in claim.sums.items() if units < rest}
    return claim._replace(
        whole=rest,
        sums={**sums, rest: Reason.SHIPMENT},
        parts=(),
        is_loose=True,
    )
