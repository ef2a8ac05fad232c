from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.reading import read
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.statement import (
    ChargeKind,
    Doubt,
    Skipped,
    Why,
)


def qif(*dates: str, kind: str = "CCard") -> bytes:
    """Return a file with one purchase of 10.00 on each of *dates*."""
    entries = (f"D{day}\nT-10.00\nPBook shop\nMx\n^\n" for day in dates)
    return f"!Type:{kind}\n{''.join(entries)}".encode()


@pytest.mark.parametrize(
    "dates",
    [
        ("01/06/26", "29/10/26"),
        ("1/6/26", "29/10/26"),
        ("06/01/26", "10/29/26"),
        ("01/06/2026", "29/10/2026"),
        ("6/ 1'26", "10/29'26"),
        ("1.6.26", "29.10.26"),
        ("2026-06-01", "2026-10-29"),
    ],
)
def test_the_dates_tell_whether_the_day_or_the_month_stands_first(
    dates: tuple[str, ...],
) -> None:
    statement = read(qif(*dates))
    days = [charge.date for charge in statement.charges]
    assert days == [date(2026, 6, 1), date(2026, 10, 29)]
    assert statement.doubts == {}


def test_where_no_date_tells_they_are_american_and_doubted() -> None:
    statement = read(qif("6/1/94", "6/2/94"))
    days = [charge.date for charge in statement.charges]
    assert days == [date(1994, 6, 1), date(1994, 6, 2)]
    assert statement.doubts == {Doubt.DAY_OR_MONTH_FIRST: ()}


def test_an_entry_is_a_charge() -> None:
    raw = b"!Type:CCard\nD10/29/26\nU-1,010.00\nT-1,010.00\nCX\nMFilm\nLFun\n^\n"
    statement = read(raw)
    (charge,) = statement.charges
    assert (statement.layout, statement.account) == ("qif", Account.CARD)
    assert (charge.amount, charge.merchant) == (Decimal("1010.00"), "Film")
    assert (charge.kind, charge.currency) == (ChargeKind.PURCHASE, "")


def test_lists_of_other_things_are_counted_and_not_read() -> None:
    lists = b"!Account\nNMain\nTCCard\n^\n!Type:Cat\nNFood\n^\nNFun\n^\n"
    statement = read(lists + qif("10/29/26"))
    assert len(statement.charges) == 1
    assert statement.other_rows == {"list_entry": 3}


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("T-10.00\nPx\n^\n", Why.NO_DATE),
        ("D13/32/26\nT-10.00\n^\n", Why.DATE_NOT_UNDERSTOOD),
        ("D10/29/26\nTten\n^\n", Why.AMOUNT_NOT_UNDERSTOOD),
        ("D10/29/26\nT-10.00", Why.CUT_OFF),
    ],
)
def test_an_entry_that_is_not_understood_is_told(entry: str, why: Why) -> None:
    statement = read(qif("10/29/26") + entry.encode())
    assert statement.skipped == (Skipped(row=2, why=why),)
    assert len(statement.charges) == 1


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        (["-1,010.50", "-1,000"], ["1010.50", "1000"]),
        (["-1.010,50", "-1.000"], ["1010.50", "1000"]),
        (["-1010,50", "-980"], ["1010.50", "980"]),
        (["$-1,010.50", "-980.00"], ["1010.50", "980.00"]),
    ],
)
def test_amounts_are_read_as_the_file_writes_them(
    amounts: list[str], told: list[str]
) -> None:
    entries = (f"D10/29/26\nT{amount}\nPx\n^\n" for amount in amounts)
    statement = read(f"!Type:CCard\n{''.join(entries)}".encode())
    assert [str(charge.amount) for charge in statement.charges] == told


@pytest.mark.parametrize(
    "dates",
    [
        ("05/11/2026", "07/11/2026", "10/11/2026", "12/11/2026"),
        ("5/11' 26", "7/11' 26", "10/11' 26", "12/11' 26"),
        ("05-Nov-2026", "07-Nov-2026", "10-Nov-2026", "12-Nov-2026"),
        ("5 November 2026", "7 Nov 2026", "10 Nov 2026", "12 Nov 2026"),
    ],
)
def test_no_day_is_to_come_and_months_have_names(dates: tuple[str, ...]) -> None:
    statement = read(qif(*dates))
    days = [charge.date for charge in statement.charges]
    assert days == [date(2026, 11, day) for day in (5, 7, 10, 12)]
    assert statement.doubts == {}


@pytest.mark.parametrize(
    "raw",
    [
        b"!Type: CCard\nD10/29/26\nT-10.00\nPBook shop\n^\n",
        b"!type:ccard  \r\n D10/29/26\r\n T-10.00\r\n PBook shop\r\n^\r\n",
        b"!Type:CCard\nPBook shop\nT-10.00\nD10/29/26\nQunknown\n",
    ],
)
def test_blanks_and_the_order_of_lines_change_nothing(raw: bytes) -> None:
    (charge,) = read(raw).charges
    assert (charge.date, charge.amount) == (date(2026, 10, 29), Decimal("10.00"))
    assert charge.merchant == "Book shop"
