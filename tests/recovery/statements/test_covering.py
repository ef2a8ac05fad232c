from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.cards import (
    END,
    MIDDLE,
    TODAY,
    bills,
    card,
    issuer,
    notice,
    statement,
)
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.issuer import BillingCycle
from torimodosu.recovery.statements.bills import CardBills
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.coverage import CardCoverage
from torimodosu.recovery.statements.covering import card_of_notice, coverage_of
from torimodosu.recovery.statements.log import ImportedStatement
from torimodosu.recovery.statements.statement import Doubt, Skipped, Why

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
STATEMENTS = st.builds(
    lambda days, bill_date, is_open: statement(
        first=min(days, default=None),
        last=max(days, default=None),
        bill_date=bill_date,
        is_open=is_open,
    ),
    st.lists(DAYS, max_size=2),
    st.none() | DAYS,
    st.booleans(),
)
KINDS = st.sampled_from([(), (MIDDLE,), (END,), (MIDDLE, END)])
SINCE = date(2026, 10, 1)
OCTOBER, NOVEMBER = date(2026, 10, 13), date(2026, 11, 10)
AUGUST_16, SEPTEMBER_15 = date(2026, 8, 16), date(2026, 9, 15)
SEPTEMBER_16, OCTOBER_15 = date(2026, 9, 16), date(2026, 10, 15)
SKIPPED = Skipped(row=3, why=Why.NO_DATE)
UNKNOWN = issuer()


def covered(
    known: CardBills, *notices: CardNotice, mails_until: date | None = None
) -> CardCoverage:
    (only,) = coverage_of(
        [known], notices, mails_until=mails_until, since=SINCE, today=TODAY
    )
    return only


def test_a_card_without_a_statement_is_not_covered() -> None:
    assert covered(bills()) == CardCoverage(
        card=1, next_statement=date(2026, 11, 25), out_until=OCTOBER_15
    )


def test_a_closed_bill_covers_its_days_also_those_without_a_charge() -> None:
    read = statement(
        first=date(2026, 9, 20), last=date(2026, 10, 3), bill_date=NOVEMBER
    )
    assert covered(bills(read)).closed == ((SEPTEMBER_16, OCTOBER_15),)
    assert covered(bills(statement(bill_date=NOVEMBER))).closed == (
        (SEPTEMBER_16, OCTOBER_15),
    )


def test_bills_one_after_the_other_leave_no_day_out() -> None:
    october, november = (
        statement(1, bill_date=OCTOBER),
        statement(2, bill_date=NOVEMBER),
    )
    assert covered(bills(november, october)).closed == ((AUGUST_16, OCTOBER_15),)
    # Also where it is not known which of two cycles the card has.
    either = (
        statement(1, last=date(2026, 9, 10)),
        statement(2, last=date(2026, 10, 9)),
    )
    assert covered(bills(*either, by=issuer(MIDDLE, END))).closed == (
        (date(2026, 9, 1), date(2026, 10, 15)),
    )


def test_a_statement_whose_rows_print_the_month_covers_no_more_than_was_read() -> None:
    # Its rows may be of two bills, of which other files show the rest.
    read = statement(
        first=date(2026, 9, 20),
        last=date(2026, 10, 3),
        bill_month=date(2026, 11, 1),
    )
    only = ((date(2026, 9, 20), date(2026, 10, 3)),)
    assert covered(bills(read)).closed == only
    assert covered(bills(read, by=UNKNOWN)).closed == only


def test_months_that_are_printed_leave_no_day_out_one_after_the_other() -> None:
    # By the last use and the cycles of the issuer both would be of one month.
    read = (
        statement(
            number,
            first=date(2026, 10, day),
            last=date(2026, 10, day + 5),
            bill_month=month,
        )
        for number, day, month in (
            (1, 2, date(2026, 11, 1)),
            (2, 20, date(2026, 12, 1)),
        )
    )
    assert covered(bills(*read, by=issuer(MIDDLE, END))).closed == (
        (date(2026, 10, 2), date(2026, 10, 25)),
    )


def test_the_next_statement_is_that_after_the_month_that_was_printed() -> None:
    # Paid on the 4th or the 27th: which one it is only the printed month tells.
    either = issuer(
        BillingCycle(closing=4, payment=4, months_later=1),
        BillingCycle(closing=27, payment=27, months_later=1),
    )
    read = statement(first=date(2026, 10, 5), last=date(2026, 10, 20))
    printed = replace(read, bill_month=date(2026, 11, 1))
    assert covered(bills(read, by=either)).next_statement == date(2027, 1, 6)
    assert covered(bills(printed, by=either)).next_statement == date(2026, 12, 7)


def test_a_missing_bill_is_a_gap() -> None:
    september = statement(1, bill_date=date(2026, 9, 10))
    november = statement(2, bill_date=NOVEMBER)
    assert covered(bills(september, november)).closed == (
        (date(2026, 7, 16), date(2026, 8, 15)),
        (SEPTEMBER_16, OCTOBER_15),
    )


@pytest.mark.parametrize(
    "flaw",
    [
        statement(
            first=date(2026, 9, 20),
            last=date(2026, 10, 3),
            bill_date=NOVEMBER,
            doubts={Doubt.END_MISSING: ()},
        ),
        # A row beyond the closing day: it is another one than the catalogue says.
        statement(first=date(2026, 9, 20), last=date(2026, 10, 20), bill_date=NOVEMBER),
        # Nothing that was read knows the days of a month that goes on.
        statement(
            first=TODAY - timedelta(days=9),
            last=TODAY - timedelta(days=2),
            bill_date=date(2027, 1, 10),
        ),
    ],
)
def test_a_statement_that_contradicts_its_bill_covers_what_was_read(
    flaw: ImportedStatement,
) -> None:
    assert covered(bills(flaw)).closed == ((flaw.first, flaw.last),)


