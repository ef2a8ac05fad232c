import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.case.card_number import last_digits, without_long_numbers


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("12", "12"),
        ("1234", "1234"),
        ("12345", "2345"),
        ("4980 1234 5678 9012", "9012"),
        ("４９８０－１２３４", "1234"),
        ("下4桁は 0007", "0007"),
        ("abc", ""),
    ],
)
def test_only_the_last_four_digits_are_kept(text: str, kept: str) -> None:
    assert last_digits(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("青いカード", "青いカード"),
        ("Visa 2024", "Visa 2024"),
        ("楽天 4980123456789012", "楽天 …9012"),
        ("4980-1234-5678-9012 の家族カード", "…9012 の家族カード"),
        ("４９８０ １２３４ ５６７８ ９０１２", "…9012"),
        ("ＡＢＣ 1234", "ＡＢＣ 1234"),
        ("Visa …90125", "Visa …0125"),
    ],
)
def test_a_long_number_in_a_text_is_cut(text: str, kept: str) -> None:
    assert without_long_numbers(text) == kept


@given(st.text(alphabet="0123456789０９ -年カ", max_size=60))
def test_no_text_keeps_more_than_four_digits_in_a_row(text: str) -> None:
    kept = without_long_numbers(text)
    assert not any(kept[at : at + 5].isdigit() for at in range(len(kept) - 4))
    assert without_long_numbers(kept) == kept
