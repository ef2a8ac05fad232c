"""Until when each card's issuer takes the report of a loss."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.statements.bills import CardBills
from torimodosu.recovery.statements.calendar_days import (
    business_day_until,
    is_plausible,
)
from torimodosu.recovery.statements.deadline import Deadline
from torimodosu.recovery.statements.disputes import Dispute
from torimodosu.recovery.statements.which_card.matching import (
    CardFinding,
    Verdict,
)
from torimodosu.recovery.statements.words import CardWords

# What the consumer centres of Tokyo, Kagoshima and Sakai tell of most issuers: losses
# of more than 60 days before the report are not paid as a rule.
USUAL_DAYS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What is known of the loss on one card.

    Attributes:
        bills: The card.
        first: The day of its first disputed charge, or of the first order that is not
            the user's.
        is_supposed: Whether it is the day of the order, as no charge is known.
        reported_on: When the user says it was reported, or None.

    """

    bills: CardBills
    first: date
    is_supposed: bool
    reported_on: date | None


def deadlines_of(
    bills: Sequence[CardBills],
    findings: Iterable[CardFinding],
    disputes: Sequence[Dispute],
    words: CardWords,
    *,
    since: date,
) -> tuple[Deadline, ...]:
    """Return the limits of every card that was or may have been charged.

    By every clock of its issuer, the earliest first: that one counts. Where the
    issuer's limit is not known it is the usual one. *since* is the day of the first
    order that is not the user's.
    """
    by_card = {finding.card: finding.verdict for finding in findings}
    limits = [
        limit
        for one in bills
        if _may_be_charged(one, by_card.get(one.card.number), disputes)
        for limit in _limits(_loss(one, disputes, words, since))
    ]
    return tuple(sorted(limits, key=_by_end))


def _may_be_charged(
    bills: CardBills, verdict: Verdict | None, disputes: Sequence[Dispute]
) -> bool:
    if any(dispute.card == bills.card.number for dispute in disputes):
        return True
    if verdict is Verdict.CERTAIN:
        return True
    return bills.card.is_registered and verdict not in {None, Verdict.EXCLUDED}


def _loss(
    bills: CardBills, disputes: Sequence[Dispute], words: CardWords, since: date
) -> Loss:
    number = bills.card.number
    days = (one.day for one in disputes if one.card == number)
    known = [day for day in days if day is not None and is_plausible(day)]
    return Loss(
        bills=bills,
        first=min(known, default=since),
        is_supposed=not known,
        reported_on=words.reported.get(number),
    )


def _limits(loss: Loss) -> Iterator[Deadline]:
    issuer = loss.bills.issuer
    limits = () if issuer is None else issuer.reporting_limits
    for limit in limits:
        yield _limit(loss, limit.clock, limit.days)
    if not limits:
        yield _limit(loss, Clock.BACK_FROM_REPORT, USUAL_DAYS, is_usual=True)


def _limit(loss: Loss, clock: Clock, days: int, *, is_usual: bool = False) -> Deadline:
    start, is_supposed = _start(loss, clock)
    ends_on = start + timedelta(days=days)
    return Deadline(
        card=loss.bills.card.number,
        clock=clock,
        days=days,
        counted_from=start,
        ends_on=ends_on,
        act_by=business_day_until(ends_on),
        is_supposed=is_supposed or is_usual,
        reported_on=loss.reported_on,
    )


def _start(loss: Loss, clock: Clock) -> tuple[date, bool]:
    """Return the day to count from, and whether that is only the earliest it can be.

    Nobody but the user knows when the notice of the statement came: not before the bill
    was closed.
    """
    if clock is not Clock.AFTER_STATEMENT_NOTICE:
        return loss.first, loss.is_supposed
    closed = loss.bills.bill_with(loss.first).last
    return max(loss.first, closed or loss.first), True


def _by_end(limit: Deadline) -> tuple[date, int, str]:
    return limit.ends_on, limit.card, limit.clock.value
