"""A look at the columns of a file, for whoever says what they hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from torimodosu.recovery.statements.mapping import ColumnMapping, Unsure
from torimodosu.recovery.statements.statement import StatementRead


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSample:
    """The first rows of a file.

    Attributes:
        names: What each column is called as printed, or "".
        rows: The cells of the first rows that may be charges, as many as columns.
        mapping: What the columns seem to hold.
        unsure: What of that is not sure.

    """

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: ColumnMapping
    unsure: frozenset[Unsure]


class StatementColumns(Protocol):
    """The columns of files that no layout describes."""

    def sample(self, path: str) -> ColumnSample | None:
        """Return a look at the file, None where nothing in it is like a charge."""
        ...

    def preview(self, path: str, mapping: ColumnMapping) -> StatementRead | None:
        """Return what its first rows say, None where the file is not readable."""
        ...

    def keep(self, mapping: ColumnMapping) -> None:
        """Keep *mapping* for all files with such columns."""
        ...


def sample_rows(
    rows: Sequence[tuple[int, Sequence[str]]], *, header_row: int, width: int, most: int
) -> tuple[tuple[str, ...], ...]:
    """Return the cells of the first *most* rows behind the header, *width* of each."""
    behind = [cells for number, cells in rows if number > header_row]
    wide = [cells for cells in behind if len(cells) >= width]
    return tuple(tuple(cells[:width]) for cells in (wide or behind)[:most])
