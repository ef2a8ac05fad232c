"""Flowed text (RFC 3676)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.mail.flowed import unflow


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("a \nb\nc", "a b\nc"),
        ("a \nb \nc", "a b c"),
        ("  a", " a"),
        (" From x", "From x"),
        ("> a \n> b\n> c", "> a b\n> c"),
        ("> a \nb", "> a \nb"),
        (">> a \n>> b", ">> a b"),
        ("a \n-- \nb", "a \n-- \nb"),
        ("", ""),
    ],
)
def test_lines_that_end_in_a_space_go_on(text: str, joined: str) -> None:
    assert unflow(text, delete_space=False) == joined


def test_the_space_may_be_a_mere_mark() -> None:
    assert unflow("注文 \n番号 \n\nx", delete_space=True) == "注文番号\nx"


@given(st.text(st.sampled_from("ab \n>-")))
def test_nothing_but_spaces_and_line_ends_is_lost(text: str) -> None:
    kept = unflow(text, delete_space=False)
    assert [c for c in kept if c in "ab"] == [c for c in text if c in "ab"]
