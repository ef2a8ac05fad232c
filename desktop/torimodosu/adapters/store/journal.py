"""The journal of a case."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
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
    require(connection, number)
    connection.execute(
        "INSERT INTO entry (case_id, at, kind, text) VALUES (?, ?, ?, ?)",
        (number, entry.at.isoformat(), entry.kind.value, entry.text),
    )


def entries(database: Database, case: Case) -> Sequence[Entry]:
    """Return the journal of *case*, oldest first."""
    with database.read() as connection:
        rows = connection.execute(
            "SELECT at, kind, text FROM entry WHERE case_id = ? ORDER BY id",
            (case.number,),
        )
        return [
            Entry(at=datetime.fromisoformat(at), kind=Kind(kind), text=text)
            for at, kind, text in rows
        ]
