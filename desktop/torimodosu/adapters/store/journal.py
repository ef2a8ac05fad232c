"""The journal of a case, each entry chained to the one before."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.ports import CaseDeletedError


def require(connection: sqlite3.Connection, number: int) -> None:
    """Raise CaseDeletedError unless the case of this *number* is kept."""
    row = connection.execute('SELECT 1 FROM "case" WHERE id = ?', (number,)).fetchone()
    if row is None:
        raise CaseDeletedError(number)


def note(connection: sqlite3.Connection, number: int, entry: Entry) -> None:
    """Add *entry* within a transaction that changes what it tells of."""
    from torimodosu.adapters.store.links import GENESIS, link  # noqa: PLC0415

    require(connection, number)
    last = connection.execute(
        "SELECT number, sha256 FROM entry WHERE case_id = ?"
        " ORDER BY number DESC LIMIT 1",
        (number,),
    ).fetchone()
    place, previous = (0, GENESIS) if last is None else last
    entry = Entry(at=entry.at, kind=entry.kind, text=storable(entry.text))
    connection.execute(
        "INSERT INTO entry (case_id, number, at, kind, text, sha256)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            *(number, place + 1, entry.at.isoformat(), entry.kind.value, entry.text),
            link(place + 1, previous, entry),
        ),
    )


def entries(database: Database, case: Case) -> Sequence[Entry]:
    """Return the journal of *case*, oldest first."""
    return [entry for _, entry, _ in _rows(database, case)]


def is_whole(database: Database, case: Case) -> bool:
    """Tell whether every entry is as it was written, and none is missing before it."""
    from torimodosu.adapters.store.links import GENESIS, link  # noqa: PLC0415

    previous = GENESIS
    for place, (number, entry, kept) in enumerate(_rows(database, case), 1):
        previous = link(number, previous, entry)
        if (number, previous) != (place, kept):
            return False
    return True


def _rows(database: Database, case: Case) -> list[tuple[int, Entry, str]]:
    with database.read() as connection:
        rows = connection.execute(
            "SELECT number, at, kind, text, sha256 FROM entry WHERE case_id = ?"
            " ORDER BY number",
            (case.number,),
        )
        return [
            (
                number,
                Entry(at=datetime.fromisoformat(at), kind=Kind(kind), text=text),
                kept,
            )
            for number, at, kind, text, kept in rows
        ]
