"""What is due about the cards: statements, payments, refunds and limits."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from torimodosu.recovery.reminders.reminder import About, Reminder, series_of
from torimodosu.recovery.reminders.telling_time import TellingTime
from torimodosu.recovery.statements.calendar_days import month_after
from torimodosu.recovery.statements.deadline import Deadline
from torimodosu.recovery.statements.returns import ExpectedReturn
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog

# How many days before a limit ends it is told.
DAYS_LEFT = (30, 14, 7, 3, 1)
_DAY = timedelta(days=1)


def statements_out(watch: WatchLog, telling: TellingTime) -> Iterator[Reminder]:
    """Yield a reminder for each statement that is to be read, out already or not.

    An issuer does not publish on holidays, so it is told on the next business day.
    Where the issuer's closing day is not known, it is told when the month is over: by
    then the statement must be out.
    """
    for cell in watch.cells:
        if not cell.is_needed or _is_read(cell):
            continue
        out_on = cell.out_on or month_after(cell.month, 1)
        yield Reminder(
            task=_of_month(About.STATEMENT_OUT, cell),
            about=About.STATEMENT_OUT,
            due=telling.on_business_day_from(out_on),
            day=cell.out_on,
            card=cell.card,
        )


def payment_days(watch: WatchLog, telling: TellingTime) -> Iterator[Reminder]:
    """Yield a reminder for the last business day before money is taken.

    Not where the statement was read and is clean, and not once the day is over.
    """
    for cell in watch.cells:
        pays_on = cell.pays_on
        if not cell.is_needed or pays_on is None or pays_on < telling.today:
            continue
        if cell.state is not MonthState.CLEAN:
            yield Reminder(
                task=_of_month(About.PAYMENT_DAY, cell),
                about=About.PAYMENT_DAY,
                due=telling.on_business_day_until(pays_on - _DAY),
                day=pays_on,
                card=cell.card,
            )


def refunds_expected(
    returns: Iterable[ExpectedReturn], telling: TellingTime
) -> Iterator[Reminder]:
    """Yield a reminder for each day and card with money that should be back by then."""
    waited = {
        (back.look_again, back.card)
        for back in returns
        if back.look_again is not None and not back.state.is_closed
    }
    for day, card in sorted(waited):
        yield Reminder(
            task=f"{series_of(About.REFUND_EXPECTED, card)}:{day.isoformat()}",
            about=About.REFUND_EXPECTED,
            due=telling.on_business_day_from(day),
            day=day,
            card=card,
        )


def limits_near(limits: Iterable[Deadline], telling: TellingTime) -> Iterator[Reminder]:
    """Yield the reminders of the limit of each card that ends first.

    They come when so many days are left, on a business day no later, as the issuer's
    desk is closed on others. One that the next has caught up with is left out: who has
    been away is told once.
    """
    for limit in _first_of_each_card(limits):
        if limit.reported_on is not None or limit.act_by < telling.today:
            continue
        moments = {
            telling.on_business_day_until(limit.act_by - days * _DAY): days
            for days in DAYS_LEFT
        }
        reached = [moment for moment in moments if moment <= telling.now]
        for moment, days in moments.items():
            if moment > telling.now or moment == max(reached):
                yield Reminder(
                    task=_of_limit(limit),
                    part=str(days),
                    about=About.LIMIT_NEAR,
                    due=moment,
                    day=limit.act_by,
                    card=limit.card,
                )


def _is_read(cell: CardMonth) -> bool:
    """Tell whether nothing more is to come of a month."""
    return cell.state in {MonthState.CLEAN, MonthState.FINDINGS} and not cell.is_open


def _of_month(about: About, cell: CardMonth) -> str:
    return f"{series_of(about, cell.card)}:{cell.month:%Y-%m}"


def _first_of_each_card(limits: Iterable[Deadline]) -> Iterable[Deadline]:
    first: dict[int, Deadline] = {}
    for limit in limits:
        if limit.card not in first or limit.act_by < first[limit.card].act_by:
            first[limit.card] = limit
    return first.values()


def _of_limit(limit: Deadline) -> str:
    return f"{series_of(About.LIMIT_NEAR, limit.card)}:{limit.act_by.isoformat()}"
