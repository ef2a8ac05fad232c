"""The rows of a CSV file, one bad row never taking another with it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from torimodosu.recovery.statements.cell_block import CellBlock, even_columns
from torimodosu.recovery.statements.encoding import REPLACED
from torimodosu.recovery.statements.lines import Lines
from torimodosu.recovery.statements.statement import Why

# A cell with line ends in it is rare and short; a quote that is never closed is not.
_MOST_LINES = 4
_LONGEST_ROW = 20_000
# The first is for the choice of a layout. The cells of others fit into the memory next
# to a processor, which looks at them again and again.
_FIRST_BLOCK, _BLOCK = 100, 1_000
DELIMITERS = (",", "\t", ";", "|")
# DOS, and what comes from it, marks the end of a text.
_END_OF_TEXT = "\x1a"


@dataclass(frozen=True, slots=True)
class CsvText:
    """Rows as text: the number of each one's first line, and what is wrong with it.

    `faults` has only the rows that cannot be parted into cells.
    """

    numbers: Sequence[int]
    rows: Sequence[str]
    faults: dict[int, Why]
    ends_with_newline: bool


def rows_of(text: str, *, is_mixed: bool = False) -> CsvText:
    """Return the rows of *text*, which are lines unless a quoted cell holds a line end.

    A row whose quote is not closed within a few lines is a fault, and the next line is
    a row again. *is_mixed* tells that U+FFFD stands for what could not be decoded.
    """
    text = text.removesuffix(_END_OF_TEXT)
    lines = Lines(text.replace("\r\n", "\n").replace("\r", "\n"))
    numbers: Sequence[int] = range(1, len(lines) + 1)
    bad = ("\0", REPLACED) if is_mixed else ("\0",)
    is_bad = any(sign in text for sign in bad) or lines.any_longer_than(_LONGEST_ROW)
    if '"' not in text and not is_bad:
        return CsvText(numbers, lines, {}, lines.ends_with_newline)
    rows, faults = list(lines), dict[int, Why]()
    if any(row.count('"') % 2 for row in rows):
        numbers, rows, faults = _joined(rows)
    if is_bad or max(map(len, rows), default=0) > _LONGEST_ROW:
        for number, row in zip(numbers, rows, strict=True):
            if len(row) > _LONGEST_ROW or any(sign in row for sign in bad):
                faults.setdefault(number, _fault_of(row))
    return CsvText(numbers, rows, faults, lines.ends_with_newline)


def cells_of(
    csv_text: CsvText, delimiter: str
) -> Iterator[tuple[int, Sequence[str] | Why]]:
    """Yield the number and the cells of each row, or why it has none."""
    for block in blocks_of(csv_text, delimiter):
        yield from zip(block.numbers, block.rows(), strict=True)


def blocks_of(
    csv_text: CsvText, delimiter: str, *, start: int = 0
) -> Iterator[CellBlock]:
    """Yield the rows from the place *start* on in blocks."""
    if isinstance(csv_text.rows, Lines):
        yield from _plain_blocks(csv_text.numbers, csv_text.rows, delimiter, start)
        return
    size = _FIRST_BLOCK
    while start < len(csv_text.rows):
        numbers = csv_text.numbers[start : start + size]
        lines = csv_text.rows[start : start + size]
        faults = csv_text.faults
        if faults:
            pairs = zip(numbers, lines, strict=True)
            lines = ["" if number in faults else line for number, line in pairs]
        rows = _parted(lines, delimiter)
        if faults:
            rows = [faults.get(n, row) for n, row in zip(numbers, rows, strict=True)]
        yield CellBlock.of_rows(numbers, rows)
        start, size = start + size, _BLOCK


def _plain_blocks(
    numbers: Sequence[int], lines: Lines, delimiter: str, start: int
) -> Iterator[CellBlock]:
    """Yield the rows of a text without quotes, where a delimiter parts and no more."""
    for part in lines.parts(start, _FIRST_BLOCK, _BLOCK):
        columns = even_columns(part, delimiter)
        stop = start + 1 + part.count("\n")
        if columns is None:
            rows = _parted(part.split("\n"), delimiter)
            yield CellBlock.of_rows(numbers[start:stop], rows)
        else:
            yield CellBlock.of_columns(numbers[start:stop], columns)
        start = stop


def _parted(lines: Sequence[str], delimiter: str) -> Sequence[Sequence[str] | Why]:
    """Return the cells of each of *lines*, or why it has none."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        rows = []
    if len(rows) == len(lines):
        return rows
    # A quote that is not closed takes the next line with it.
    return [_cells(line, delimiter) for line in lines]


def _cells(line: str, delimiter: str) -> Sequence[str] | Why:
    try:
        cells, *behind = csv.reader([line, ""], delimiter=delimiter)
    except csv.Error:
        return Why.QUOTE_NOT_CLOSED
    return cells if behind == [[]] else Why.QUOTE_NOT_CLOSED


def _joined(lines: Sequence[str]) -> tuple[list[int], list[str], dict[int, Why]]:
    numbers: list[int] = []
    rows: list[str] = []
    faults: dict[int, Why] = {}
    place = 0
    while place < len(lines):
        end = _end_of_row(lines, place)
        if end is None:
            faults[place + 1] = Why.QUOTE_NOT_CLOSED
        numbers.append(place + 1)
        rows.append("\n".join(lines[place : end or place + 1]))
        place = end or place + 1
    return numbers, rows, faults


def _end_of_row(lines: Sequence[str], start: int) -> int | None:
    """Return the place behind the row that begins at *start*; None: no end is near."""
    quotes = 0
    for place in range(start, min(start + _MOST_LINES, len(lines))):
        quotes += lines[place].count('"')
        if quotes % 2 == 0:
            return place + 1
    return None


def _fault_of(row: str) -> Why:
    if "\0" in row:
        return Why.HOLDS_NULS
    return Why.WRONG_ENCODING if REPLACED in row else Why.TOO_LONG
