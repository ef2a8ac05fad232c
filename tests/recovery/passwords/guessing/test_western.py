"""Our search against zxcvbn itself."""

import json
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from zxcvbn import zxcvbn

from torimodosu.recovery.passwords.guessing.western import western_guesses

CORPORA = Path(__file__).parents[5] / "shared" / "corpora"

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


@given(st.lists(st.sampled_from([*"41@0$5!|7+({32", *WORDS]), max_size=7))
def test_signs_around_words_take_the_guesses_of_zxcvbn(parts: list[str]) -> None:
    assert is_as_in_zxcvbn("".join(parts)[:24] or "4")


@given(st.text("4@asilt1!|7+eol0w3", min_size=1, max_size=10))
def test_look_alikes_take_the_guesses_of_zxcvbn(password: str) -> None:
    assert is_as_in_zxcvbn(password)


@given(st.text("0123456789-./ ", min_size=1, max_size=14))
def test_dates_take_the_guesses_of_zxcvbn(password: str) -> None:
    assert is_as_in_zxcvbn(password)


@given(st.text("ab1A", min_size=1, max_size=4), st.integers(1, 6), st.text("ab1"))
def test_repeats_take_the_guesses_of_zxcvbn(unit: str, times: int, rest: str) -> None:
    assert is_as_in_zxcvbn((unit * times + rest)[:24])


def test_the_passwords_of_zxcvbn_ts_take_the_guesses_of_zxcvbn() -> None:
    path = CORPORA / "zxcvbn-ts" / "password_expected.json"
    if not path.exists():
        pytest.skip("corpora not present: ../shared/corpora/zxcvbn-ts")
    rows = json.loads(path.read_text("utf-8"))
    # It has no answer to an empty one.
    passwords = [row["password"][:72] for row in rows if row["password"]]
    assert passwords
    assert [it for it in passwords if not is_as_in_zxcvbn(it)] == []


def is_as_in_zxcvbn(password: str) -> bool:
    """Compare but for the last digits: zxcvbn counts with decimal numbers."""
    expected = float(zxcvbn(password)["guesses"])
    return isclose(western_guesses(password), expected, rel_tol=1e-12)
