"""Which layout a CSV file has."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from torimodosu.recovery.catalogue.statement_layout import Column, StatementLayout
from torimodosu.recovery.statements.amount import amount_of
from torimodosu.recovery.statements.csv_rows import DELIMITERS, CsvText, cells_of
from torimodosu.recovery.statements.day import day_of

# Names, addresses and totals take fewer rows in front of the header.
_ROWS_LOOKED_AT = 60
_LONGEST_NAME = 100
_MONTH = re.compile(r"[0-9]{1,2}月")

Cells = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A layout as one file has it.

    Attributes:
        columns: The place of each column that the file has.
        header_row: The number of the row with the header, 0 where there is none.
        cells: How many cells a whole row has at least.

    """

    layout: StatementLayout
    delimiter: str
    columns: Mapping[Column, int]
    header_row: int
    cells: int


def folded_name(cell: str) -> str:
    """Return the name of a column: NFKC, no blanks or case, any month as "n月"."""
    folded = unicodedata.normalize("NFKC", cell[:_LONGEST_NAME]).casefold()
    return _MONTH.sub("n月", "".join(folded.split()))


def choose_layout(
    csv_text: CsvText, layouts: Iterable[StatementLayout]
) -> Chosen | None:
    """Return the layout that fits *csv_text*, by most names of its header, or None."""
    known = tuple(layouts)
    for delimiter in DELIMITERS:
        rows = [
            (number, cells)
            for number, cells in islice(cells_of(csv_text, delimiter), _ROWS_LOOKED_AT)
            if isinstance(cells, list)
        ]
        chosen = _by_header(rows, known, delimiter) or _by_shape(rows, known, delimiter)
        if chosen:
            return chosen
    return None


def _by_header(
    rows: Sequence[tuple[int, Cells]],
    layouts: Sequence[StatementLayout],
    delimiter: str,
) -> Chosen | None:
    wanted = [
        (layout, {folded_name(name) for name in layout.header})
        for layout in layouts
        if layout.header
    ]
    for number, cells in rows:
        names = [folded_name(cell) for cell in cells]
        there = set(names)
        fitting = [(len(header), lay) for lay, header in wanted if header <= there]
        if fitting:
            layout = max(fitting, key=lambda pair: pair[0])[1]
            return Chosen(
                layout=layout,
                delimiter=delimiter,
                columns=_columns(layout, names),
                header_row=number,
                cells=max(place for place, name in enumerate(names, 1) if name),
            )
    return None


def _columns(layout: StatementLayout, names: Sequence[str]) -> dict[Column, int]:
    places: dict[Column, int] = {}
    for column, called in layout.columns.items():
        there = [name for name in map(folded_name, called) if name in names]
        if there:
            places[column] = names.index(there[0])
    return places


def _by_shape(
    rows: Sequence[tuple[int, Cells]],
    layouts: Sequence[StatementLayout],
    delimiter: str,
) -> Chosen | None:
    for layout in layouts:
        if layout.width and _is_shaped([cells for _, cells in rows], layout):
            return Chosen(
                layout=layout,
                delimiter=delimiter,
                columns=layout.places,
                header_row=0,
                cells=layout.width[0],
            )
    return None


def _is_shaped(rows: Sequence[Cells], layout: StatementLayout) -> bool:
    """Tell whether a row has the shape, and no row as long in front names columns."""
    least, _ = layout.width or (0, 0)
    for cells in rows:
        if _has_shape(cells, layout):
            return True
        filled = [cell for cell in cells if cell.strip()]
        is_of_words = not any(
            amount_of(cell) is not None or day_of(cell, layout.dates) for cell in filled
        )
        if len(filled) >= least and is_of_words:
            return False
    return False


def _has_shape(cells: Cells, layout: StatementLayout) -> bool:
    least, most = layout.width or (0, 0)
    folded = [unicodedata.normalize("NFKC", cell).strip() for cell in cells]
    # A spreadsheet program adds blank cells, up to the longest row.
    filled = max((place for place, cell in enumerate(folded, 1) if cell), default=0)
    if len(cells) < least or filled > most:
        return False
    return (
        day_of(cells[layout.places[Column.DATE]], layout.dates) is not None
        and amount_of(cells[layout.places[Column.AMOUNT]]) is not None
        and all(re.search(pattern, folded[at]) for at, pattern in layout.shape)
    )
