from datetime import date
from decimal import Decimal

import pytest

from tests.recovery.statements.guessed import guess, text_of
from tests.recovery.statements.reading import outcome, read
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.mapping import Unsure
from torimodosu.recovery.statements.statement import (
    Doubt,
    Refusal,
    Refused,
)


@pytest.mark.parametrize(
    ("days", "name", "day"),
    [
        (("25/02/2026",), "export.csv", date(2026, 2, 25)),
        (("02/25/2026",), "export.csv", date(2026, 2, 25)),
        (("10/02/2026",), "20260226_1234.csv", date(2026, 2, 10)),
        (("02/10/2026",), "2026-02-26.csv", date(2026, 2, 10)),
        (("10/12/2026",), "export.csv", date(2026, 10, 12)),
        (("05/05/2026",), "export.csv", date(2026, 5, 5)),
        (
            ("01/02/2026", "02/02/2026", "03/02/2026", "05/02/2026"),
            "export.csv",
            date(2026, 2, 1),
        ),
        (
            ("02/01/2026", "02/02/2026", "02/03/2026", "02/01/2026", "02/05/2026"),
            "export.csv",
            date(2026, 2, 1),
        ),
    ],
)
def test_day_and_month_are_told_apart_by_all_that_tells_them(
    days: tuple[str, ...], name: str, day: date
) -> None:
    rows = [f"{written},SHOP,-5.00" for written in days]
    raw = text_of("Date,Description,Amount", *rows)
    assert read(raw, name=name).charges[0].date == day


def test_where_nothing_tells_day_from_month_the_user_is_asked() -> None:
    raw = text_of("Date,Description,Amount", "01/02/2026,SHOP,-5.00")
    assert outcome(raw) == Refused(reason=Refusal.UNKNOWN_LAYOUT)
    assert Unsure.DAY_OR_MONTH in guess(raw).unsure


@pytest.mark.parametrize("word", ["£", "sort code"])
def test_the_country_tells_day_from_month(word: str) -> None:
    name = "Amount" if word == "sort code" else f"Amount {word}"
    raw = text_of(f"Date,Description,{name},{word}", "01/02/2026,SHOP,-5.00,")
    assert read(raw).charges[0].date == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("202404.csv", date(2024, 4, 30)),
        ("meisai_2024-05-02.csv", date(2024, 4, 30)),
        ("2024年1月.csv", date(2024, 4, 30)),
        ("20240115.csv", date(2023, 4, 30)),
        ("meisai.csv", None),
    ],
)
def test_a_year_that_no_row_has_is_that_of_the_files_name(
    name: str, day: date | None
) -> None:
    raw = text_of(
        '"番号","取扱日付","お支払金額","お預り金額","取引区分","残高","摘要"',
        '"001","4月30日","\\4,600","","出金","\\2,400","スーパー"',
        encoding="cp932",
    )
    statement = read(raw, name=name)
    (charge,) = statement.charges
    assert (charge.date, charge.amount) == (day, Decimal(4600))
    assert (statement.account, charge.currency) == (Account.BANK, "JPY")
    assert (Doubt.YEAR_NOT_PRINTED in statement.doubts) == (day is None)
