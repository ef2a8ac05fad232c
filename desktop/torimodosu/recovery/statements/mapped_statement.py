"""Reading a CSV whose columns were guessed, or told by the user."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice

from torimodosu.recovery.statements.doubts import find_doubts
from torimodosu.recovery.statements.guessing import guess_mapping
from torimodosu.recovery.statements.mapped_rows import MappedRows
from torimodosu.recovery.statements.mapping import (
    ColumnMapping,
    FileFacts,
    Guess,
    KeptMappings,
    Unsure,
)
from torimodosu.recovery.statements.row_texts import with_rows
from torimodosu.recovery.statements.statement import Charge, Doubt, StatementRead
from torimodosu.recovery.statements.table import Table
from torimodosu.recovery.statements.word_book import WordBook, folded_words

GUESSED, MAPPED = "guessed", "mapped"
ROWS_OF_PREVIEW = 20
_ROWS_LOOKED_AT = 60
_FIRST_CARDS = date(1950, 1, 1)


def read_unknown(
    table: Table, book: WordBook, kept: KeptMappings, file: FileFacts
) -> StatementRead | None:
    """Return what *table* says, None where its columns do not tell what they hold.

    *kept* returns the mapping that the user has made for files with a key, if any.
    """
    guess = guess_mapping(table, book, file)
    if guess is None:
        return None
    told = kept(guess.mapping.key)
    if told is not None:
        mapping = replace(told, delimiter=table.delimiter)
        return apply_mapping(table, mapping, book, file)
    if not guess.is_sure:
        return None
    read = apply_mapping(table, guess.mapping, book, file)
    if not read.charges:
        return None
    return replace(read, layout=GUESSED, doubts={**read.doubts, **_doubts_of(guess)})


def apply_mapping(
    table: Table, mapping: ColumnMapping, book: WordBook, file: FileFacts
) -> StatementRead:
    """Return what *table* says when its columns hold what *mapping* says."""
    rows = MappedRows(mapping, book, file)
    header_row = header_row_of(table, mapping)
    rows.read(table.rows(), header_row=header_row, cut_row=table.cut_row)
    total = _sum(rows.charges)
    printed = rows.printed_total
    doubts = find_doubts(
        rows.charges,
        today=file.today,
        encoding=table.encoding,
        total_differs=printed is not None and abs(printed) != abs(total),
    )
    return StatementRead(
        issuer=mapping.issuer,
        layout=MAPPED,
        account=mapping.account,
        encoding=table.encoding,
        charges=tuple(rows.charges),
        skipped=with_rows(rows.skipped, table.text),
        other_rows=rows.other_rows,
        printed_total=printed,
        sum=total,
        doubts={**doubts, **_day_doubts(rows)},
        is_open=rows.has_pending,
    )


def preview(
    table: Table, mapping: ColumnMapping, book: WordBook, file: FileFacts
) -> StatementRead:
    """Return what the first rows behind the header say; see `apply_mapping`."""
    last = header_row_of(table, mapping) + ROWS_OF_PREVIEW
    return apply_mapping(table.first(last), mapping, book, file)


def header_row_of(table: Table, mapping: ColumnMapping) -> int:
    """Return the number of the row with the names of the columns, 0: there is none."""
    if not mapping.header:
        return 0
    for number, cells in islice(table.sample(), _ROWS_LOOKED_AT):
        if tuple(folded_words(cell) for cell in cells) == mapping.header:
            return number
    return 0


def _sum(charges: Iterable[Charge]) -> Decimal:
    amounts = (charge.amount for charge in charges)
    return sum((a for a in amounts if a is not None), Decimal(0))


def _day_doubts(rows: MappedRows) -> dict[Doubt, tuple[int, ...]]:
    unknown = tuple(charge.row for charge in rows.charges if charge.date is None)
    ancient = tuple(
        charge.row
        for charge in rows.charges
        if charge.date is not None and charge.date < _FIRST_CARDS
    )
    found = {
        Doubt.YEAR_NOT_PRINTED: unknown if rows.lacks_year else (),
        Doubt.DATE_UNKNOWN: () if rows.lacks_year else unknown,
        Doubt.DATE_LONG_AGO: ancient,
    }
    return {doubt: told for doubt, told in found.items() if told}


def _doubts_of(guess: Guess) -> dict[Doubt, tuple[int, ...]]:
    doubts: dict[Doubt, tuple[int, ...]] = {Doubt.COLUMNS_GUESSED: ()}
    if Unsure.DIRECTION in guess.unsure:
        doubts[Doubt.DIRECTION_GUESSED] = ()
    return doubts
