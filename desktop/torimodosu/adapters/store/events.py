"""What the mails of a case say happened to the account."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.mail.account_event import AccountEvent
from torimodosu.recovery.mail.bearing import bearing_of


def replace_events(
    database: Database, case: Case, events: Sequence[AccountEvent], *, at: datetime
) -> None:
    """Keep *events* instead of all that were read before, and note the new ones."""
    with database.write() as connection:
        require(connection, case.number)
        connection.execute(
            "DELETE FROM account_event WHERE case_id = ?", (case.number,)
        )
        connection.executemany(
            "INSERT INTO account_event (case_id, position, document) VALUES (?, ?, ?)",
            [
                (case.number, position, json.dumps(to_plain(event)))
                for position, event in enumerate(events)
            ],
        )
        noted = _noted(connection, case.number)
        for words in dict.fromkeys(map(_words, events)):
            if words not in noted:
                entry = Entry(at=at, kind=Kind.ACCOUNT_EVENT, text=words)
                note(connection, case.number, entry)


def events_of(connection: sqlite3.Connection, number: int) -> Sequence[AccountEvent]:
    """Return the events, as they were kept."""
    rows = connection.execute(
        "SELECT document FROM account_event WHERE case_id = ? ORDER BY position",
        (number,),
    )
    return [from_plain(AccountEvent, json.loads(document)) for (document,) in rows]


def _noted(connection: sqlite3.Connection, number: int) -> set[str]:
    rows = connection.execute(
        "SELECT text FROM entry WHERE case_id = ? AND kind = ?",
        (number, Kind.ACCOUNT_EVENT.value),
    )
    return {text for (text,) in rows}


def _words(event: AccountEvent) -> str:
    """Return the line of the journal: codes only, for a mail may hold anything.

    Since it depends on the event alone, it also tells whether the event was noted.
    """
    bearing = bearing_of(event.kind)
    leaves_open = ",".join(question.value for question in bearing.leaves_open)
    return (
        f"{event.kind.value} sent={event.at.isoformat()} mail={event.mail}"
        f" says={bearing.says.value} leaves_open={leaves_open}"
    )
