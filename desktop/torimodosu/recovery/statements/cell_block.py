"""Rows of cells that are looked at together, column by column or row by row."""

from collections.abc import Sequence
from dataclasses import dataclass

from torimodosu.recovery.statements.statement import Why

Row = Sequence[str] | Why
"""The cells of a row, or why it has none."""


@dataclass(frozen=True, slots=True)
class CellBlock:
    """Some rows with their numbers.

    Attributes:
        numbers: The number of each row's first line.
        columns: The cells by column, where all rows have as many; else None.

    """

    numbers: Sequence[int]
    columns: Sequence[Sequence[str]] | None
    _rows: Sequence[Row]

    @classmethod
    def of_rows(cls, numbers: Sequence[int], rows: Sequence[Row]) -> "CellBlock":
        """Return a block of *rows*, which may differ in their cells."""
        return cls(numbers, None, rows)

    @classmethod
    def of_columns(
        cls, numbers: Sequence[int], columns: Sequence[Sequence[str]]
    ) -> "CellBlock":
        """Return a block of rows that all have as many cells."""
        return cls(numbers, columns, ())

    def rows(self, part: slice = slice(None)) -> Sequence[Row]:
        """Return the rows at the places of *part*."""
        if self.columns is None:
            return self._rows[part]
        columns = (column[part] for column in self.columns)
        return list(map(list, zip(*columns, strict=True)))

    def filled_columns(self, least: int) -> Sequence[Sequence[str]]:
        """Return at least *least* columns, all blank for a row with fewer cells."""
        if self.columns is not None and len(self.columns) >= least:
            return self.columns
        blank = [""] * least
        cells = [blank if isinstance(row, Why) else row for row in self.rows()]
        if min(map(len, cells), default=0) < least:
            cells = [row if len(row) >= least else blank for row in cells]
        return list(zip(*cells, strict=False))  # up to the shortest row


def even_columns(lines: str, delimiter: str) -> list[list[str]] | None:
    """Return the cells of *lines* by column, None where rows differ in their cells.

    There is no quote in them, so that each *delimiter* parts two cells.
    """
    ends = lines.count("\n")
    width = lines.count(delimiter, 0, lines.index("\n") if ends else None) + 1
    if width == 1:
        return None
    step = width + 1
    # The end of each line as a cell of its own stands in the same column everywhere
    # only where each line has as many cells.
    cells = lines.replace("\n", f"{delimiter}\n{delimiter}").split(delimiter)
    if len(cells) != (ends + 1) * step - 1 or cells[width::step].count("\n") != ends:
        return None
    return [cells[at::step] for at in range(width)]
