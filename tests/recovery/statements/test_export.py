import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.export import export_csv
from torimodosu.recovery.statements.log import LoggedCharge, Sighting
from torimodosu.recovery.statements.statement import Charge, ChargeKind, Foreign

CARDS = {2: "Blue 4821"}


def charge(merchant: str = "BOOKS", amount: Decimal | None = None) -> LoggedCharge:
    return LoggedCharge(
        key="abc",
        card=2,
        charge=Charge(
            row=3,
            card="4821",
            holder="",
            date=date(2026, 11, 20),
            merchant=merchant,
            merchant_normal="BOOKS",
            amount=amount,
            billed=None,
            currency="JPY",
            foreign=Foreign(amount=Decimal("9.99"), currency="USD", rate=None),
            kind=ChargeKind.PURCHASE,
            bill_date=None,
            bill_month=date(2027, 1, 1),
        ),
        sightings=(Sighting(statement=1, row=3, amount=amount, is_open=True),),
    )


def rows(text: str) -> Sequence[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_a_spreadsheet_knows_the_encoding() -> None:
    assert export_csv([], cards={}).startswith("\ufeffcard,date,merchant,amount")
    assert export_csv([], cards={}).endswith("\r\n")


def test_every_figure_stands_in_its_column() -> None:
    (row,) = rows(export_csv([charge(amount=Decimal(-1980))], cards=CARDS))
    assert (row["date"], row["amount"], row["currency"]) == (
        "2026-11-20",
        "-1980",
        "JPY",
    )
    assert (row["foreign_amount"], row["foreign_currency"]) == ("9.99", "USD")
    assert (row["bill_date"], row["bill_month"]) == ("", "2027-01")
    assert row["card"] == "Blue 4821"
    assert (row["is_open"], row["statement"], row["row"]) == ("yes", "1", "3")


def test_an_amount_that_is_not_known_is_empty_and_not_zero() -> None:
    (row,) = rows(export_csv([charge(amount=None)], cards=CARDS))
    assert row["amount"] == ""


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"]
)
def test_a_cell_that_would_be_run_is_made_harmless(sign: str) -> None:
    (row,) = rows(export_csv([charge(merchant=f'{sign}HYPERLINK("x")')], cards=CARDS))
    assert row["merchant"] == f'\'{sign}HYPERLINK("x")'


@given(st.text(st.characters(exclude_characters="\0", codec="utf-8")))
def test_every_shop_is_read_back_as_it_was(merchant: str) -> None:
    (row,) = rows(export_csv([charge(merchant=merchant)], cards=CARDS))
    assert row["merchant"].removeprefix("'") == merchant.removeprefix("'")
