import pytest

from torimodosu.recovery.passwords.guessing.keyboards import (
    japanese_keys_in,
    keys_in,
)


@pytest.mark.parametrize("run", ["op@[", "lkjhgf", "l;:]", "0-^\\", "P`{", "1qaz"])
def test_a_run_on_a_japanese_keyboard_is_found_whole(run: str) -> None:
    (match,) = japanese_keys_in(run)
    assert (match.start, match.end) == (0, len(run))


@pytest.mark.parametrize("text", ["", "a", "as", "qpalz", "さくら"])
def test_what_is_no_run_is_none(text: str) -> None:
    assert [*japanese_keys_in(text), *keys_in(text)] == []


def test_what_lies_beside_a_key_in_japan_does_not_in_america() -> None:
    assert [*keys_in("p@[")] == []


def test_a_turn_and_a_shift_take_more_guesses() -> None:
    straight, turned, shifted = (
        next(iter(japanese_keys_in(text))).guesses for text in ("qwer", "qwsa", "qWer")
    )
    assert straight < turned
    assert straight < shifted
