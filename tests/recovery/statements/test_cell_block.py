"""Rows that are looked at together are the rows that a reader of CSV would make."""

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.statements.cell_block import CellBlock, even_columns
from torimodosu.recovery.statements.csv_rows import blocks_of, cells_of, rows_of
from torimodosu.recovery.statements.statement import Why

LINE = st.text(st.sampled_from("a1,;\t 店"), max_size=9)


@given(st.lists(LINE, min_size=1, max_size=9), st.sampled_from(",;\t"))
def test_even_rows_are_parted_as_a_reader_of_csv_does(
    lines: list[str], delimiter: str
) -> None:
    rows = list(csv.reader(lines, delimiter=delimiter))
    columns = even_columns("\n".join(lines), delimiter)
    widths = {len(row) for row in rows}
    assert (columns is not None) == (len(widths) == 1 and max(widths) > 1)
    if columns is not None:
        block = CellBlock.of_columns(range(len(rows)), columns)
        assert block.rows() == rows
        assert block.rows(slice(1, 3)) == rows[1:3]


def test_rows_that_only_together_have_enough_cells_are_not_even() -> None:
    assert even_columns("1,2,3\n4\n5,6", ",") is None
    assert even_columns("1,2\n3,4", ",") == [["1", "3"], ["2", "4"]]


@given(st.lists(LINE | st.just('"a,\n"'), max_size=30))
def test_a_text_with_quotes_or_without_is_parted_into_the_same_rows(
    lines: list[str],
) -> None:
    text = "\n".join(lines)
    rows = [cells for _, cells in cells_of(rows_of(text), ",")]
    assert rows == list(csv.reader(text.splitlines(keepends=True)))


@pytest.mark.parametrize("least", [1, 2, 3])
def test_a_row_with_too_few_cells_is_blank(least: int) -> None:
    rows: list[list[str] | Why] = [["1", "2"], ["3"], Why.TOO_LONG, ["4", "5", "6"]]
    columns = CellBlock.of_rows(range(4), rows).filled_columns(least)
    filled = [list(cells[:least]) for cells in zip(*columns, strict=True)]
    blank = [""] * least
    assert filled == [
        row[:least] if not isinstance(row, Why) and len(row) >= least else blank
        for row in rows
    ]


def test_the_blocks_of_a_long_text_are_all_its_rows() -> None:
    shop = "店" * 40
    text = rows_of("".join(f"{number},{shop},\n" for number in range(25_000)))
    blocks = list(blocks_of(text, ",", start=7))
    numbers = [number for block in blocks for number in block.numbers]
    assert numbers == list(range(8, 25_001))
    assert len(blocks) > 2
    rows = [row for block in blocks for row in block.rows()]
    assert rows == [[str(at), shop, ""] for at in range(7, 25_000)]
