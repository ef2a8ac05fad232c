"""The orders of a case, and what the user says of them."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from torimodosu.adapters.store.card_work import outdate
from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.orders.order import Order, Ownership


def replace_orders(
    database: Database,
    case: Case,
    orders: Mapping[str, Order],
    *,
    packs: str,
    at: datetime,
) -> None:
    """Keep *orders* instead of all that were read before."""
    with database.write() as connection:
        require(connection, case.number)
        connection.execute('DELETE FROM "order" WHERE case_id = ?', (case.number,))
        connection.executemany(
            'INSERT INTO "order" (case_id, key, position, document)'
            " VALUES (?, ?, ?, ?)",
            [
                # ASCII: a broken mail may leave text that UTF-8 has no bytes for.
                (case.number, key, position, json.dumps(to_plain(order)))
                for position, (key, order) in enumerate(orders.items())
            ],
        )
        connection.execute(
            "INSERT INTO milestone (case_id, orders_at, orders_packs) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET orders_at = excluded.orders_at,"
            " orders_packs = excluded.orders_packs",
            (case.number, at.isoformat(), packs),
        )
        outdate(connection, case.number)


def orders_of(connection: sqlite3.Connection, number: int) -> Mapping[str, Order]:
    """Return the orders of the case under their keys, as they were kept."""
    rows = connection.execute(
        'SELECT key, document FROM "order" WHERE case_id = ? ORDER BY position',
        (number,),
    )
    return {key: from_plain(Order, json.loads(document)) for key, document in rows}


def judge(
    database: Database,
    case: Case,
    keys: Sequence[str],
    ownership: Ownership | None,
    *,
    at: datetime,
) -> None:
    """Keep a verdict on every order of *keys*."""
    words = "open" if ownership is None else ownership.value
    with database.write() as connection:
        for key in keys:
            entry = Entry(at=at, kind=Kind.ORDER_JUDGED, text=f"{key} {words}")
            note(connection, case.number, entry)
            connection.execute(
                "INSERT INTO verdict (case_id, key, ownership, at) VALUES (?, ?, ?, ?)",
                (case.number, key, ownership and ownership.value, at.isoformat()),
            )


def ownership_of(
    connection: sqlite3.Connection, number: int
) -> Mapping[str, Ownership]:
    """Return the newest verdict per order, without those that were taken back."""
    rows = connection.execute(
        # SQLite takes the other columns from the row that holds the maximum.
        "SELECT key, ownership, max(id) FROM verdict WHERE case_id = ? GROUP BY key",
        (number,),
    )
    return {key: Ownership(value) for key, value, _ in rows if value is not None}
