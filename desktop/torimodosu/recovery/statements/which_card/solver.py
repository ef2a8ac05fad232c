"""Which card paid for which order: the whole matching.

Amounts alone never prove anything, so this is strict: certain is only what nothing that
is known could explain in another way, neither another order, also one whose amount is
not known, nor another use of any card. Orders of the user count first: what they may
have been charged is not called the thief's. What no mail tells of cannot be ruled out,
and nothing is guessed of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.log import LoggedCharge
from torimodosu.recovery.statements.which_card.claims import Claim, claim_of
from torimodosu.recovery.statements.which_card.days import as_days
from torimodosu.recovery.statements.which_card.edges import Known
from torimodosu.recovery.statements.which_card.explaining import Rules
from torimodosu.recovery.statements.which_card.matches import matches_of
from torimodosu.recovery.statements.which_card.matching import (
    Match,
    Matching,
    OpenCharge,
    Said,
)
from torimodosu.recovery.statements.which_card.open_charges import Watched, open_charges
from torimodosu.recovery.statements.which_card.sayings import Sayings
from torimodosu.recovery.statements.which_card.shadows import rates_of
from torimodosu.recovery.statements.which_card.shops import Shops
from torimodosu.recovery.statements.which_card.solving import solve
from torimodosu.recovery.statements.which_card.uses import (
    Use,
    cards_of_notice,
    uses_of,
)
from torimodosu.recovery.statements.which_card.verdicts import Evidence, findings_of

_NOT_SAID = Ownership.UNSURE


def which_card(  # noqa: PLR0913, PLR0917 -- what there is to know comes from many sides
    orders: Collection[Order],
    ownership: Mapping[str, Ownership],
    charges: Sequence[LoggedCharge],
    notices: Sequence[CardNotice],
    cards: Sequence[PaymentCard],
    coverage: Iterable[CardCoverage],
    *,
    services: Mapping[str, Service],
    words: Sayings,
    at: datetime,
) -> Matching:
    """Return which of *cards* paid for which of *orders*, as it stands *at* a moment.

    *ownership* is by order key; *charges* are those of all shops and cards.
    """
    uses = uses_of(charges, notices, cards, _shops(orders, services))
    claims = _claims(orders, ownership)
    solved = solve(claims, orders, uses, _rules(words, cards, charges))
    matches = matches_of(solved.proposals, words.matches)
    evidence = Evidence(
        claims=claims,
        uses={use.key: use for use in uses},
        matches=matches,
        solved=solved,
        unexplained=_unexplained(uses, matches, words),
        coverage={one.card: one for one in coverage},
        notified=_notified(notices, cards),
        is_empty=not orders,
        today=at.date(),
    )
    return Matching(
        at=at,
        findings=findings_of(cards, evidence),
        matches=matches,
        unexplained_charges=_open_charges(charges, evidence, words),
        unexplained_orders=_unpaid(evidence),
        gave_up=solved.gave_up,
        disputed=tuple(sorted(solved.sure)),
    )


def _shops(orders: Iterable[Order], services: Mapping[str, Service]) -> Shops:
    return Shops(services, (order.service for order in orders))


def _open_charges(
    charges: Iterable[LoggedCharge], evidence: Evidence, words: Sayings
) -> tuple[tuple[str, OpenCharge], ...]:
    watched = Watched(
        since=_since(evidence.claims),
        unexplained=evidence.unexplained,
        explained=_explained(evidence.matches),
        mine=_said_mine(words),
    )
    return open_charges(charges, watched)


def _claims(orders: Iterable[Order], ownership: Mapping[str, Ownership]) -> list[Claim]:
    owned = ((order, ownership.get(order_key(order), _NOT_SAID)) for order in orders)
    return [claim for one, owner in owned if (claim := claim_of(one, owner))]


def _rules(
    words: Sayings, cards: Iterable[PaymentCard], charges: Iterable[LoggedCharge]
) -> Rules:
    not_mine = {key for key, is_mine in words.charges.items() if not is_mine}
    return Rules(
        known=Known(
            mine=_said_mine(words),
            not_mine=not_mine,
            last_four={card.number: card.last_four for card in cards},
        ),
        said=words.matches,
        rates=rates_of(charges),
    )


def _said_mine(words: Sayings) -> set[str]:
    return {key for key, is_mine in words.charges.items() if is_mine}


def _explained(matches: Iterable[Match]) -> set[str]:
    """Return the keys of the charges and notices that an order is known for."""
    kept = (match for match in matches if match.said is not Said.REJECTED)
    return {key for match in kept for key in (*match.charges, *match.notices)}


def _unexplained(
    uses: Iterable[Use], matches: Iterable[Match], words: Sayings
) -> set[str]:
    """Return the keys of purchases at the shop that no order is known for."""
    explained = _explained(matches) | _said_mine(words)
    return {
        use.key
        for use in uses
        if use.units >= 0 and use.mails_orders and use.key not in explained
    }


def _notified(
    notices: Iterable[CardNotice], cards: Sequence[PaymentCard]
) -> Mapping[int, date]:
    """Return the day of the first usage notice of each card."""
    first: dict[int, date] = {}
    for notice in notices:
        numbers = cards_of_notice(notice, cards)
        if notice.used_at is not None and len(numbers) == 1:
            day = notice.used_at.date()
            first[numbers[0]] = min(day, first.get(numbers[0], day))
    return first


def _since(claims: Sequence[Claim]) -> date:
    """Return the first day on which somebody else may have bought something."""
    strange = [claim for claim in claims if claim.owner is not Ownership.MINE]
    days = [claim.first for claim in strange or claims if claim.first]
    return date.fromordinal(min(days)) if days else date.min


def _unpaid(evidence: Evidence) -> tuple[str, ...]:
    """Return the keys of orders that a card should have paid and no charge shows.

    Of the user's own orders only those of days count of which a statement was read.
    """
    paid = {
        order
        for match in evidence.matches
        if match.amount > 0 and match.said is not Said.REJECTED
        for order in match.orders
    }
    coverage = evidence.coverage.values()
    read = [days for one in coverage for days in as_days(one.closed)]
    return tuple(
        claim.key
        for claim in evidence.claims
        if claim.key not in paid
        and not claim.is_cancelled
        and (
            claim.owner is not Ownership.MINE
            or any(first <= claim.day <= last for first, last in read)
        )
    )
