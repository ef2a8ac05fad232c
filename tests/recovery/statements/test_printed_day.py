from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.statements.reading import catalogue
from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.statements.printed_day import (
    PrintedDay,
    printed_day,
    two_numbers,
)
from torimodosu.recovery.statements.word_book import WordBook

MONTHS = WordBook(catalogue().statement_words).months
DAY, MONTH, YEAR = DateForm.DAY_FIRST, DateForm.MONTH_FIRST, DateForm.YEAR_FIRST


@pytest.mark.parametrize(
    ("text", "form"),
    [
        *(("2026-05-18", YEAR), ("2026/5/18", DAY), ("20260518", DAY)),
        *(("2026-05-18T10:11:12Z", YEAR), ("2026-05-18 10:11:12.123", MONTH)),
        *(("2026年5月18日", YEAR), ("令和8年5月18日", YEAR), ("26/05/18", YEAR)),
        *(("18.05.2026", DAY), ("18.5.26", DAY), ("18. 5. 2026", DAY)),
        *(("5/18/2026", MONTH), ("05-18-26", MONTH), ("5/18/2026 11:05 PM", MONTH)),
        *(("18 May 2026", YEAR), ("18-May-26", DAY), ("May 18, 2026", MONTH)),
        *(("18. Mai 2026", DAY), ("18 mai 2026", DAY), ("18 maj 2026", DAY)),
        *(("Mon, 18 May 2026", YEAR), ("2026 May 18", YEAR), ("18 mag. 2026", DAY)),
    ],
)
def test_a_day_is_read_in_many_forms(text: str, form: DateForm) -> None:
    assert printed_day(text, form, MONTHS) == PrintedDay(2026, 5, 18)


@pytest.mark.parametrize(
    ("text", "form", "month", "day"),
    [
        ("4月30日", YEAR, 4, 30),
        ("4月30日", DAY, 4, 30),
        ("11/05", YEAR, 11, 5),
        ("11/05", DAY, 5, 11),
        ("18.04.", DAY, 4, 18),
        ("18 Apr", YEAR, 4, 18),
        ("2/29", MONTH, 2, 29),
    ],
)
def test_a_day_may_have_no_year(
    text: str, form: DateForm, month: int, day: int
) -> None:
    assert printed_day(text, form, MONTHS) == PrintedDay(0, month, day)


@pytest.mark.parametrize(
    "text",
    [
        *("", "Pending", "12.05", "6.66", "31.02.2026", "2026/13/01", "18 Foo 2026"),
        *("1234-5678", "5 May 123", "2026", "4/31", "1/2/3/4", "18 May 2026 hotel"),
    ],
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert printed_day(text, DAY, MONTHS) is None


def test_a_day_without_a_year_is_one_in_the_year_that_is_told() -> None:
    assert PrintedDay(0, 2, 29).in_year(2024) == date(2024, 2, 29)
    assert PrintedDay(0, 2, 29).in_year(2025) is None
    assert PrintedDay(2026, 5, 18).in_year(2020) == date(2026, 5, 18)


@given(st.text(max_size=60), st.sampled_from(DateForm))
def test_no_text_makes_it_fail(text: str, form: DateForm) -> None:
    read = printed_day(text, form, MONTHS)
    assert read is None or 1 <= read.month <= 12
    assert two_numbers(text) is None or text


@given(st.dates(date(1970, 1, 1), date(2068, 12, 31)))
def test_a_date_that_is_written_is_read(day: date) -> None:
    expected = PrintedDay(day.year, day.month, day.day)
    assert printed_day(f"{day:%d/%m/%Y}", DAY, MONTHS) == expected
    assert printed_day(f"{day:%m/%d/%y}", MONTH, MONTHS) == expected
    assert printed_day(day.isoformat(), YEAR, MONTHS) == expected
