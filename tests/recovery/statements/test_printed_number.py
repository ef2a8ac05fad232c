from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.printed_number import (
    PrintedAmount,
    decimal_of,
    is_no_number,
    printed_amount,
)

UNITS = {"EUR", "USD", "£", "$", "¥", "\\", "Kč", "円", "US$", "CHF"}


@pytest.mark.parametrize(
    ("text", "decimal", "amount"),
    [
        ("12.99", ".", "12.99"),
        ("-33,87", ",", "-33.87"),
        ("−1.234,50", ",", "-1234.50"),
        ("1,234,567", ".", "1234567"),
        ("1 234,50", ",", "1234.50"),
        ("1’234.50", ".", "1234.50"),
        ("1\u00a0234,5 Kč", ",", "1234.5"),
        ("£1,183.23", ".", "1183.23"),
        ("-$5.00", ".", "-5.00"),
        ("$-5.00", ".", "-5.00"),
        ("EUR -5,00", ",", "-5.00"),
        ("100.00-", ".", "-100.00"),
        ("(45.00)", ".", "-45.00"),
        ("\\7,000", ".", "7000"),
        ("３，４００円", ".", "3400"),
        (".50", ".", "0.50"),
        ("US$12.00", ".", "12.00"),
        ("12.00 CHF", ".", "12.00"),
    ],
)
def test_an_amount_is_read_in_the_form_of_its_column(
    text: str, decimal: str, amount: str
) -> None:
    read = printed_amount(text, decimal, UNITS)
    assert read is not None
    assert read.amount == Decimal(amount)


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        *(("", "."), ("abc", "."), ("12.99", ","), ("1.23.456", ","), ("K1", ".")),
        *(("1,23,456.00", "."), ("12 Bottles", "."), ("2026/01/05", "."), ("5.", ".")),
        *(("EUR 5 EUR", "."), ("9" * 41, "."), ("1.2.3", "."), ("--", ".")),
    ],
)
def test_what_is_no_amount_in_this_form_is_none(text: str, decimal: str) -> None:
    assert printed_amount(text, decimal, UNITS) is None


@pytest.mark.parametrize(
    ("text", "has_plus", "is_in"),
    [
        ("+ £1,100.00", True, None),
        ("1,100.00 CR", False, True),
        ("1,100.00CR", False, True),
        ("5.00 DR", False, False),
        ("5.00 H", False, True),
        ("5.00", False, None),
    ],
)
def test_marks_say_where_the_money_went(
    *, text: str, has_plus: bool, is_in: bool | None
) -> None:
    read = printed_amount(text, ".", UNITS)
    assert isinstance(read, PrintedAmount)
    assert (read.has_plus, read.is_in) == (has_plus, is_in)


@pytest.mark.parametrize(
    ("texts", "decimal"),
    [
        (["5", "12"], ""),
        (["1,234"], "."),
        (["1.234"], ","),
        (["1.234", "5,00"], ","),
        (["1,234", "5.00"], "."),
        (["1,234.5"], "."),
        (["1.234.567"], ","),
        (["5,00", "5.00"], None),
        (["1,234", "1.234"], None),
        (["abc", "-11,11 EUR"], ","),
    ],
)
def test_what_stands_before_the_decimals_is_told_by_all_cells(
    texts: list[str], decimal: str | None
) -> None:
    assert decimal_of(texts) == decimal


@pytest.mark.parametrize("text", ["", " ", "-", "－", "--"])
def test_a_cell_without_an_amount_is_known(text: str) -> None:
    assert is_no_number(text)


@given(st.text(max_size=60), st.sampled_from([".", ","]))
def test_no_text_makes_it_fail(text: str, decimal: str) -> None:
    read = printed_amount(text, decimal, UNITS)
    assert read is None or read.amount.is_finite()
    assert decimal_of([text]) in (None, "", ".", ",")


@given(st.integers(-(10**12), 10**12), st.sampled_from([".", ","]))
def test_what_is_written_in_a_form_is_read_in_it(cents: int, decimal: str) -> None:
    amount = Decimal(cents) / 100
    written = f"{amount:,.2f}"
    if decimal == ",":
        written = written.translate(str.maketrans(",.", ".,"))
    read = printed_amount(written, decimal, UNITS)
    assert read is not None
    assert read.amount == amount
