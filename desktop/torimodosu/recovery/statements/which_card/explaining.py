"""Which orders explain which uses of cards."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.claims import Claim, has_many_parts
from torimodosu.recovery.statements.which_card.combining import Combination, Combiner
from torimodosu.recovery.statements.which_card.edges import Amounts, Edge, Known
from torimodosu.recovery.statements.which_card.judging import Judge
from torimodosu.recovery.statements.which_card.matching import Reason, Said
from torimodosu.recovery.statements.which_card.minutes import timed
from torimodosu.recovery.statements.which_card.proposal import Proposal
from torimodosu.recovery.statements.which_card.resolving import (
    knots,
    unsettled,
    without_ruled_out,
)
from torimodosu.recovery.statements.which_card.shadows import Rates, Shadows
from torimodosu.recovery.statements.which_card.uses import Use


class Explained(NamedTuple):
    """What explains the uses.

    Attributes:
        proposals: What belongs together, for sure or possibly.
        sure: Keys of uses that are for orders of somebody else.
        cards: Cards that were used for one, whichever the use.
        suspect: Keys of uses that may be for one.
        crowded: Keys of uses of which there are too many to try them all.
        gave_up: Whether not everything was tried.

    """

    proposals: tuple[Proposal, ...]
    sure: frozenset[str]
    cards: frozenset[int]
    suspect: frozenset[str]
    crowded: frozenset[str]
    gave_up: bool


class Rules(NamedTuple):
    """What holds beside the amounts.

    Attributes:
        known: What the user says of uses, and the digits of the cards.
        said: What the user says of matches, by their key.
        rates: What one unit of a currency cost in another one.

    """

    known: Known
    said: Mapping[str, Said]
    rates: Rates


def explain(claims: Sequence[Claim], uses: Sequence[Use], rules: Rules) -> Explained:
    """Return what explains *uses*; money back is not looked at."""
    amounts = Amounts(uses, rules.known)
    found = [
        e for place, one in enumerate(claims) for e in amounts.edges_of(one, place)
    ]
    if rules.said:
        found = [e for e in found if _is_kept(_simple(e, claims, uses), rules)]
    told = timed(found, claims, uses)
    edges = without_ruled_out(found, told.pins, claims, uses)
    fitted = [*told.pins, *edges]
    expected = {edge.claim for edge in fitted if edge.is_soon}
    left = [place for place in range(len(claims)) if place not in expected]
    combiner = Combiner(claims, uses, rules.rates)
    combined = _combined(left, fitted, combiner, amounts, rules) if left else _NOTHING
    tied = list(knots(edges))
    dim = {*left, *unsettled(tied, claims, uses)}
    shadows = Shadows(_open(dim, claims, uses), rules.rates)
    crowded = amounts.crowded
    judge = Judge(claims, uses, shadows, crowded | combined.shared)
    proposals = [judge.pinned(edge) for edge in told.pins]
    for knot in tied:
        proposals += judge.judge(knot)
    judge.note_agreeing()
    proposals += combined.proposals
    return Explained(
        proposals=tuple(proposals),
        sure=frozenset(judge.sure).union(uses[place].key for place in told.strange),
        cards=frozenset(judge.cards),
        suspect=_suspect(proposals, uses, shadows)
        | {uses[e.use].key for e in found if e.claim in dim and _is_odd(e, claims)},
        crowded=frozenset(uses[place].key for place in crowded),
        gave_up=bool(crowded)
        or judge.gave_up
        or combiner.gave_up
        or any(map(has_many_parts, claims)),
    )


class _Combined(NamedTuple):
    """What only fits in numbers, and the uses that orders of the user's fit too."""

    proposals: tuple[Proposal, ...]
    shared: frozenset[int]


_NOTHING = _Combined((), frozenset())


def _combined(
    left: Sequence[int],
    fitted: Sequence[Edge],
    combiner: Combiner,
    amounts: Amounts,
    rules: Rules,
) -> _Combined:
    """Return what orders without a use of their own, at *left*, may be charged."""
    claims, uses = combiner.claims, combiner.uses
    taken = {edge.use for edge in fitted}
    together = list(combiner.orders_together(left, amounts))
    shared = {
        one.uses[0]
        for one in together
        if all(claims[place].owner is not Ownership.NOT_MINE for place in one.claims)
    }
    found = [one for one in together if one.uses[0] not in taken]
    taken.update(one.uses[0] for one in found)
    free = [
        place
        for place, use in enumerate(uses)
        if use.units > 0 and use.mails_orders and use.services and place not in taken
    ]
    if free:
        split = list(combiner.charges_together(left, free, amounts))
        taken.update(place for one in split for place in one.uses)
        free = [place for place in free if place not in taken]
        found += [*split, *combiner.unknown_amounts(left, free, amounts)]
    proposals = (_of(one, claims, uses) for one in found)
    return _Combined(
        proposals=tuple(one for one in proposals if _is_kept(one, rules)),
        shared=frozenset(shared),
    )


def _of(one: Combination, claims: Sequence[Claim], uses: Sequence[Use]) -> Proposal:
    return Proposal(
        claims=tuple(claims[place] for place in one.claims),
        uses=tuple(uses[place] for place in one.uses),
        reasons=(one.reason, Reason.SAME_SHOP),
    )


def _simple(edge: Edge, claims: Sequence[Claim], uses: Sequence[Use]) -> Proposal:
    return Proposal((claims[edge.claim],), (uses[edge.use],), (edge.reason,))


def _is_kept(proposal: Proposal, rules: Rules) -> bool:
    return all(rules.said.get(key) is not Said.REJECTED for key in proposal.keys)


def _open(
    left: Iterable[int], claims: Sequence[Claim], uses: Sequence[Use]
) -> list[Claim]:
    """Return the orders that may be charged amounts that no mail tells."""
    currencies = {use.currency for use in uses}
    return [
        claim
        for claim in (claims[place] for place in left)
        if claim.is_loose or claim.whole is None or currencies - {claim.currency}
    ]


def _suspect(
    proposals: Iterable[Proposal], uses: Iterable[Use], shadows: Shadows
) -> frozenset[str]:
    """Return the keys of uses that may be for an order that is not the user's."""
    named = {use.key for one in proposals if not one.is_of_user for use in one.uses}
    if shadows.are_there:
        named.update(
            use.key for use in uses if use.mails_orders and shadows.over(use).of_thief
        )
    return frozenset(named)


def _is_odd(edge: Edge, claims: Sequence[Claim]) -> bool:
    return claims[edge.claim].owner is not Ownership.MINE
