import pytest

from torimodosu.recovery.case.card_number import without_card_numbers


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("4111111111111111", "…1111"),
        ("Card 4111-1111-1111-1111, thanks", "Card …1111, thanks"),
        ("４１１１　１１１１　１１１１　１１１１", "…1111"),
        ("378282246310005", "…0005"),
    ],
)
def test_a_card_number_is_cut_to_its_last_four(text: str, kept: str) -> None:
    assert without_card_numbers(text) == kept


@pytest.mark.parametrize(
    "text",
    [
        *("4111111111111112", "0312345678", "250-1234567-1234567", "20261105120000"),
        *("1" * 40, "お客様番号　１２３４", ""),
    ],
)
def test_another_number_stays_as_it_is_typed(text: str) -> None:
    assert without_card_numbers(text) == text
