"""The months of all cards, until the watch ends."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from torimodosu.recovery.statements.bills import Bill, CardBills
from torimodosu.recovery.statements.calendar_days import (
    day_in,
    month_after,
    month_of,
)
from torimodosu.recovery.statements.covering import is_month_flawed
from torimodosu.recovery.statements.disputes import Dispute
from torimodosu.recovery.statements.log import ImportedStatement, LoggedCharge
from torimodosu.recovery.statements.returns import ExpectedReturn
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog
from torimodosu.recovery.statements.which_card.matching import OpenCharge
from torimodosu.recovery.statements.words import CardWords

# How long to watch is a recommendation: the person of the story looked for a year.
WATCH_MONTHS = 12
# After something new was found, at least so long.
AFTER_FINDING_MONTHS = 6
# The longest that a user may want, so that the table stays one.
_MOST_MONTHS = 60
# Months before the incident are shown where they were read.
_MONTHS_BEFORE = 2
# A shop that earlier statements do not show is worth a look, but no finding.
_FINDINGS = {
    OpenCharge.OF_THE_SHOP,
    OpenCharge.SMALL_TEST,
    OpenCharge.NEW_SUBSCRIPTION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What in the statements needs a look.

    Attributes:
        disputes: The disputed charges.
        asked: The charges that nothing explains and that the user has not called their
            own.
        returns: Money that must come back.

    """

    disputes: tuple[Dispute, ...]
    asked: tuple[LoggedCharge, ...]
    returns: tuple[ExpectedReturn, ...]


def asked_charges(
    unexplained: Iterable[tuple[str, OpenCharge]], words: CardWords
) -> tuple[str, ...]:
    """Return the keys of those of *unexplained* that the user should say a word about.

    A charge that they call not theirs is disputed, which is more.
    """
    return tuple(
        key for key, why in unexplained if why in _FINDINGS and key not in words.charges
    )


def watch_log(
    bills: Sequence[CardBills],
    findings: Findings,
    words: CardWords,
    *,
    since: date,
    today: date,
) -> WatchLog:
    """Return the months of every card of *bills*, from the incident to the end.

    *since* is the day of the first order that is not the user's, or of the discovery.
    The watch ends a year later, or where the user wants, and later where something was
    found late or money is still to come back.
    """
    planned = words.watch_until or day_in(month_after(since, WATCH_MONTHS), since.day)
    ends_on = max([planned, *_reasons_to_go_on(findings, since)])
    first, last = _first_month(bills, since), month_of(ends_on)
    months = tuple(_months(first, max(first, last)))
    found = _statements_with(findings)
    return WatchLog(
        months=months,
        cells=tuple(
            _cell(one, month, found=found, words=words, since=since, today=today)
            for one in bills
            for month in months
        ),
        ends_on=ends_on,
        was_extended=ends_on > planned,
    )


def _reasons_to_go_on(findings: Findings, since: date) -> Iterator[date]:
    latest = month_after(since, _MOST_MONTHS)
    days = [dispute.day for dispute in findings.disputes]
    days += [charge.charge.date for charge in findings.asked]
    for day in days:
        if day is not None and since < day < latest:
            yield day_in(month_after(day, AFTER_FINDING_MONTHS), day.day)
    for back in findings.returns:
        if back.look_again is not None and not back.state.is_closed:
            yield back.look_again


def _first_month(bills: Sequence[CardBills], since: date) -> date:
    """Return the month of the incident, or one shortly before that was read."""
    here = month_of(since)
    read = (one.month_of(statement) for one in bills for statement in one.statements)
    near = month_after(here, -_MONTHS_BEFORE)
    shown = (month for month in read if month is not None and month >= near)
    return min((*shown, here))


def _months(first: date, last: date) -> Iterator[date]:
    for months in range(_MOST_MONTHS + _MONTHS_BEFORE + 1):
        month = month_after(first, months)
        if month > last:
            return
        yield month


def _statements_with(findings: Findings) -> frozenset[int]:
    shown = [one.charge for one in findings.disputes if one.charge is not None]
    return frozenset(
        sighting.statement
        for charge in (*shown, *findings.asked)
        for sighting in charge.sightings
    )


def _cell(  # noqa: PLR0913 -- a cell stands for one card and one month
    bills: CardBills,
    month: date,
    *,
    found: frozenset[int],
    words: CardWords,
    since: date,
    today: date,
) -> CardMonth:
    bill = bills.bill(month)
    read = [one for one in bills.statements if bills.month_of(one) == month]
    state, is_said = _state(bill, read, found, today=today), False
    said = (bills.card.number, month) in words.clean_months
    if said and state in {MonthState.NOT_OUT, MonthState.MISSING}:
        state, is_said = MonthState.CLEAN, True
    return CardMonth(
        card=bills.card.number,
        month=month,
        state=state,
        out_on=bill.out_on,
        pays_on=bill.pays_on,
        statements=tuple(one.number for one in read),
        is_said=is_said,
        is_open=bool(read) and all(one.is_open for one in read),
        is_needed=bills.card.is_registered and _is_after(bill, since),
    )


def _state(
    bill: Bill, read: Sequence[ImportedStatement], found: frozenset[int], *, today: date
) -> MonthState:
    """Return how a month stands; an open statement does not stand for a closed one."""
    has_findings = is_month_flawed(read) or any(one.number in found for one in read)
    if all(one.is_open for one in read):
        is_out = bill.month < month_of(today)
        if bill.out_on is not None:
            is_out = bill.out_on <= today
        if is_out:
            return MonthState.MISSING
        return MonthState.FINDINGS if has_findings else MonthState.NOT_OUT
    return MonthState.FINDINGS if has_findings else MonthState.CLEAN


def _is_after(bill: Bill, since: date) -> bool:
    """Tell whether the bill can show a use on or after *since*."""
    if bill.last is None:
        return bill.month >= month_of(since)
    return bill.last >= since
