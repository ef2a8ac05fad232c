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
