import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.cli.legible import legible, on_one_line, width


@given(st.text())
def test_json_stays_one_line_that_utf8_can_write_and_means_the_same(text: str) -> None:
    line = on_one_line(json.dumps(text, ensure_ascii=False))
    assert line.splitlines() == [line]
    meant = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert len(json.loads(line.encode().decode())) == len(text)
    if meant == text:
        assert json.loads(line) == text


@given(st.text())
def test_text_for_people_is_one_line_without_control_characters(text: str) -> None:
    shown = legible(text)
    assert len(shown) == len(text)
    assert "\n" not in shown
    assert "\x1b" not in shown
    assert shown.encode().decode() == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("注文 12本", "注文 12本"),
        ("a\r\nb\tc", "a  b c"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\u202egnp.exe", "\ufffdgnp.exe"),
        ("\udce9", "\ufffd"),
    ],
)
def test_what_could_harm_is_replaced(text: str, shown: str) -> None:
    assert legible(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"), [("abc", 3), ("日本", 4), ("ｱ", 1), ("e\u0301", 1), ("", 0)]
)
def test_width_is_counted_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells
