"""Reading a statement in CSV."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from torimodosu.recovery.catalogue.statement_layout import Column, StatementLayout
from torimodosu.recovery.statements.charge_rows import ChargeReader
from torimodosu.recovery.statements.csv_rows import (
    CsvText,
    blocks_of,
    cells_of,
    rows_of,
)
from torimodosu.recovery.statements.day import day_of
from torimodosu.recovery.statements.doubts import find_doubts
from torimodosu.recovery.statements.encoding import MIXED, Decoded
from torimodosu.recovery.statements.heading import read_heading
from torimodosu.recovery.statements.layout_choice import Chosen, choose_layout
from torimodosu.recovery.statements.row_texts import with_rows
from torimodosu.recovery.statements.statement import (
    Refusal,
    Refused,
    StatementRead,
    Why,
)

_HEAD = "head"
_LOOKED_AT = 400


def read_csv(
    decoded: Decoded,
    layouts: Iterable[StatementLayout],
    *,
    name: str,
    today: date,
) -> StatementRead | Refused:
    """Return what a file with the text *decoded* says, or why it cannot be read.

    *name* is that of the file; no charge is later than *today*.
    """
    csv_text = rows_of(decoded.text, is_mixed=decoded.encoding == MIXED)
    chosen = choose_layout(csv_text, layouts)
    if chosen is None:
        is_text = "\0" not in decoded.text
        return Refused(reason=Refusal.UNKNOWN_LAYOUT if is_text else Refusal.NOT_TEXT)
    read = _read(csv_text, chosen, decoded.encoding, name=name, today=today)
    return replace(read, is_open=_is_open(chosen.layout, decoded.text))


def _is_open(layout: StatementLayout, text: str) -> bool:
    return layout.is_open or any(word in text for word in layout.open_words)


def _read(
    csv_text: CsvText, chosen: Chosen, encoding: str, *, name: str, today: date
) -> StatementRead:
    layout = chosen.layout
    above = _up_to(chosen.header_row, cells_of(csv_text, chosen.delimiter))
    heading = read_heading(above, layout, name=name)
    reader = ChargeReader(chosen, heading)
    cut_row = _cut_row(csv_text, chosen)
    blocks = blocks_of(csv_text, chosen.delimiter, start=len(above))
    reader.read(blocks, cut_row=cut_row)
    printed = reader.total.printed if heading.total is None else heading.total
    doubts = find_doubts(
        reader.charges,
        today=today,
        encoding=encoding,
        lacks_end=layout.has_total_row and reader.total.printed is None,
        total_differs=printed is not None and printed != reader.total.sum,
    )
    other: Mapping[str, int] = {_HEAD: len(above)} if above else {}
    return StatementRead(
        issuer=layout.issuer,
        layout=layout.id,
        account=layout.account,
        encoding=encoding,
        charges=reader.charges,
        skipped=with_rows(reader.skipped, csv_text),
        other_rows={**other, **reader.other_rows},
        printed_total=printed,
        sum=reader.total.sum,
        doubts=doubts,
    )


def _cut_row(csv_text: CsvText, chosen: Chosen) -> int:
    """Return the number of a last row that may lack its end, else 0.

    Without a line end it is whole all the same where rows of other charges have no more
    cells: many programs leave out the blank ones at the end.
    """
    if csv_text.ends_with_newline:
        return 0
    number = csv_text.numbers[-1]
    end = replace(csv_text, numbers=(number,), rows=(csv_text.rows[-1],))
    ((_, last),) = cells_of(end, chosen.delimiter)
    dates, place = chosen.layout.dates, chosen.columns[Column.DATE]
    usual = (
        place < len(cells) <= _size(last) and day_of(cells[place], dates) is not None
        for other, cells in islice(cells_of(csv_text, chosen.delimiter), _LOOKED_AT)
        if other != number and not isinstance(cells, Why)
    )
    return 0 if any(usual) else number


def _size(cells: Sequence[str] | Why) -> int:
    return 0 if isinstance(cells, Why) else len(cells)


def _up_to(
    last: int, rows: Iterator[tuple[int, Sequence[str] | Why]]
) -> Sequence[Sequence[str] | Why]:
    """Take the rows up to the one with the number *last*, where 0 is none."""
    taken = []
    while last:
        number, cells = next(rows)
        taken.append(cells)
        if number == last:
            break
    return taken
