"""What the page can say, drawn from the work on the cards."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.cards import asked_findings
from torimodosu.recovery.plan.proof import is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Ground,
    Match,
    Matching,
    Said,
    Verdict,
)


class Stand(Enum):
    """How far the question is answered."""

    NO_CASE = "no_case"
    NO_CARDS = "no_cards"
    NOTHING_READ = "nothing_read"
    CHARGED = "charged"
    POSSIBLE = "possible"
    MISSING = "missing"
    WAITING = "waiting"
    NONE_CHARGED = "none_charged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The answer in short.

    Attributes:
        stand: How far the question is answered.
        cards: The numbers of the cards that the answer is about.
        found: How many orders of somebody else were certainly charged to a card.
        orders: How many of them a card paid, as far as that is known.
        next_statement: The day of the next statement that may tell more, or None.
        is_settled: Whether the answer is proven for every card.
        said_at: When the person said that it is settled in another way, or None.

    """

    stand: Stand
    cards: tuple[int, ...] = ()
    found: int = 0
    orders: int = 0
    next_statement: date | None = None
    is_settled: bool = False
    said_at: datetime | None = None

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Sight":
        """Return what *snapshot* lets the page say."""
        said_at = snapshot.said.get(Step.WHICH_CARD)
        if snapshot.case is None:
            return cls(stand=Stand.NO_CASE)
        if not snapshot.case.answers.cards:
            return cls(stand=Stand.NO_CARDS, said_at=said_at)
        if snapshot.card_work is None:
            return cls(stand=Stand.NOTHING_READ, said_at=said_at)
        matching = snapshot.card_work.matching
        stand, cards = _stand(asked_findings(snapshot))
        found, orders = _orders(matching, snapshot)
        return cls(
            stand=stand,
            cards=cards,
            found=len(found),
            orders=len(found | orders),
            next_statement=_next_statement(matching),
            is_settled=is_proven(Step.WHICH_CARD, snapshot),
            said_at=said_at,
        )


def said_of(match: Match, snapshot: Snapshot) -> Said | None:
    """Return the person's newest word of *match*, which the work may not know yet."""
    return snapshot.card_words.matches.get(match.key)


def is_sure(match: Match, snapshot: Snapshot) -> bool:
    """Tell whether *match* is certain, or confirmed by the person."""
    said = said_of(match, snapshot)
    return said is Said.CONFIRMED or (said is None and match.is_certain)


def is_asked_about(match: Match, snapshot: Snapshot) -> bool:
    """Tell whether the person should say a word about *match*."""
    return match.is_disputed and said_of(match, snapshot) is None


def is_in_question(finding: CardFinding) -> bool:
    """Tell whether the card may have been charged at the shop at all."""
    return finding.ground is not Ground.NOT_REGISTERED


def orders_without_charge(matching: Matching, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the keys of the orders of somebody else that no charge was found for."""
    return tuple(
        key
        for key in matching.unexplained_orders
        if snapshot.ownership.get(key) is not Ownership.MINE
    )


def _stand(findings: Sequence[CardFinding]) -> tuple[Stand, tuple[int, ...]]:
    if not findings:
        return Stand.NOTHING_READ, ()
    by_verdict = {
        verdict: tuple(one for one in findings if one.verdict is verdict)
        for verdict in Verdict
    }
    for verdict, stand in (
        (Verdict.CERTAIN, Stand.CHARGED),
        (Verdict.POSSIBLE, Stand.POSSIBLE),
    ):
        if by_verdict[verdict]:
            return stand, tuple(one.card for one in by_verdict[verdict])
    if by_verdict[Verdict.NOT_COVERED]:
        unread = by_verdict[Verdict.NOT_COVERED]
        nothing = all(one.ground is Ground.NOTHING_READ for one in unread)
        in_doubt = [one for one in findings if is_in_question(one)]
        is_all = nothing and len(in_doubt) == len(unread)
        stand = Stand.NOTHING_READ if is_all else Stand.MISSING
        return stand, tuple(one.card for one in unread)
    if by_verdict[Verdict.NOT_YET_BILLED]:
        return Stand.WAITING, tuple(
            one.card for one in by_verdict[Verdict.NOT_YET_BILLED]
        )
    return Stand.NONE_CHARGED, ()


def _orders(matching: Matching, snapshot: Snapshot) -> tuple[set[str], set[str]]:
    """Return the disputed orders that were found, and those that may be charged."""
    found: set[str] = set()
    others = set(orders_without_charge(matching, snapshot))
    for match in matching.matches:
        said = said_of(match, snapshot)
        if not match.is_disputed or match.amount <= 0 or said is Said.REJECTED:
            continue
        (found if is_sure(match, snapshot) else others).update(match.orders)
    return found, others


def _next_statement(matching: Matching) -> date | None:
    days = (
        finding.until
        for finding in matching.findings
        if finding.verdict is Verdict.NOT_YET_BILLED
    )
    return min((day for day in days if day is not None), default=None)
