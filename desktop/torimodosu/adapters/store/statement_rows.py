"""What a statement file says, written into the store."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import repeat
from typing import TypeVar

from torimodosu.adapters.store.row_blocks import insert_blocks
from torimodosu.adapters.store.text import storable, storable_all
from torimodosu.recovery.statements.charge_table import (
    ChargeTable,
    decimal_text,
    different,
)
from torimodosu.recovery.statements.log import StatementFile
from torimodosu.recovery.statements.statement import StatementRead

_T = TypeVar("_T")

_STATEMENT = (
    "case_id, number, sha256, name, imported_at, given_card, issuer, layout, encoding,"
    " account, is_open, first_day, last_day, bill_date, bill_month, currency,"
    ' last_four, holder, kind, first_row, is_billed, "rows",'
    ' printed_total, "sum", totals_agree, skipped, doubts, last_fours'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Usual:
    """What most rows of a statement have."""

    last_four: str
    holder: str
    currency: str
    bill_date: date | None
    bill_month: date | None
    kind: str
    first_row: int
    is_billed: bool


def insert_statement(
    connection: sqlite3.Connection,
    case: int,
    read: StatementRead,
    file: StatementFile,
    at: datetime,
) -> int:
    """Write a statement with its rows; return its key."""
    table = ChargeTable.of(read.charges)
    usual = _usual_of(table)
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
    _insert_shops(connection, statement, table.names)
    return statement


def _usual_of(table: ChargeTable) -> _Usual:
    return _Usual(
        last_four=_most(table.cards, ""),
        holder=_most(table.holders, ""),
        currency=_most(table.currencies, ""),
        bill_date=_most(table.bill_dates, None),
        bill_month=table.usual_bill_month,
        kind=_most(table.kinds, ""),
        first_row=table.rows[0] if table.rows else 0,
        is_billed=any(part is not None for part in table.billed),
    )


def _facts(read: StatementRead, table: ChargeTable, usual: _Usual) -> Iterable[object]:
    """Return what the file says as a whole, in the order of the columns."""
    days = [day for day in different(table.days) if day is not None]
    return (
        *(read.issuer, read.layout, read.encoding, read.account.value, read.is_open),
        *(_iso(min(days, default=None)), _iso(max(days, default=None))),
        *(_iso(usual.bill_date), _iso_month(usual.bill_month)),
        *(usual.currency, usual.last_four),
        *(storable(usual.holder), usual.kind, usual.first_row, usual.is_billed),
        read.rows,
        *(decimal_text(read.printed_total), decimal_text(read.sum), read.totals_agree),
        json.dumps(
            [[one.row, one.why.value, storable(one.text)] for one in read.skipped]
        ),
        json.dumps({doubt.value: rows for doubt, rows in read.doubts.items()}),
        json.dumps([digits for digits in different(table.cards) if digits]),
    )


def _insert_rows(
    connection: sqlite3.Connection, statement: int, table: ChargeTable, usual: _Usual
) -> None:
    columns: dict[str, Iterable[object]] = {
        "day": _each(table.days, _iso),
        "shop": table.shops,
        "amount": table.amounts,
    }
    # What is as in most rows, or empty, takes no time and no room.
    odd: dict[str, Iterable[object] | None] = {
        "row": _rows_not_in_order(table.rows),
        "kind": _unlike(table.kinds, usual.kind, str),
        "billed": _billed_otherwise(table) if usual.is_billed else None,
        "last_four": _unlike(table.cards, usual.last_four, str),
        "holder": _unlike(table.holders, usual.holder, storable),
        "currency": _unlike(table.currencies, usual.currency, str),
        "bill_date": _unlike(
            table.bill_dates, usual.bill_date, lambda d: _iso(d) or ""
        ),
        "bill_month": _months_otherwise(table, usual.bill_month),
    }
    columns |= {name: values for name, values in odd.items() if values is not None}
    if table.foreign:
        abroad = [table.foreign.get(place) for place in range(len(table))]
        columns["foreign_amount"] = [one and decimal_text(one.amount) for one in abroad]
        columns["foreign_currency"] = [one and storable(one.currency) for one in abroad]
        columns["foreign_rate"] = [one and decimal_text(one.rate) for one in abroad]
    insert_blocks(connection, statement, len(table), columns)


def _insert_shops(
    connection: sqlite3.Connection, statement: int, names: Sequence[tuple[str, str]]
) -> None:
    printed, normal = zip(*names, strict=True) if names else ((), ())
    texts = storable_all(printed), storable_all(normal)
    connection.executemany(
        "INSERT INTO shop (statement, number, printed, normal) VALUES (?, ?, ?, ?)",
        zip(repeat(statement), range(len(names)), *texts, strict=False),
    )


def _rows_not_in_order(rows: Sequence[int]) -> Iterable[object] | None:
    """Return *rows*, None for each that follows from the first; None where all do."""
    order = [*range(rows[0], rows[0] + len(rows))] if rows else []
    if rows == order:
        return None
    pairs = zip(rows, order, strict=True)
    return (None if row == usual else row for row, usual in pairs)


def _billed_otherwise(table: ChargeTable) -> Iterable[object] | None:
    """Return what is billed, None for the amount and "" for what is not known."""
    if table.billed == table.amounts:
        return None
    pairs = zip(table.billed, table.amounts, strict=True)
    return (None if one == amount else one or "" for one, amount in pairs)


def _months_otherwise(
    table: ChargeTable, usual: date | None
) -> Iterable[object] | None:
    """Return the month of payment of each row that prints another one, or none ("")."""
    if usual is None:
        return None
    months = map(table.bill_months.get, range(len(table)))
    return _unlike([*months], usual, lambda month: _iso_month(month) or "")


def _unlike(
    values: Sequence[_T], usual: _T, change: Callable[[_T], object]
) -> Iterable[object] | None:
    """Return *values*, None in place of *usual*; None where all are the usual one."""
    changed = {value: change(value) for value in different(values)}
    changed[usual] = None
    return map(changed.__getitem__, values) if len(changed) > 1 else None


def _each(values: Sequence[_T], change: Callable[[_T], object]) -> Iterable[object]:
    """Return *values*, each different one changed once."""
    changed = {value: change(value) for value in different(values)}
    return map(changed.__getitem__, values)


def _most(values: Sequence[_T], otherwise: _T) -> _T:
    """Return what is most often among *values*, *otherwise* where there are none."""
    if len(different(values)) == 1:
        return values[0]
    return next((value for value, _ in Counter(values).most_common(1)), otherwise)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _iso_month(month: date | None) -> str | None:
    """Return a month as a statement prints it: without a day."""
    return None if month is None else month.isoformat()[:7]
