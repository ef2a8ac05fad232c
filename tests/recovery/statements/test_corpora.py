"""Statements of other people; none of them, nor a part of one, is kept here."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.recovery.statements.reading import outcome, read
from torimodosu.recovery.statements.statement import (
    Doubt,
    Refusal,
    Refused,
    StatementRead,
    Why,
)

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora"
CARDS, FIXOFX, QIF = (CORPORA / name for name in ("jp-card-csv", "fixofx", "qif"))
OFXTOOLS, OFXPARSE = CORPORA / "ofxtools", CORPORA / "ofxparse"
BANK2YNAB = CORPORA / "bank2ynab"
FOLDERS = (CARDS, FIXOFX, QIF, OFXTOOLS, OFXPARSE, BANK2YNAB)
pytestmark = [
    pytest.mark.skipif(
        not folder.is_dir(),
        reason=f"corpora not present: ../shared/corpora/{folder.name}",
    )
    for folder in FOLDERS
]

ISSUERS = {
    "orico": "orico",
    "aeon": "aeon_card",
    "rakuten": "rakuten_card",
    "smbc-confirmed": "smbc_card",
    "view": "view_card",
}
EXPECTED = (
    {
        name: told
        for name, told in json.loads((CARDS / "expected.json").read_text()).items()
        if name != "note"
    }
    if CARDS.is_dir()
    else {}
)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_japanese_statement_says_what_its_project_expects(name: str) -> None:
    told = EXPECTED[name]
    statement = read((CARDS / name).read_bytes(), name=Path(name).name)
    rows = [
        [c.date and c.date.isoformat(), c.merchant, c.amount] for c in statement.charges
    ]
    assert statement.issuer == ISSUERS[told["issuer"]]
    assert statement.encoding == told["encoding"]
    assert statement.sum == told.get("total", statement.sum)
    assert statement.totals_agree is not False
    assert rows == told.get("rows", rows)
    assert len(rows) == told.get("n_rows", len(rows))
    assert rows[0] == told.get("first", rows[0])
    assert [rows[-1][0], rows[-1][2]] == [
        part for part in told.get("last", [rows[-1][0], rows[-1][2]]) if part
    ]
    bills = {c.bill_date and c.bill_date.isoformat() for c in statement.charges}
    assert bills == {told.get("due")}
    assert (statement.skipped, statement.doubts) == ((), {})
    for place, (currency, amount, rate) in told.get("fx", {}).items():
        foreign = statement.charges[int(place)].foreign
        assert foreign is not None
        assert foreign.currency == currency
        assert (float(foreign.amount or 0), float(foreign.rate or 0)) == (amount, rate)


@pytest.mark.parametrize(
    ("name", "sums"),
    [
        ("rakuten_bank", [("2023-04-07", -3146), ("2023-04-27", 3086)]),
        ("shinsei_bank", [("2023-06-22", -110), ("2023-06-22", 110)]),
        ("sumishin_net_bank", [("2024-01-26", -40000), ("2024-01-11", 35000)]),
    ],
)
def test_a_bank_statement_says_what_its_project_expects(
    name: str, sums: list[tuple[str, int]]
) -> None:
    path = CARDS / "beancount-multitool/tests/data" / name / "test.csv"
    assert [
        (charge.date and charge.date.isoformat(), charge.amount)
        for charge in read(path.read_bytes()).charges
    ] == [(day, Decimal(amount)) for day, amount in sums]


@pytest.mark.parametrize(
    ("path", "rows", "total"),
    [
        (OFXTOOLS / "tests/data/br_nubank_cc.ofx", 6, "1280.91"),
        (OFXTOOLS / "tests/data/stmtrs_euro.ofx", 2, "500.00"),
        (OFXPARSE / "tests/fixtures/ofx-v102-empty-tags.ofx", 1, "-12.34"),
        (OFXPARSE / "tests/fixtures/fail_nice/empty_balance.ofx", 1, "-120"),
        (FIXOFX / "test/fixtures/checking.ofx", 106, "-4644.42"),
        (FIXOFX / "test/fixtures/savings.ofx", 118, "-5291.58"),
    ],
)
def test_an_ofx_file_is_read_wholly(path: Path, rows: int, total: str) -> None:
    raw = path.read_bytes()
    statement = read(raw)
    assert (len(statement.charges), statement.skipped) == (rows, ())
    assert statement.sum == Decimal(total)
    assert len(statement.charges) == raw.count(b"<STMTTRN>")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("account_listing_aggregation", Refusal.NO_STATEMENT_INSIDE),
        ("bank_small", Refusal.NO_STATEMENT_INSIDE),
        ("error_message", Refusal.BANK_ERROR),
        ("signon_fail", Refusal.BANK_ERROR),
        ("signon_success", Refusal.NO_STATEMENT_INSIDE),
        ("tiaacref", Refusal.SECURITIES),
        ("vanguard", Refusal.SECURITIES),
    ],
)
def test_an_ofx_file_without_a_statement_is_refused(name: str, reason: Refusal) -> None:
    raw = (OFXPARSE / f"tests/fixtures/{name}.ofx").read_bytes()
    assert outcome(raw) == Refused(reason=reason)


# By the columns that the project itself or their names tell: the number of rows, their
# sum, the currency, day and amount of the first row.
BANKS = {
    "20171001-20171106.csv": (1, "59.99", "EUR", "2017-10-01", "59.99"),
    "20180226_12345678.csv": (1, "5.00", "", "2018-02-10", "5.00"),
    "MS_JANE_SMITH_01-12-2019_14-12-2019.csv": (13, "399.99", "GBP", None, "67.40"),
    "TH_20180101-20180523_page_1.csv": (9, "2599.99", "CZK", "1111-11-11", "111.11"),
    "TransactionHistory_20180418043121.csv": (
        *(8, "173.28", "SGD", "2018-04-18", "6.66"),
    ),
    "dba33fceecd62c3c727893361e0ba4d3.P000000027355791.csv": (
        *(1, "7.80", "", "2018-02-27", "7.80"),
    ),
    "kta_ei.dat": (11, "6152.22", "EUR", "2019-03-11", "89.30"),
    "test_delimiter_tab.csv": (73, "4580.70", "", "2017-09-18", "33.87"),
    "test_raiffeisen_01.csv": (73, "4580.70", "EUR", "2017-09-18", "33.87"),
    "test_raiffeisen_02.csv": (73, "4580.70", "EUR", "2017-09-18", "33.87"),
    "test_regex_123456_87654321_1234_21_12.csv": (
        *(73, "4580.70", "EUR", "2017-09-18", "33.87"),
    ),
    "test_row_format_default.csv": (73, "4580.70", "", "2017-09-18", "33.87"),
    "umsatz-1234________1234-20180227.CSV": (
        *(1, "5.00", "EUR", "2018-02-20", "5.00"),
    ),
}


@pytest.mark.parametrize("name", BANKS)
def test_the_statement_of_any_bank_is_read_by_its_columns(name: str) -> None:
    statement = read((BANK2YNAB / "test/test-data" / name).read_bytes(), name=name)
    rows, total, currency, day, amount = BANKS[name]
    first = statement.charges[0]
    assert (len(statement.charges), statement.skipped) == (rows, ())
    assert statement.sum == Decimal(total)
    assert first.date == (date.fromisoformat(day) if day else None)
    assert (first.amount, first.currency) == (Decimal(amount), currency)


@pytest.mark.parametrize(
    ("name", "encoding", "told"),
    [
        ("umsatz-1234________1234-20180227.CSV", "cp1252", "AMREST"),
        ("TH_20180101-20180523_page_1.csv", "cp1250", "Č"),
    ],
)
def test_the_encoding_of_a_european_bank_is_found(
    name: str, encoding: str, told: str
) -> None:
    statement = read((BANK2YNAB / "test/test-data" / name).read_bytes(), name=name)
    assert statement.encoding == encoding
    assert any(told in charge.merchant for charge in statement.charges)


def test_a_bank_statement_without_years_tells_that_they_are_missing() -> None:
    raw = (CARDS / "beancount-multitool/tests/data/ja_bank/test.csv").read_bytes()
    statement = read(raw, name="test.csv")
    assert [charge.amount for charge in statement.charges] == [-7000, 4600]
    assert [charge.date for charge in statement.charges] == [None, None]
    assert Doubt.YEAR_NOT_PRINTED in statement.doubts
    named = read(raw, name="202405.csv")
    assert [charge.date for charge in named.charges] == [date(2024, 4, 30)] * 2


def test_entries_without_a_date_are_told() -> None:
    raw = (OFXPARSE / "tests/fixtures/fail_nice/date_missing.ofx").read_bytes()
    whys = [one.why for one in read(raw).skipped]
    assert whys == [Why.NO_DATE, Why.NO_DATE, Why.DATE_NOT_UNDERSTOOD]


def test_the_same_three_records_have_the_same_days_in_every_form() -> None:
    paths = sorted((QIF / "spec/fixtures").glob("3_records_*.qif"))
    days = {tuple(c.date for c in read(p.read_bytes()).charges) for p in paths}
    assert len(paths) == 4
    assert days == {(date(2010, 1, 1), date(2010, 6, 1), date(2010, 12, 29))}


def test_no_file_makes_reading_fail() -> None:
    paths = [path for folder in FOLDERS for path in folder.rglob("*.*")]
    results = [outcome(p.read_bytes(), name=p.name) for p in paths if p.is_file()]
    assert all(isinstance(one, Refused | StatementRead) for one in results)
    assert len(results) >= 80
