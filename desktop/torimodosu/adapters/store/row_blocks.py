"""The rows of a statement, kept in blocks.

A block has each column as an array in JSON, see `migrations/0010_row_blocks.sql`. Any
tool sees each row by itself in the view charge_row.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, cast

# Two such blocks fit into a page of SQLite, of 4096 bytes.
_ROWS_OF_BLOCK = 64
# Days and decimals hold nothing to escape: to join them takes a third of the time.
_NEVER_ESCAPED = frozenset({"day", "amount"})
_encoded = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode

Days = tuple[str | None, str | None]
"""The first and the last day that are asked for, None for no bound."""


class KeptRow(NamedTuple):
    """A row as it was kept: days and decimals as text, None where it is not known.

    `place` is its place in the statement, `row` its line in the file.
    """

    place: int
    row: int
    day: str | None
    printed: str
    normal: str
    amount: str | None
    kind: str
    billed: str | None
    last_four: str
    holder: str
    currency: str
    bill_date: str | None
    bill_month: str | None
    foreign_amount: str | None
    foreign_currency: str | None
    foreign_rate: str | None


class _Usual(NamedTuple):
    """What the rows have that say nothing else."""

    first_row: int
    is_billed: int
    kind: str
    last_four: str
    holder: str
    currency: str
    bill_date: str | None
    bill_month: str | None


def insert_blocks(
    connection: sqlite3.Connection,
    statement: int,
    size: int,
    columns: Mapping[str, Iterable[object]],
) -> None:
    """Keep the *size* rows of a statement, which have these values in *columns*."""
    sources = {name: iter(values) for name, values in columns.items()}
    connection.executemany(
        "INSERT INTO row_block (statement, position, cells) VALUES (?, ?, ?)",
        (
            (statement, start, _next_cells(sources))
            for start in range(0, size, _ROWS_OF_BLOCK)
        ),
    )


def rows_of(
    connection: sqlite3.Connection, statement: int, days: Days
) -> Iterator[KeptRow]:
    """Yield the rows of a statement in their order, those of *days* and without one."""
    first, last = days
    usual = _usual_of(connection, statement)
    shops = _shops_of(connection, statement)
    blocks = connection.execute(
        "SELECT position, cells FROM row_block WHERE statement = ? ORDER BY position",
        (statement,),
    )
    for start, cells in blocks:
        for row in _rows(start, json.loads(cells), usual, shops):
            is_late = first is None or row.day is None or row.day >= first
            is_early = last is None or row.day is None or row.day <= last
            if is_late and is_early:
                yield row


def _next_cells(sources: Mapping[str, Iterator[object]]) -> str:
    """Take a block from each of *sources*, but leave out what says nothing in it."""
    parts = {name: [*islice(one, _ROWS_OF_BLOCK)] for name, one in sources.items()}
    arrays = []
    for name, part in parts.items():
        unknown = part.count(None)
        if name == "shop":
            arrays.append(f'"shop":{part}')  # JSON writes numbers as Python does
        elif not unknown and name in _NEVER_ESCAPED:
            joined = '","'.join(cast("list[str]", part))
            arrays.append(f'"{name}":["{joined}"]')
        elif unknown < len(part):
            arrays.append(f'"{name}":{_encoded(part)}')
    return f"{{{','.join(arrays)}}}"


def _usual_of(connection: sqlite3.Connection, statement: int) -> _Usual:
    row = connection.execute(
        "SELECT first_row, is_billed, kind, last_four, holder, currency, bill_date,"
        " bill_month FROM statement WHERE id = ?",
        (statement,),
    ).fetchone()
    return _Usual(*row)


def _shops_of(
    connection: sqlite3.Connection, statement: int
) -> Mapping[int, tuple[str, str]]:
    rows = connection.execute(
        "SELECT number, printed, normal FROM shop WHERE statement = ?", (statement,)
    )
    return {number: (printed, normal) for number, printed, normal in rows}


def _rows(
    start: int,
    cells: Mapping[str, Sequence[Any]],
    usual: _Usual,
    shops: Mapping[int, tuple[str, str]],
) -> Iterator[KeptRow]:
    """Yield the rows of the block at *start*, in full."""
    size = len(cells["shop"])
    unknown = [None] * size
    names = [shops[number] for number in cells["shop"]]
    amounts = cells.get("amount", unknown)
    billed = amounts if usual.is_billed else unknown
    first = start + usual.first_row

    def told(name: str, usually: Sequence[object]) -> Sequence[Any]:
        if name not in cells:
            return usually
        pairs = zip(cells[name], usually, strict=True)
        return [other if value is None else value for value, other in pairs]

    columns = (
        range(start, start + size),
        told("row", range(first, first + size)),
        cells.get("day", unknown),
        *zip(*names, strict=True),
        amounts,
        told("kind", [usual.kind] * size),
        [value or None for value in told("billed", billed)],
        told("last_four", [usual.last_four] * size),
        told("holder", [usual.holder] * size),
        told("currency", [usual.currency] * size),
        [value or None for value in told("bill_date", [usual.bill_date] * size)],
        [value or None for value in told("bill_month", [usual.bill_month] * size)],
        *(cells.get(name, unknown) for name in KeptRow._fields[-3:]),
    )
    return map(KeptRow._make, zip(*columns, strict=True))
