"""Our search against zxcvbn itself."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxcvbn import zxcvbn

from torimodosu.recovery.passwords.guessing.western import western_guesses

WORDS = ["password", "drowssap", "sunshine", "letmein", "Tanaka", "horse", "love4ever"]
PIECES = [
    *WORDS,
    *("p@ssw0rd", "l33t", "qwerty", "zxcvfr", "QAZwsx", "159753", "aoeu", "!@#$%"),
    *("abcd", "9753", "zyx", "2012", "1999", "13.12.1999", "2023_08_03", "111504"),
    *("aaa", "abcabcabc", "aabaab", "1", "4@", "({[<", "1!|7", " ", "-", "é", "さくら"),
]


@pytest.mark.parametrize("password", [*PIECES, "\n\nabc", "İstanbul", "ab" * 36])
def test_a_part_takes_the_guesses_of_zxcvbn(password: str) -> None:
    assert is_as_in_zxcvbn(password)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
def test_parts_together_take_the_guesses_of_zxcvbn(password: str) -> None:
    assert is_as_in_zxcvbn(password[:40])


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_any_text_takes_the_guesses_of_zxcvbn(password: str) -> None:
    assert is_as_in_zxcvbn(password)


@given(st.text("asdfghjkl;1234567890qwert@$!0|", min_size=1, max_size=16))
def test_keys_and_signs_take_the_guesses_of_zxcvbn(password: str) -> None:
    assert is_as_in_zxcvbn(password)


def is_as_in_zxcvbn(password: str) -> bool:
    """Compare but for the last digits: zxcvbn counts with decimal numbers."""
    expected = float(zxcvbn(password)["guesses"])
    return isclose(western_guesses(password), expected, rel_tol=1e-12)
