"""A text is the lines that it would be parted into, only later."""

from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.lines import Lines

TEXTS = st.text(st.sampled_from("ab\n"), max_size=40)


def lines_of(text: str) -> list[str]:
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


@given(TEXTS)
def test_the_lines_are_those_of_the_text(text: str) -> None:
    lines = Lines(text)
    assert (list(lines), len(lines)) == (lines_of(text), len(lines_of(text)))
    assert lines.ends_with_newline == (text == "" or text.endswith("\n"))
    assert lines[:2] == lines_of(text)[:2]


@given(TEXTS, st.integers(0, 12), st.integers(1, 4), st.integers(0, 2))
def test_parts_are_the_lines_from_one_on(
    text: str, start: int, first: int, then: int
) -> None:
    parts = [part.split("\n") for part in Lines(text).parts(start, first, then)]
    assert [line for part in parts for line in part] == lines_of(text)[start:]
    assert len(lines_of(text)) <= start or len(parts[0]) <= first


@given(TEXTS, st.integers(1, 6))
def test_a_long_line_is_found_wherever_it_is(text: str, most: int) -> None:
    is_there = any(len(line) > most for line in lines_of(text))
    assert Lines(text).any_longer_than(most) == is_there
