from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.calendar_days import (
    business_day_from,
    business_day_until,
    day_in,
    is_business_day,
    month_after,
    month_of,
)

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2026, 11, 20), True),  # a Friday
        (date(2026, 11, 21), False),
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), False),  # Labour Thanksgiving
        (date(2026, 11, 24), True),
        (date(2026, 9, 22), False),  # between two holidays
        (date(2026, 5, 6), False),  # for Constitution Day, which is a Sunday
        (date(2026, 12, 30), True),
        (date(2026, 12, 31), False),  # banks are closed, though it is no holiday
        (date(2027, 1, 1), False),
        (date(2029, 1, 2), False),
        (date(2029, 1, 3), False),
        (date(2029, 1, 4), True),
    ],
)
def test_banks_are_closed_on_weekends_holidays_and_at_new_year(
    day: date, *, is_open: bool
) -> None:
    assert is_business_day(day) is is_open


@given(DAYS)
def test_the_next_and_the_last_business_day_have_only_days_of_rest_between(
    day: date,
) -> None:
    after, before = business_day_from(day), business_day_until(day)
    assert before <= day <= after
    assert is_business_day(before)
    assert is_business_day(after)
    between = (before + timedelta(days) for days in range(1, (after - before).days))
    assert not any(map(is_business_day, between))


@pytest.mark.parametrize(
    ("month", "months", "expected"),
    [
        (date(2026, 11, 1), 0, date(2026, 11, 1)),
        (date(2026, 11, 1), 1, date(2026, 12, 1)),
        (date(2026, 11, 1), 2, date(2027, 1, 1)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
        (date(2026, 11, 1), 12, date(2027, 11, 1)),
        (date(9999, 12, 1), 1, date(9999, 12, 1)),
        (date(1, 1, 1), -1, date(1, 1, 1)),
    ],
)
def test_months_are_counted_over_the_year(
    month: date, months: int, expected: date
) -> None:
    assert month_after(month, months) == expected


def test_the_last_day_of_any_month_is_31() -> None:
    assert day_in(date(2026, 2, 1), 31) == date(2026, 2, 28)
    assert day_in(date(2028, 2, 1), 31) == date(2028, 2, 29)
    assert day_in(date(2026, 2, 1), 27) == date(2026, 2, 27)
    assert month_of(date(2026, 2, 28)) == date(2026, 2, 1)
