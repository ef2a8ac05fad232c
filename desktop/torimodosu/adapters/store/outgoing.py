"""What left this computer."""

from collections.abc import Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note
from torimodosu.adapters.store.shelves import Shelves
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.sent import Sent, SentWhat


def keep_sent(shelves: Shelves, case: Case | None, sent: Sent) -> None:
    """Keep that something is sent, in the journal of *case* and among all.

    Without a case it is kept among all only.
    """
    host = storable(sent.host)
    if case is not None:
        entry = Entry(at=sent.at, kind=Kind.SENT, text=storable(sent.line))
        with shelves.of(case).write() as connection:
            note(connection, case.number, entry)
    with shelves.real.write() as connection:
        connection.execute(
            'INSERT INTO sent (at, host, what, "count") VALUES (?, ?, ?, ?)',
            (sent.at.isoformat(), host, sent.what.value, sent.count),
        )


def all_sent(database: Database) -> Sequence[Sent]:
    """Return what was sent, for whichever case, oldest first."""
    with database.read() as connection:
        rows = connection.execute(
            'SELECT at, host, what, "count" FROM sent ORDER BY id'
        ).fetchall()
    return [
        Sent(at=datetime.fromisoformat(at), host=host, what=SentWhat(what), count=count)
        for at, host, what, count in rows
    ]