def test_an_old_charge_that_is_paid_in_parts_covers_no_days_before_the_bill() -> None:
    read = statement(
        first=date(2025, 12, 1), last=date(2026, 10, 30), bill_date=date(2026, 11, 27)
    )
    assert covered(bills(read, by=UNKNOWN)).closed == (
        (date(2026, 9, 30), date(2026, 10, 30)),
    )


def test_without_bill_or_cycle_the_days_of_the_charges_are_covered() -> None:
    first = statement(1, first=date(2026, 8, 1), last=date(2026, 9, 30))
    touching = statement(2, first=date(2026, 10, 1), last=date(2026, 10, 9))
    apart = statement(3, first=date(2026, 11, 1), last=date(2026, 11, 5))
    assert covered(bills(apart, first, touching, by=UNKNOWN)).closed == (
        (date(2026, 8, 1), date(2026, 10, 9)),
        (date(2026, 11, 1), date(2026, 11, 5)),
    )


def test_open_statements_are_told_apart() -> None:
    read = statement(first=date(2026, 11, 16), last=date(2026, 11, 20), is_open=True)
    assert covered(bills(read)).closed == ()
    assert covered(bills(read)).open == ((date(2026, 11, 16), date(2026, 11, 20)),)
    assert covered(bills(statement(is_open=True))).open == ()


WHOLE = statement(last=OCTOBER_15)
SKIPS = statement(last=OCTOBER_15, skipped=(SKIPPED,))


@pytest.mark.parametrize(
    ("read", "flawed"),
    [
        ([WHOLE], False),
        ([SKIPS], True),
        ([statement(last=OCTOBER_15, doubts={Doubt.END_MISSING: ()})], True),
        ([statement(last=OCTOBER_15, doubts={Doubt.TOTAL_DIFFERS: ()})], True),
        ([statement(last=OCTOBER_15, doubts={Doubt.AMOUNT_UNKNOWN: (3,)})], False),
        ([statement(skipped=(SKIPPED,))], True),
        # A whole statement of the month makes good what another one lacks ...
        ([SKIPS, WHOLE], False),
        # ... unless it is open, or of another month.
        ([SKIPS, replace(WHOLE, is_open=True)], True),
        ([SKIPS, replace(WHOLE, last=date(2026, 10, 20))], True),
        # What was closed before the incident hides nothing.
        ([replace(SKIPS, last=date(2026, 9, 30))], False),
        ([replace(SKIPS, last=None, bill_date=SINCE)], True),
    ],
)
def test_rows_may_be_missing(read: list[ImportedStatement], *, flawed: bool) -> None:
    assert covered(bills(*read)).has_skipped_rows is flawed


def test_the_next_statement_is_the_first_that_is_not_out_or_not_read() -> None:
    assert covered(bills()).next_statement == date(2026, 11, 25)
    assert covered(bills(by=issuer(END))).next_statement == date(2026, 12, 10)
    read = statement(bill_date=date(2026, 12, 28), last=date(2026, 11, 30))
    assert covered(bills(read, by=issuer(END))).next_statement == date(2027, 1, 10)
    assert covered(bills(by=UNKNOWN)).next_statement is None
    assert covered(bills(by=UNKNOWN)).out_until is None


@pytest.mark.parametrize(
    ("day", "mails_until", "until"),
    [
        (TODAY - timedelta(days=3), TODAY, TODAY),
        (TODAY - timedelta(days=60), TODAY, TODAY - timedelta(days=29)),
        (TODAY, None, None),
        (None, TODAY, None),
    ],
)
def test_notices_are_covered_as_long_as_the_card_sends_them(
    day: date | None, mails_until: date | None, until: date | None
) -> None:
    told = covered(bills(), notice(day=day), mails_until=mails_until)
    assert told.notices_until == until


def test_without_a_notice_nobody_knows_whether_the_card_sends_them() -> None:
    assert covered(bills(), mails_until=TODAY).notices_until is None
    other = notice(last_four="9999")
    assert covered(bills(), other, mails_until=TODAY).notices_until is None


@pytest.mark.parametrize(
    ("cards", "last_four", "number"),
    [
        ([card(1), card(2, last_four="9999")], "9999", 2),
        ([card(1), card(2, "other", last_four="9999")], "", 1),
        ([card(1), card(2, last_four="9999")], "", 0),
        ([card(1)], "9999", 0),
    ],
)
def test_a_notice_is_of_the_card_with_its_digits_or_the_only_one_of_its_issuer(
    cards: list[PaymentCard], last_four: str, number: int
) -> None:
    assert card_of_notice(notice(last_four=last_four), cards) == number


@given(st.lists(STATEMENTS, max_size=6), KINDS)
def test_what_is_covered_is_in_order_and_apart(
    read: list[ImportedStatement], cycles: tuple[BillingCycle, ...]
) -> None:
    told = covered(bills(*read, by=issuer(*cycles)))
    for stretches in (told.closed, told.open):
        assert all(first <= last for first, last in stretches)
        assert all(
            before[1] + timedelta(days=1) < after[0]
            for before, after in pairwise(stretches)
        )
