"""Everything that is planned, by day."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from torimodosu.recovery.statements.deadline import Deadline, Due, DueDay
from torimodosu.recovery.statements.returns import ExpectedReturn
from torimodosu.recovery.statements.watch import MonthState, WatchLog

_NO_MONEY = Decimal(0)


def due_days(
    watch: WatchLog,
    returns: Iterable[ExpectedReturn],
    deadlines: Iterable[Deadline],
) -> tuple[DueDay, ...]:
    """Return what is due: statements, refunds, limits, and the end of the watch.

    Of each card these are the statements that should be out and were not read, the next
    one, and the limit that ends first.
    """
    due = (
        *_statements(watch),
        *_refunds(returns),
        *_limits(deadlines),
        DueDay(on=watch.ends_on, what=Due.WATCH_ENDS, card=0),
    )
    return tuple(sorted(due, key=_by_day))


def _statements(watch: WatchLog) -> Iterator[DueDay]:
    has_next: set[int] = set()
    for cell in watch.cells:
        if cell.out_on is None or not cell.is_needed:
            continue
        is_to_come = cell.state is MonthState.NOT_OUT or cell.is_open
        is_missing = cell.state is MonthState.MISSING
        is_next = is_to_come and not is_missing and cell.card not in has_next
        if is_next:
            has_next.add(cell.card)
        if is_next or is_missing:
            yield DueDay(on=cell.out_on, what=Due.STATEMENT_OUT, card=cell.card)


def _refunds(returns: Iterable[ExpectedReturn]) -> Iterator[DueDay]:
    """Yield one for each day, card and currency, with the sum that is still out."""
    sums: dict[tuple[date, int, str], Decimal | None] = {}
    for back in returns:
        if back.look_again is None or back.state.is_closed:
            continue
        key = back.look_again, back.card, back.currency
        before = sums.get(key, _NO_MONEY)
        if before is None or back.amount is None:
            sums[key] = None
        else:
            sums[key] = before + back.amount - back.returned
    for (day, card, currency), amount in sums.items():
        yield DueDay(
            on=day,
            what=Due.REFUND_ON_STATEMENT,
            card=card,
            amount=amount,
            currency=currency,
        )


def _limits(deadlines: Iterable[Deadline]) -> Iterator[DueDay]:
    first: dict[int, Deadline] = {}
    for limit in deadlines:
        if limit.card not in first or limit.ends_on < first[limit.card].ends_on:
            first[limit.card] = limit
    for card, limit in first.items():
        yield DueDay(
            on=limit.act_by,
            what=Due.REPORT_LIMIT,
            card=card,
            is_done=limit.reported_on is not None,
        )


def _by_day(due: DueDay) -> tuple[date, str, int, str]:
    return due.on, due.what.value, due.card, due.currency
