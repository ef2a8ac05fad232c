"""What holds for the reminders of any limit, statement and moment."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.reminders.moments import back, limit, month, watch
from torimodosu.recovery.reminders.account_reminders import looks
from torimodosu.recovery.reminders.card_reminders import (
    limits_near,
    payment_days,
    refunds_expected,
    statements_out,
)
from torimodosu.recovery.reminders.reminder import Reminder, Said, Word, kind_of
from torimodosu.recovery.reminders.telling_time import TellingTime
from torimodosu.recovery.statements.calendar_days import is_business_day
from torimodosu.recovery.statements.watch import MonthState

DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))
MOMENTS = st.datetimes(
    datetime(2025, 1, 1),  # noqa: DTZ001 -- hypothesis adds the zone
    datetime(2028, 12, 31),  # noqa: DTZ001
    timezones=st.timezones() | st.just(UTC),
)


def of_cards(day: date, telling: TellingTime) -> list[Reminder]:
    cell = month(MonthState.MISSING, out_on=day, pays_on=day)
    return [
        *statements_out(watch(cell), telling),
        *payment_days(watch(cell), telling),
        *refunds_expected([back(day)], telling),
        *limits_near([limit(day), limit(day, card=2)], telling),
    ]


@given(day=DAYS, now=MOMENTS)
def test_banks_are_open_when_something_is_told_about_cards(
    day: date, now: datetime
) -> None:
    reminders = of_cards(day, TellingTime(now=now))
    assert all(is_business_day(one.due.date()) for one in reminders)
    assert len({one.telling for one in reminders}) == len(reminders)


@given(day=DAYS, now=MOMENTS)
def test_a_limit_is_told_before_it_ends_and_once_for_what_is_past(
    day: date, now: datetime
) -> None:
    reminders = list(limits_near([limit(day)], TellingTime(now=now)))
    assert all(one.due.date() < day for one in reminders)
    assert sum(one.due <= now for one in reminders) <= 1
    assert sorted(reminders, key=lambda one: one.due) == reminders


@given(since=DAYS, now=MOMENTS, weeks=st.integers(0, 300))
def test_one_look_is_due_at_most(since: date, now: datetime, weeks: int) -> None:
    until = since + timedelta(weeks=weeks)
    telling = TellingTime(now=now)
    reminders = list(looks(since, until=until, looked_on=None, telling=telling))
    assert sum(one.due <= now for one in reminders) <= 1
    assert all(kind_of(one.series)[0] is one.about for one in reminders)


@given(day=DAYS, now=MOMENTS)
def test_a_word_about_a_series_holds_for_all_of_it(day: date, now: datetime) -> None:
    for one in of_cards(day, TellingTime(now=now)):
        for key in (one.key, one.task, one.series):
            word = Word(key=key, said=Said.DONE, at=now)
            assert word.holds_for(one)
