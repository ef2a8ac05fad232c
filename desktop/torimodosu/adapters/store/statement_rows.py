"""The rows of a statement, written as fast as SQLite takes them."""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from itertools import count, repeat
from typing import TypeVar

from torimodosu.adapters.store.text import storable
from torimodosu.recovery.statements.charge_table import ChargeTable, decimal_text
from torimodosu.recovery.statements.log import StatementFile
from torimodosu.recovery.statements.statement import StatementRead

_T = TypeVar("_T")

_STATEMENT = (
    "case_id, number, sha256, name, imported_at, given_card, issuer, layout, encoding,"
    ' account, is_open, first_day, last_day, bill_date, currency, "rows",'
    ' printed_total, "sum", totals_agree, skipped, doubts, last_fours'
)


def insert_statement(
    connection: sqlite3.Connection,
    case: int,
    read: StatementRead,
    file: StatementFile,
    at: datetime,
) -> int:
    """Write a statement with its rows; return its key."""
    table = ChargeTable.of(read.charges)
    days = [day for day in set(table.days) if day is not None]
    bill_date, currency = _most(table.bill_dates), _most(table.currencies)
    (number,) = connection.execute(
        "SELECT count(*) + 1 FROM statement WHERE case_id = ?", (case,)
    ).fetchone()
    values = (
        *(case, number, file.sha256, storable(file.name), at.isoformat(), file.card),
        *(read.issuer, read.layout, read.encoding, read.account.value, read.is_open),
        *(_iso(min(days, default=None)), _iso(max(days, default=None))),
        *(_iso(bill_date), currency or "", read.rows),
        *(decimal_text(read.printed_total), decimal_text(read.sum), read.totals_agree),
        json.dumps([[one.row, one.why.value] for one in read.skipped]),
        json.dumps({doubt.value: rows for doubt, rows in read.doubts.items()}),
        json.dumps([digits for digits in dict.fromkeys(table.cards) if digits]),
    )
    marks = ", ".join("?" * len(values))
    statement = connection.execute(
        f"INSERT INTO statement ({_STATEMENT}) VALUES ({marks})",  # noqa: S608
        values,
    ).lastrowid
    if statement is None:
        message = "SQLite gave the new statement no number"
        raise RuntimeError(message)
    _insert_rows(connection, statement, table, bill_date, currency)
    connection.executemany(
        "INSERT INTO shop (statement, number, printed, normal) VALUES (?, ?, ?, ?)",
        (
            (statement, place, storable(printed), storable(normal))
            for place, (printed, normal) in enumerate(table.names)
        ),
    )
    return statement


def _insert_rows(
    connection: sqlite3.Connection,
    statement: int,
    table: ChargeTable,
    bill_date: date | None,
    currency: str | None,
) -> None:
    columns: dict[str, Iterable[object]] = {
        "statement": repeat(statement),
        "position": count(),
        '"row"': table.rows,
        "day": _each(table.days, _iso),
        "shop": table.shops,
        "amount": table.amounts,
        "kind": table.kinds,
        "billed": table.billed,
        "last_four": table.cards,
        "holder": _each(table.holders, storable),
    }
    # What is as the statement has it, or empty, takes no time and no room.
    if any(code != currency for code in set(table.currencies)):
        own = {code: None if code == currency else code for code in table.currencies}
        columns["currency"] = map(own.__getitem__, table.currencies)
    if any(day != bill_date for day in set(table.bill_dates)):
        columns["bill_date"] = [
            None if day == bill_date else _iso(day) or "" for day in table.bill_dates
        ]
    if table.foreign:
        abroad = [table.foreign.get(place) for place in range(len(table))]
        columns["foreign_amount"] = [one and decimal_text(one.amount) for one in abroad]
        columns["foreign_currency"] = [one and storable(one.currency) for one in abroad]
        columns["foreign_rate"] = [one and decimal_text(one.rate) for one in abroad]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT INTO charge_row ({names}) VALUES ({marks})",  # noqa: S608
        zip(*columns.values(), strict=False),
    )


def _each(values: Sequence[_T], change: Callable[[_T], object]) -> Iterable[object]:
    """Return *values*, each different one changed once."""
    changed = {value: change(value) for value in set(values)}
    return map(changed.__getitem__, values)


def _most(values: Sequence[_T]) -> _T | None:
    """Return what is most often among *values*, None where there are none."""
    return next((value for value, _ in Counter(values).most_common(1)), None)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
