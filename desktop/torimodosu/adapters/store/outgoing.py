"""What left this computer."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.sent import Sent, SentWhat


def keep_sent(database: Database, case: Case, sent: Sent) -> None:
    """Keep that something is sent."""
    host = storable(sent.host)
    words = f"host={host} what={sent.what.value} count={sent.count}"
    with database.write() as connection:
        note(connection, case.number, Entry(at=sent.at, kind=Kind.SENT, text=words))
        connection.execute(
            'INSERT INTO sent (case_id, at, host, what, "count")'
            " VALUES (?, ?, ?, ?, ?)",
            (case.number, sent.at.isoformat(), host, sent.what.value, sent.count),
        )


def sent_of(connection: sqlite3.Connection, number: int) -> Sequence[Sent]:
    """Return what was sent for the case *number*, oldest first."""
    rows = connection.execute(
        'SELECT at, host, what, "count" FROM sent WHERE case_id = ? ORDER BY id',
        (number,),
    )
    return [
        Sent(at=datetime.fromisoformat(at), host=host, what=SentWhat(what), count=count)
        for at, host, what, count in rows
    ]
