"""Reading signs as letters, part by part and all at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.passwords.guessing.look_alikes import LookAlikes, as_one

SIGNS = "4@8({369!1|$57+0ailt-x"


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("sakura", set()),
        ("s@kura", {"sakura"}),
        # A letter is written with one sign only.
        ("4@", {"a@", "4a"}),
        # A sign stands for one letter only, and another may take its place.
        ("1!", {"i!", "l!", "li"}),
        ("1", {"i", "l"}),
        ("1337", {"leet", "ieet", "ieel"}),
    ],
)
def test_signs_are_read_in_every_way(text: str, readings: set[str]) -> None:
    look_alikes = LookAlikes.of(text)
    read = [reading.text for reading in look_alikes.readings()]
    assert look_alikes.ways == len(read) == len({*read})
    assert {*read} == readings


@given(st.text(SIGNS, min_size=1, max_size=8), st.data())
def test_a_part_reads_what_it_reads_in_one_of_the_ways(
    text: str, data: st.DataObject
) -> None:
    look_alikes = LookAlikes.of(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    token = text[start:end]
    for reading in look_alikes.readings():
        word = reading.text[start:end]
        assert as_one(word) == as_one(token)
        assert look_alikes.letters_in(token, word) == {
            sign: letter for sign, letter in reading.letters.items() if sign in token
        }
    known = {reading.text[start:end] for reading in look_alikes.readings()}
    other = data.draw(st.text(SIGNS, min_size=len(token), max_size=len(token)))
    is_read = look_alikes.letters_in(token, other) is not None
    assert is_read == (other in (known or {token}))
