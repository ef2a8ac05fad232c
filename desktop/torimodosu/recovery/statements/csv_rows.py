"""The rows of a CSV file, one bad row never taking another with it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from torimodosu.recovery.statements.encoding import REPLACED
from torimodosu.recovery.statements.statement import Why

# A cell with line ends in it is rare and short; a quote that is never closed is not.
_MOST_LINES = 4
_LONGEST_ROW = 20_000
# The first is for the choice of a layout; what is held at once stays small.
_FIRST_BLOCK, _BLOCK = 100, 10_000
DELIMITERS = (",", "\t", ";", "|")


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
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    ends = lines[-1] == ""
    if ends:
        lines.pop()
    if '"' not in text or all(line.count('"') % 2 == 0 for line in lines):
        numbers: Sequence[int] = range(1, len(lines) + 1)
        faults: dict[int, Why] = {}
    else:
        numbers, lines, faults = _joined(lines)
    bad = ("\0", REPLACED) if is_mixed else ("\0",)
    if (
        any(sign in text for sign in bad)
        or max(map(len, lines), default=0) > _LONGEST_ROW
    ):
        for number, row in zip(numbers, lines, strict=True):
            if len(row) > _LONGEST_ROW or any(sign in row for sign in bad):
                faults.setdefault(number, _fault_of(row))
    return CsvText(numbers, lines, faults, ends)


def cells_of(
    csv_text: CsvText, delimiter: str
) -> Iterator[tuple[int, Sequence[str] | Why]]:
    """Yield the number and the cells of each row, or why it has none."""
    for numbers, rows in blocks_of(csv_text, delimiter):
        yield from zip(numbers, rows, strict=True)


def blocks_of(
    csv_text: CsvText, delimiter: str, *, start: int = 0
) -> Iterator[tuple[Sequence[int], Sequence[Sequence[str] | Why]]]:
    """Yield the rows from the place *start* on in blocks: their numbers and cells."""
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
        yield numbers, rows
        start, size = start + size, _BLOCK


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
