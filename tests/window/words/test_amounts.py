from decimal import Decimal

import pytest

from torimodosu.window.words.amounts import amount_words


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("99400", "JPY", "¥99,400"),
        ("0", "JPY", "¥0"),
        ("12.9", "USD", "$12.90"),
        ("1234.56", "EUR", "€1,234.56"),
        ("7.5", "GBP", "£7.50"),
        ("-1080", "JPY", "¥-1,080"),
        ("5", "CHF", "5.00 CHF"),
        ("5", "", "5.00"),
    ],
)
def test_amounts_look_like_those_of_a_shop(
    amount: str, currency: str, words: str
) -> None:
    assert amount_words(Decimal(amount), currency) == words
