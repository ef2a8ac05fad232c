from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.guessed import text_of, told_by
from tests.recovery.statements.reading import read
from torimodosu.recovery.statements.statement import (
    ChargeKind,
    Doubt,
    Skipped,
    Why,
)


def test_a_charge_that_is_not_booked_yet_has_no_day() -> None:
    raw = text_of(
        "Date Processed,Description,Amount,",
        "Pending,CORNER BAKERY,£3.50,",
        "12-Sep-2026,BOOKSHOP,£12.00,",
        '13-Sep-2026,PAYMENT RECEIVED - THANK YOU,"+ £1,100.00",CR',
    )
    statement = read(raw)
    assert told_by(raw) == [
        (None, "3.50", "CORNER BAKERY"),
        ("2026-09-12", "12.00", "BOOKSHOP"),
        ("2026-09-13", "-1100.00", "PAYMENT RECEIVED - THANK YOU"),
    ]
    assert statement.charges[2].kind is ChargeKind.PAYMENT
    assert statement.doubts[Doubt.DATE_UNKNOWN] == (2,)
    assert statement.is_open
    assert not read(raw.replace(b"Pending", b"11-Sep-2026")).is_open


def test_a_row_without_day_and_amount_continues_the_one_above() -> None:
    raw = text_of(
        "Account details for:,SAVINGS",
        "",
        "Transaction date,Description,Withdrawals (SGD),Deposits (SGD)",
        "18/04/2026,DEBIT PURCHASE,6.66,",
        ",17/04/26 CORNER BAKERY,,",
    )
    statement = read(raw)
    assert told_by(raw) == [
        ("2026-04-18", "6.66", "DEBIT PURCHASE 17/04/26 CORNER BAKERY")
    ]
    assert statement.other_rows == {"head": 3, "note": 1}


def test_totals_and_balances_are_no_charges_and_the_total_is_compared() -> None:
    raw = text_of(
        "Datum;Text;Betrag",
        "18.09.2026;Saldovortrag;",
        "Anfangssaldo;;100,00",
        "19.09.2026;Bäckerei;3,50",
        "20.09.2026;Kino;12,00",
        "Summe;;15,50",
    )
    statement = read(raw)
    assert statement.other_rows == {"head": 1, "balance": 2, "total": 1}
    assert (statement.printed_total, statement.totals_agree) == (Decimal("15.50"), True)
    wrong = raw.replace(b"15,50", b"16,50")
    assert read(wrong).totals_agree is False


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("31.02.2026;Kino;12,00", Why.DATE_NOT_UNDERSTOOD),
        (";Kino;12,00", Why.NO_DATE),
        ("19.09.2026;Kino;zwölf", Why.AMOUNT_NOT_UNDERSTOOD),
        ("19.09.2026;Kino;12.00", Why.AMOUNT_NOT_UNDERSTOOD),
    ],
)
def test_a_row_that_is_not_understood_is_told(row: str, why: Why) -> None:
    whole = ["18.09.2026;Bäckerei;3,50"] * 4
    statement = read(text_of("Datum;Text;Betrag", *whole, row, *whole))
    assert statement.skipped == (Skipped(row=6, why=why),)
    assert len(statement.charges) == 8


def test_a_file_that_ends_within_a_row_loses_only_that() -> None:
    raw = text_of("Datum;Text;Betrag", *["18.09.2026;Bäckerei;3,50"] * 3)
    statement = read(raw[:-7])
    assert statement.skipped == (Skipped(row=4, why=Why.CUT_OFF),)


def test_an_amount_abroad_is_told_beside_the_one_that_is_billed() -> None:
    raw = text_of(
        "Belegdatum;Buchungsdatum;Originalbetrag;Originalwährung;Umrechnungskurs;"
        "Buchungsbetrag;Buchungswährung;Transaktionsbeschreibung",
        "18.09.26;20.09.26;-11,00;USD;1,10;-10,00;EUR;CLOUD HOSTING",
        "19.09.26;20.09.26;-5,00;EUR;1,00;-5,00;EUR;CAFE",
        encoding="cp1252",
    )
    abroad, at_home = read(raw).charges
    assert (abroad.date, abroad.amount, abroad.currency) == (
        date(2026, 9, 18),
        Decimal("10.00"),
        "EUR",
    )
    assert abroad.foreign is not None
    assert (abroad.foreign.amount, abroad.foreign.currency, abroad.foreign.rate) == (
        Decimal("11.00"),
        "USD",
        Decimal("1.10"),
    )
    assert at_home.foreign is None


def test_no_long_card_number_is_kept_as_a_holder() -> None:
    raw = text_of(
        "Card holder;Date;Description;Amount EUR",
        "4111 1111 1111 1111;18.09.2026;CAFE;-5,00",
    )
    (charge,) = read(raw).charges
    assert (charge.card, charge.holder) == ("1111", "")
