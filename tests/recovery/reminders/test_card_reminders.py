"""When the user is told about statements, payments, refunds and limits."""

from datetime import date

import pytest

from tests.recovery.reminders.moments import (
    DAY,
    MONDAY,
    at,
    back,
    limit,
    month,
    telling,
    told,
    watch,
)
from torimodosu.recovery.reminders.card_reminders import (
    limits_near,
    payment_days,
    refunds_expected,
    statements_out,
)
from torimodosu.recovery.statements.returns import ReturnState
from torimodosu.recovery.statements.watch import MonthState


@pytest.mark.parametrize(
    ("out_on", "moment"),
    [
        (date(2026, 3, 25), "2026-03-25 09:00"),
        # A Saturday, and the equinox before a weekend.
        (date(2026, 3, 28), "2026-03-30 09:00"),
        (date(2026, 3, 20), "2026-03-23 09:00"),
        # Golden Week, with the substitute holiday of 2026.
        (date(2026, 5, 3), "2026-05-07 09:00"),
        # Banks are closed until the third of January.
        (date(2026, 12, 31), "2027-01-04 09:00"),
        # The closing day is not known: when the month is over, which is a Friday.
        (None, "2026-05-01 09:00"),
    ],
)
def test_a_statement_is_told_on_the_business_day_after_it_is_out(
    out_on: date | None, moment: str
) -> None:
    (reminder,) = statements_out(watch(month(out_on=out_on)), telling())
    assert told(reminder) == [("statement_out:1:2026-04", moment)]
    assert (reminder.card, reminder.day) == (1, out_on)


@pytest.mark.parametrize(
    ("cell", "is_told"),
    [
        (month(MonthState.NOT_OUT), True),
        (month(MonthState.MISSING), True),
        (month(MonthState.FINDINGS, is_open=True), True),
        (month(MonthState.CLEAN), False),
        (month(MonthState.FINDINGS), False),
        (month(MonthState.MISSING, is_needed=False), False),
    ],
)
def test_a_statement_that_is_read_or_cannot_matter_is_not_told(
    cell: object, *, is_told: bool
) -> None:
    assert bool(list(statements_out(watch(cell), telling()))) is is_told  # type: ignore[arg-type]


def test_a_payment_is_told_on_the_last_business_day_before_it() -> None:
    # The tenth of May 2026 is a Sunday, so the money is taken on Monday.
    cell = month(MonthState.MISSING, pays_on=date(2026, 5, 11))
    (reminder,) = payment_days(watch(cell), telling())
    assert told(reminder) == [("payment_day:1:2026-04", "2026-05-08 09:00")]
    assert reminder.day == date(2026, 5, 11)


@pytest.mark.parametrize(
    ("state", "today", "is_told"),
    [
        (MonthState.MISSING, MONDAY, True),
        (MonthState.FINDINGS, MONDAY, True),
        (MonthState.NOT_OUT, date(2026, 4, 10), True),
        (MonthState.MISSING, date(2026, 4, 11), False),
        (MonthState.CLEAN, MONDAY, False),
    ],
)
def test_a_payment_is_not_told_once_it_is_over_or_nothing_is_wrong(
    state: MonthState, today: date, *, is_told: bool
) -> None:
    assert bool(list(payment_days(watch(month(state)), telling(today)))) is is_told


def test_a_card_whose_days_are_not_known_has_no_payment_day() -> None:
    assert list(payment_days(watch(month(pays_on=None)), telling())) == []
    needless = month(MonthState.MISSING, is_needed=False)
    assert list(payment_days(watch(needless), telling())) == []


def test_money_that_should_be_back_is_told_once_for_each_day_and_card() -> None:
    returns = (
        back(),
        back(key="250-2 card"),
        back(card=2),
        back(date(2026, 4, 26), card=2),
        back(None),
        back(state=ReturnState.CREDITED, card=3),
    )
    assert told(*refunds_expected(returns, telling())) == [
        ("refund_expected:1:2026-04-25", "2026-04-27 09:00"),
        ("refund_expected:2:2026-04-25", "2026-04-27 09:00"),
        ("refund_expected:2:2026-04-26", "2026-04-27 09:00"),
    ]


def test_a_limit_is_told_when_days_are_left_on_which_the_desk_is_open() -> None:
    # Three days before Friday, 8 May 2026 is a holiday that follows others.
    assert told(*limits_near([limit()], telling())) == [
        ("limit_near:1:2026-05-08:30", "2026-04-08 09:00"),
        ("limit_near:1:2026-05-08:14", "2026-04-24 09:00"),
        ("limit_near:1:2026-05-08:3", "2026-05-01 09:00"),
        ("limit_near:1:2026-05-08:1", "2026-05-07 09:00"),
    ]


@pytest.mark.parametrize(
    ("today", "parts"),
    [
        (date(2026, 4, 7), ["30", "14", "3", "1"]),
        (date(2026, 4, 8), ["30", "14", "3", "1"]),
        (date(2026, 4, 30), ["14", "3", "1"]),
        (date(2026, 5, 7), ["1"]),
        (date(2026, 5, 8), ["1"]),
        (date(2026, 5, 9), []),
    ],
)
def test_who_has_been_away_is_told_of_a_limit_once(
    today: date, parts: list[str]
) -> None:
    assert [one.part for one in limits_near([limit()], telling(today))] == parts


def test_before_the_hour_the_day_has_not_come() -> None:
    early = telling(at(date(2026, 4, 24), hour=8))
    (first, *_) = limits_near([limit()], early)
    assert first.part == "30"


def test_of_each_card_the_first_limit_counts_until_it_is_reported() -> None:
    limits = [
        limit(date(2026, 6, 1)),
        limit(),
        limit(card=2, reported_on=MONDAY),
        limit(date(2026, 4, 17), card=3),
    ]
    assert {one.task for one in limits_near(limits, telling())} == {
        "limit_near:1:2026-05-08",
        "limit_near:3:2026-04-17",
    }


def test_a_limit_that_is_already_near_is_told_at_once() -> None:
    (first, *_) = limits_near([limit(MONDAY + 4 * DAY)], telling())
    assert (first.part, first.due <= telling().now) == ("7", True)
