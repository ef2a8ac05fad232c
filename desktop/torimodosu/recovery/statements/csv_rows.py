"""The rows of a CSV file, one bad row never taking another with it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from torimodosu.recovery.statements.encoding import REPLACED
from torimodosu.recovery.statements.statement import Why

# A cell with line ends in it is rare and short; a quote that is never closed is not.
_MOST_LINES = 4
_LONGEST_ROW = 20_000
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
    faults, rows = csv_text.faults, csv_text.rows
    if faults:
        pairs = zip(csv_text.numbers, rows, strict=True)
        rows = ["" if number in faults else row for number, row in pairs]
    reader = csv.reader(rows, delimiter=delimiter)
    for number in csv_text.numbers:
        try:
            cells = next(reader)
        except csv.Error:
            yield number, Why.QUOTE_NOT_CLOSED
            continue
        yield number, faults.get(number, cells)


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
