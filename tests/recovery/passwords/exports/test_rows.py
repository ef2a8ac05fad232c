"""Rows of CSV, whatever is wrong with some of them."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.passwords.exports.outcome import ExportError
from torimodosu.recovery.passwords.exports.reading import read_export
from torimodosu.recovery.passwords.exports.rows import decoded, rows_of

CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
# A table of one empty cell is a blank line, which is no row.
TABLE = st.lists(st.lists(CELL, min_size=2, max_size=5), max_size=6)


@given(TABLE)
def test_what_was_written_is_read(table: list[list[str]]) -> None:
    file = StringIO(newline="")
    csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(table)
    assert list(rows_of(file.getvalue() + "\n", ",")) == [*table, []][: len(table) + 1]


@given(st.text(), st.sampled_from(",;\t"))
def test_any_text_has_rows(text: str, delimiter: str) -> None:
    rows = list(rows_of(text, delimiter))
    assert len(rows) <= text.count("\n") + text.count("\r") + 1


@given(st.binary())
def test_any_bytes_are_text_whose_clean_rows_can_be_kept(raw: bytes) -> None:
    for row in rows_of(decoded(raw), ","):
        for cell in row or ():
            cell.encode()


@given(
    st.binary(max_size=200), st.sampled_from(["", "a,password,url\n", "{", "<", "PK"])
)
def test_any_file_gives_logins_or_a_trouble(raw: bytes, start: str) -> None:
    try:
        export = read_export(start.encode() + raw)
    except ExportError:
        return
    assert export.logins or export.without_password


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b", [["a", "b"]]),
        ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
        ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        ('a,"b\nc"\nd,e', [["a", "b\nc"], ["d", "e"]]),
        ('a,"b\nc,d\ne,f', [None, ["c", "d"], ["e", "f"]]),
        ("a\rb,c\nd,e", [None, ["d", "e"]]),
        ("a,\udcff\nb,c", [None, ["b", "c"]]),
        (f'"{"x" * 200_000}",b\nc,d', [None, ["c", "d"]]),
    ],
)
def test_a_damaged_row_ends_with_its_line(
    text: str, rows: list[list[str] | None]
) -> None:
    assert list(rows_of(text, ",")) == rows


def test_a_file_of_open_quotes_ends_soon() -> None:
    rows = list(rows_of('"x","\n' * 100_000, ","))
    assert rows.count(None) > 90_000
