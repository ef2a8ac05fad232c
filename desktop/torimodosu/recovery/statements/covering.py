"""What the statements and usage notices that were read cover of each card."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.statements.bills import CardBills
from torimodosu.recovery.statements.calendar_days import (
    is_plausible,
    month_after,
    month_of,
)
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.card_of import card_of_digits
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.statement import Doubt

Stretch = tuple[date, date]

_DAY = timedelta(days=1)
# A card whose last notice is older than this may have stopped to send them.
_SILENT_FOR = timedelta(days=31)
# What lets rows be missing that nobody can name.
_INCOMPLETE = {Doubt.END_MISSING, Doubt.TOTAL_DIFFERS}
_MONTHS_AHEAD = 3
_LONGEST_MONTH = timedelta(days=30)


def coverage_of(
    bills: Sequence[CardBills],
    notices: Iterable[CardNotice],
    *,
    mails_until: date | None,
    since: date = date.min,
    today: date,
) -> tuple[CardCoverage, ...]:
    """Return what was read of each card of *bills*, in their order.

    *mails_until* is the day of the newest mail that was read, or None; *since* is the
    day of the incident: rows of months before it that were not understood matter no
    more.
    """
    cards = [one.card for one in bills]
    newest = _newest_notices(notices, cards)
    return tuple(
        CardCoverage(
            card=one.card.number,
            closed=_closed(one, today),
            open=_joined(_open(one)),
            notices_until=_told_until(newest.get(one.card.number), mails_until),
            next_statement=_next_statement(one, today),
            has_skipped_rows=_may_hide_charges(one, since),
            out_until=_out_until(one, today),
        )
        for one in bills
    )


def card_of_notice(notice: CardNotice, cards: Sequence[PaymentCard]) -> int:
    """Return the number of the card that *notice* is of; 0 where that is open."""
    if notice.card:
        return card_of_digits(notice.card, cards, issuer=notice.issuer)
    of_issuer = [card.number for card in cards if card.issuer == notice.issuer]
    return of_issuer[0] if len(of_issuer) == 1 else 0


def is_flawed(statement: ImportedStatement) -> bool:
    """Tell whether rows of *statement* were not understood, or may be missing."""
    return bool(statement.skipped) or not _INCOMPLETE.isdisjoint(statement.doubts)


def is_month_flawed(statements: Sequence[ImportedStatement]) -> bool:
    """Tell whether all that was read of one month leaves rows open.

    A whole closed statement makes good what another one of the month lacks.
    """
    is_whole = any(not one.is_open and not is_flawed(one) for one in statements)
    return not is_whole and any(map(is_flawed, statements))


def _may_hide_charges(bills: CardBills, since: date) -> bool:
    """Tell whether a month that can show a charge from *since* on leaves rows open."""
    by_month: dict[date | None, list[ImportedStatement]] = defaultdict(list)
    for statement in bills.statements:
        days = statement.last, statement.bill_date
        if days == (None, None) or any(day and day >= since for day in days):
            by_month[bills.month_of(statement)].append(statement)
    return any(map(is_month_flawed, by_month.values()))


def _closed(bills: CardBills, today: date) -> tuple[Stretch, ...]:
    """Return the days of closed bills; one after the other leave no day out.

    A statement that tells its month by nothing covers from its first charge to its
    last.
    """
    placed: dict[date, Stretch] = {}
    loose: list[Stretch] = []
    for statement in bills.statements:
        days = _days(bills, statement, today)
        month = bills.month_of(statement)
        if statement.is_open or days is None:
            continue
        if month is None or not (statement.prints_payment or bills.cycles):
            loose.append(days)
        else:
            first, last = placed.get(month, days)
            placed[month] = min(first, days[0]), max(last, days[1])
    return _joined([*_bridged(placed), *loose])


def _bridged(placed: dict[date, Stretch]) -> Iterator[Stretch]:
    months = sorted(placed)
    begin: date | None = None
    for month in months:
        first, last = placed[month]
        begin = first if begin is None else min(begin, first)
        if month_after(month, 1) not in placed:
            yield begin, last
            begin = None


def _days(
    bills: CardBills, statement: ImportedStatement, today: date
) -> Stretch | None:
    """Return the days that a closed statement covers.

    These are those of its bill, also where nothing was bought, unless rows stand beyond
    its closing day, which then is another, or its end is missing. A bill that will be
    closed some other day is not the one that was read. Where only its
    rows print the month of payment, they may be of several bills.
    """
    month = bills.month_of(statement)
    read = _read_days(statement)
    if month is None or Doubt.END_MISSING in statement.doubts:
        return read
    if statement.bill_date is None and statement.bill_month is not None:
        return read
    bill = bills.bill(month)
    if bill.first is None or bill.last is None or bill.first > bill.last:
        return read
    if bill.last > today or (statement.last is not None and statement.last > bill.last):
        return read
    return bill.first, bill.last


def _read_days(statement: ImportedStatement) -> Stretch | None:
    """Return the days of the charges that were read.

    A monthly bill repeats older ones that are paid in parts; they tell nothing of the
    days between.
    """
    first, last = statement.first, statement.last
    if first is None or last is None:
        return None
    if statement.prints_payment:
        first = max(first, last - _LONGEST_MONTH)
    return first, last


def _open(bills: CardBills) -> Iterator[Stretch]:
    for statement in bills.statements:
        days = _read_days(statement)
        if statement.is_open and days is not None:
            yield days


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return *stretches* in order, those that touch as one."""
    joined: list[Stretch] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1] + _DAY:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return tuple(joined)


def _newest_notices(
    notices: Iterable[CardNotice], cards: Sequence[PaymentCard]
) -> dict[int, date]:
    newest: dict[int, date] = {}
    for notice in notices:
        number = card_of_notice(notice, cards)
        day = None if notice.used_at is None else notice.used_at.date()
        if number and day is not None and is_plausible(day):
            newest[number] = max(day, newest.get(number, day))
    return newest


def _told_until(newest: date | None, mails_until: date | None) -> date | None:
    if newest is None or mails_until is None:
        return None
    return min(mails_until, newest + _SILENT_FOR)


def _out_until(bills: CardBills, today: date) -> date | None:
    """Return the closing day of the newest bill that is out."""
    for months in range(_MONTHS_AHEAD, -_MONTHS_AHEAD, -1):
        bill = bills.bill(month_after(month_of(today), months))
        if bill.out_on is not None and bill.out_on <= today:
            return bill.last
    return None


def _next_statement(bills: CardBills, today: date) -> date | None:
    read = {
        bills.month_of(statement)
        for statement in bills.statements
        if not statement.is_open
    }
    for months in range(_MONTHS_AHEAD + 1):
        bill = bills.bill(month_after(month_of(today), months))
        if bill.out_on is not None and bill.out_on >= today and bill.month not in read:
            return bill.out_on
    return None
