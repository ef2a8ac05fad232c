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
from torimodosu.recovery.mail.judging.judgement import Verdict

_SAYS, _VERDICT = " says=", " verdict="


def replace_events(
    database: Database, case: Case, events: Sequence[AccountEvent], *, at: datetime
) -> None:
    """Keep *events* instead of all that were read before.

    What is new, or judged otherwise than was noted last, is noted.
    """
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
            if noted.get(_named(words)) != _judged(words):
                entry = Entry(at=at, kind=Kind.ACCOUNT_EVENT, text=words)
                note(connection, case.number, entry)


def events_of(connection: sqlite3.Connection, number: int) -> Sequence[AccountEvent]:
    """Return the events, as they were kept."""
    rows = connection.execute(
        "SELECT document FROM account_event WHERE case_id = ? ORDER BY position",
        (number,),
    )
    return [from_plain(AccountEvent, json.loads(document)) for (document,) in rows]


def _noted(connection: sqlite3.Connection, number: int) -> dict[str, str]:
    """Return the verdict that was noted last of each event."""
    rows = connection.execute(
        "SELECT text FROM entry WHERE case_id = ? AND kind = ? ORDER BY number",
        (number, Kind.ACCOUNT_EVENT.value),
    )
    return {_named(text): _judged(text) for (text,) in rows}


def _named(words: str) -> str:
    """Return what a line names: the event, its time and its mail."""
    return words.partition(_SAYS)[0]


def _judged(words: str) -> str:
    """Return the verdict in a line; older ones are of a time that gave none."""
    return words.partition(_VERDICT)[2] or Verdict.CANNOT_TELL.value


def _words(event: AccountEvent) -> str:
    """Return the line of the journal: codes only, for a mail may hold anything.

    What it names and the verdict tell whether the event was noted, whatever else the
    line says in another version of the program.
    """
    bearing = bearing_of(event)
    leaves_open = ",".join(question.value for question in bearing.leaves_open)
    return (
        f"{event.kind.value} sent={event.at.isoformat()} mail={event.mail}"
        f"{_SAYS}{bearing.says.value} leaves_open={leaves_open}"
        f"{_VERDICT}{event.verdict.value}"
    )
