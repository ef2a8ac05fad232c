from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.cards import (
    END,
    MIDDLE,
    bills,
    card,
    issuer,
    statement,
)
from torimodosu.recovery.catalogue.issuer import BillingCycle
from torimodosu.recovery.statements.bills import Bill
from torimodosu.recovery.statements.calendar_days import month_after

CYCLES = st.builds(
    BillingCycle,
    closing=st.integers(1, 31),
    payment=st.integers(1, 31),
    months_later=st.integers(0, 3),
)
NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
SAME_MONTH = BillingCycle(closing=5, payment=27, months_later=0)
TWO = issuer(MIDDLE, END)


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        (
            MIDDLE,
            Bill(
                month=NOVEMBER,
                first=date(2026, 9, 16),
                last=date(2026, 10, 15),
                out_on=date(2026, 10, 25),
                pays_on=date(2026, 11, 10),
            ),
        ),
        (
            END,
            Bill(
                month=NOVEMBER,
                first=date(2026, 10, 1),
                last=date(2026, 10, 31),
                out_on=date(2026, 11, 10),
                pays_on=date(2026, 11, 26),
            ),
        ),
        (
            SAME_MONTH,
            Bill(
                month=NOVEMBER,
                first=date(2026, 10, 6),
                last=date(2026, 11, 5),
                out_on=date(2026, 11, 15),
                pays_on=date(2026, 11, 27),
            ),
        ),
    ],
)
def test_a_bill_has_the_days_of_its_cycle(cycle: BillingCycle, expected: Bill) -> None:
    assert bills(by=issuer(cycle)).bill(NOVEMBER) == expected


def test_a_payment_day_of_rest_moves_to_the_next_business_day() -> None:
    # 10 October 2026 is a Saturday, and the Monday after it is a holiday.
    assert bills().bill(date(2026, 10, 1)).pays_on == date(2026, 10, 13)


def test_of_several_cycles_the_days_of_all_are_told() -> None:
    bill = bills(by=TWO).bill(NOVEMBER)
    assert (bill.first, bill.last) == (date(2026, 10, 1), date(2026, 10, 15))
    assert (bill.out_on, bill.pays_on) == (date(2026, 11, 10), None)


@pytest.mark.parametrize(
    ("cycle", "bill_date", "cycles"),
    [
        (1, None, (END,)),
        (None, date(2026, 10, 13), (MIDDLE,)),
        (None, date(2026, 10, 26), (END,)),
        (None, date(2026, 10, 10), (MIDDLE,)),  # as printed before it moves
        (None, date(2026, 10, 3), ()),
        (None, None, (MIDDLE, END)),
        (7, None, (MIDDLE, END)),
    ],
)
def test_the_user_or_the_day_of_payment_tells_the_cycle(
    cycle: int | None, bill_date: date | None, cycles: tuple[BillingCycle, ...]
) -> None:
    known = bills(statement(bill_date=bill_date), of=card(cycle=cycle), by=TWO)
    assert known.cycles == cycles


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2026, 11, 15), DECEMBER),
        (date(2026, 11, 16), date(2027, 1, 1)),
        (date(2026, 12, 31), date(2027, 2, 1)),
    ],
)
def test_a_use_is_on_the_bill_that_closes_next(day: date, month: date) -> None:
    assert bills().bill_with(day).month == month


def test_without_a_cycle_a_use_is_taken_to_be_on_the_bill_of_the_next_month() -> None:
    unknown = bills(by=issuer())
    assert unknown.bill_with(date(2026, 11, 20)) == Bill(month=DECEMBER)


@pytest.mark.parametrize(
    ("first", "last", "month", "cycles"),
    [
        # Used after the middle of October: paid in November by END alone.
        (20, 25, NOVEMBER, (END,)),
        (20, 25, DECEMBER, (MIDDLE,)),
        (3, 9, NOVEMBER, (MIDDLE, END)),
        (3, 25, DECEMBER, (MIDDLE,)),
        # Of parts that are paid later.
        (3, 9, date(2027, 4, 1), (MIDDLE, END)),
    ],
)
def test_the_printed_month_tells_which_cycle_a_card_has(
    first: int, last: int, month: date, cycles: tuple[BillingCycle, ...]
) -> None:
    read = statement(
        first=date(2026, 10, first), last=date(2026, 10, last), bill_month=month
    )
    assert bills(read, by=TWO).cycles == cycles
    assert bills(replace(read, last=None), by=TWO).cycles == (MIDDLE, END)


def test_a_card_may_have_two_cycles_that_are_paid_on_one_day() -> None:
    both = (END, replace(END, closing=25))
    read = statement(
        first=date(2026, 10, 26), last=date(2026, 10, 30), bill_month=NOVEMBER
    )
    assert bills(read, by=issuer(*both)).cycles == both


@pytest.mark.parametrize(
    ("bill_date", "bill_month", "last", "month"),
    [
        (date(2026, 11, 10), None, date(2026, 10, 3), NOVEMBER),
        (date(2026, 11, 10), DECEMBER, date(2026, 10, 3), NOVEMBER),
        (None, DECEMBER, date(2026, 10, 3), DECEMBER),
        (None, DECEMBER, None, DECEMBER),
        (None, date(9999, 1, 1), date(2026, 10, 3), NOVEMBER),
        (None, None, date(2026, 10, 3), NOVEMBER),
        (None, None, None, None),
    ],
)
def test_the_month_of_a_statement_is_that_of_its_payment(
    bill_date: date | None,
    bill_month: date | None,
    last: date | None,
    month: date | None,
) -> None:
    known = bills(statement(bill_date=bill_date, bill_month=bill_month, last=last))
    assert known.month_of(known.statements[0]) == month


def test_only_its_own_statements_are_those_of_a_card() -> None:
    own, other = statement(1), statement(2, of=2)
    assert bills(own, other).statements == (own,)


@given(CYCLES, st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_every_day_is_on_one_bill_and_the_next_begins_where_it_ends(
    cycle: BillingCycle, day: date
) -> None:
    known = bills(by=issuer(cycle))
    bill = known.bill_with(day)
    assert bill.first is not None
    assert bill.last is not None
    assert bill.first <= day <= bill.last
    assert known.bill(bill.month) == bill
    following = known.bill(month_after(bill.month, 1))
    assert following.first == bill.last + timedelta(days=1)
