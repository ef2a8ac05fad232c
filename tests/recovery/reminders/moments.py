"""Days of the story's year, and what is due on them, for the tests of reminders."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from tests.fakes.clock import JAPAN
from torimodosu.recovery.catalogue.limit import Clock
from torimodosu.recovery.reminders.reminder import Reminder
from torimodosu.recovery.reminders.telling_time import TellingTime
from torimodosu.recovery.statements.deadline import Deadline
from torimodosu.recovery.statements.returns import ExpectedReturn, Means, ReturnState
from torimodosu.recovery.statements.watch import CardMonth, MonthState, WatchLog

# A Monday, half an hour after the user is told.
MONDAY = date(2026, 3, 16)
DAY = timedelta(days=1)


def at(day: date, hour: int = 9, minute: int = 30) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=JAPAN)


def telling(now: date | datetime = MONDAY) -> TellingTime:
    return TellingTime(now=now if isinstance(now, datetime) else at(now))


def month(
    state: MonthState = MonthState.NOT_OUT,
    *,
    out_on: date | None = date(2026, 3, 25),
    pays_on: date | None = date(2026, 4, 10),
    is_open: bool = False,
    is_needed: bool = True,
) -> CardMonth:
    return CardMonth(
        card=1,
        month=date(2026, 4, 1),
        state=state,
        out_on=out_on,
        pays_on=pays_on,
        is_open=is_open,
        is_needed=is_needed,
    )


def watch(*cells: CardMonth, ends_on: date = date(2027, 3, 13)) -> WatchLog:
    months = tuple(dict.fromkeys(cell.month for cell in cells))
    return WatchLog(months=months, cells=cells, ends_on=ends_on)


def limit(
    act_by: date = date(2026, 5, 8), *, card: int = 1, reported_on: date | None = None
) -> Deadline:
    return Deadline(
        card=card,
        clock=Clock.BACK_FROM_REPORT,
        days=60,
        counted_from=act_by - 60 * DAY,
        ends_on=act_by,
        act_by=act_by,
        is_supposed=False,
        reported_on=reported_on,
    )


def back(
    look_again: date | None = date(2026, 4, 25),
    *,
    card: int = 1,
    state: ReturnState = ReturnState.PROMISED,
    key: str = "250-1 card",
) -> ExpectedReturn:
    return ExpectedReturn(
        key=key,
        order=key,
        means=Means.CARD,
        card=card,
        amount=Decimal(5000),
        currency="JPY",
        state=state,
        returned=Decimal(0),
        look_again=look_again,
    )


def told(*reminders: Reminder) -> list[tuple[str, str]]:
    """Return the key and the local moment of each of *reminders*."""
    return [(one.key, f"{one.due:%Y-%m-%d %H:%M}") for one in reminders]
