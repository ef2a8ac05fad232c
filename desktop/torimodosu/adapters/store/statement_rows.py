"""The rows of a statement, written as fast as SQLite takes them."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, count, islice
from typing import TypeVar

from torimodosu.adapters.store.text import storable
from torimodosu.recovery.statements.charge_table import ChargeTable, decimal_text
from torimodosu.recovery.statements.log import StatementFile
from torimodosu.recovery.statements.statement import StatementRead

_T = TypeVar("_T")

# Fifteen columns each stay below what every SQLite takes as parameters (999).
_ROWS_AT_ONCE = 50
_STATEMENT = (
    "case_id, number, sha256, name, imported_at, given_card, issuer, layout, encoding,"
    " account, is_open, first_day, last_day, bill_date, currency,"
    ' last_four, holder, "rows",'
    ' printed_total, "sum", totals_agree, skipped, doubts, last_fours'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usual:
    """What most rows of a statement have."""

    last_four: str
    holder: str
    currency: str
    bill_date: date | None


def insert_statement(
    connection: sqlite3.Connection,
    case: int,
    read: StatementRead,
    file: StatementFile,
    at: datetime,
) -> int:
    """Write a statement with its rows; return its key."""
    table = ChargeTable.of(read.charges)
    usual = _Usual(
        last_four=_most(table.cards, ""),
        holder=_most(table.holders, ""),
        currency=_most(table.currencies, ""),
        bill_date=_most(table.bill_dates, None),
    )
    (number,) = connection.execute(
        "SELECT count(*) + 1 FROM statement WHERE case_id = ?", (case,)
    ).fetchone()
    values = (
        *(case, number, file.sha256, storable(file.name), at.isoformat(), file.card),
        *_facts(read, table, usual),
    )
    marks = ", ".join("?" * len(values))
    statement = connection.execute(
        f"INSERT INTO statement ({_STATEMENT}) VALUES ({marks})",  # noqa: S608
        values,
    ).lastrowid
    if statement is None:
        message = "SQLite gave the new statement no number"
        raise RuntimeError(message)
    _insert_rows(connection, statement, table, usual)
    connection.executemany(
        "INSERT INTO shop (statement, number, printed, normal) VALUES (?, ?, ?, ?)",
        (
            (statement, place, storable(printed), storable(normal))
            for place, (printed, normal) in enumerate(table.names)
        ),
    )
    return statement


def _facts(read: StatementRead, table: ChargeTable, usual: _Usual) -> Iterable[object]:
    """Return what the file says as a whole, in the order of the columns."""
    days = [day for day in set(table.days) if day is not None]
    return (
        *(read.issuer, read.layout, read.encoding, read.account.value, read.is_open),
        *(_iso(min(days, default=None)), _iso(max(days, default=None))),
        *(_iso(usual.bill_date), usual.currency, usual.last_four),
        *(storable(usual.holder), read.rows),
        *(decimal_text(read.printed_total), decimal_text(read.sum), read.totals_agree),
        json.dumps(
            [[one.row, one.why.value, storable(one.text)] for one in read.skipped]
        ),
        json.dumps({doubt.value: rows for doubt, rows in read.doubts.items()}),
        json.dumps([digits for digits in dict.fromkeys(table.cards) if digits]),
    )


def _insert_rows(
    connection: sqlite3.Connection, statement: int, table: ChargeTable, usual: _Usual
) -> None:
    columns: dict[str, Iterable[object]] = {
        "position": count(),
        '"row"': table.rows,
        "day": _each(table.days, _iso),
        "shop": table.shops,
        "amount": table.amounts,
        "kind": table.kinds,
        "billed": table.billed,
    }
    # What is as in most rows, or empty, takes no time and no room.
    odd: dict[str, Iterable[object] | None] = {
        "last_four": _unlike(table.cards, usual.last_four, str),
        "holder": _unlike(table.holders, usual.holder, storable),
        "currency": _unlike(table.currencies, usual.currency, str),
        "bill_date": _unlike(
            table.bill_dates, usual.bill_date, lambda d: _iso(d) or ""
        ),
    }
    columns |= {name: values for name, values in odd.items() if values is not None}
    if table.foreign:
        abroad = [table.foreign.get(place) for place in range(len(table))]
        columns["foreign_amount"] = [one and decimal_text(one.amount) for one in abroad]
        columns["foreign_currency"] = [one and storable(one.currency) for one in abroad]
        columns["foreign_rate"] = [one and decimal_text(one.rate) for one in abroad]
    _insert_many(connection, statement, columns, len(table))


def _insert_many(
    connection: sqlite3.Connection,
    statement: int,
    columns: Mapping[str, Iterable[object]],
    rows: int,
) -> None:
    """Insert *rows* rows, many with each command, which costs SQLite less."""
    one = f"({statement}, {', '.join('?' * len(columns))})"
    names = f"statement, {', '.join(columns)}"
    insert = f"INSERT INTO charge_row ({names}) VALUES "  # noqa: S608 -- our names
    values = chain.from_iterable(zip(*columns.values(), strict=False))
    for size in (_ROWS_AT_ONCE, 1):
        turns, rows = divmod(rows, size)
        width = size * len(columns)
        connection.executemany(
            insert + ", ".join([one] * size),
            (tuple(islice(values, width)) for _ in range(turns)),
        )


def _unlike(
    values: Sequence[_T], usual: _T, change: Callable[[_T], object]
) -> Iterable[object] | None:
    """Return *values*, None in place of *usual*; None where all are the usual one."""
    changed = {value: change(value) for value in set(values)}
    changed[usual] = None
    return map(changed.__getitem__, values) if len(changed) > 1 else None


def _each(values: Sequence[_T], change: Callable[[_T], object]) -> Iterable[object]:
    """Return *values*, each different one changed once."""
    changed = {value: change(value) for value in set(values)}
    return map(changed.__getitem__, values)


def _most(values: Sequence[_T], otherwise: _T) -> _T:
    """Return what is most often among *values*, *otherwise* where there are none."""
    if len(set(values)) == 1:
        return values[0]
    return next((value for value, _ in Counter(values).most_common(1)), otherwise)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
