"""What the user says about reminders, and which of them were told."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.reminders.reminder import Said, Word


def say(database: Database, case: Case, word: Word) -> None:
    """Keep *word* instead of an earlier one about the same."""
    until = None if word.until is None else word.until.isoformat()
    words = f"{word.key} {word.said.value}" + (f" until={until}" if until else "")
    entry = Entry(at=word.at, kind=Kind.REMINDER_SAID, text=words)
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO reminder_word (case_id, key, said, at, until)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " said = excluded.said, at = excluded.at, until = excluded.until",
            (case.number, word.key, word.said.value, word.at.isoformat(), until),
        )


def take_back(database: Database, case: Case, key: str, *, at: datetime) -> None:
    """Forget what was said about *key*; where nothing was, nothing is noted."""
    entry = Entry(at=at, kind=Kind.REMINDER_SAID, text=f"{key} taken_back")
    with database.write() as connection:
        require(connection, case.number)
        gone = connection.execute(
            "DELETE FROM reminder_word WHERE case_id = ? AND key = ?",
            (case.number, key),
        )
        if gone.rowcount:
            note(connection, case.number, entry)


def words_of(connection: sqlite3.Connection, number: int) -> Sequence[Word]:
    """Return the newest words of the case *number*, by key."""
    rows = connection.execute(
        "SELECT key, said, at, until FROM reminder_word WHERE case_id = ? ORDER BY key",
        (number,),
    )
    return [
        Word(
            key=key,
            said=Said(said),
            at=datetime.fromisoformat(at),
            until=None if until is None else datetime.fromisoformat(until),
        )
        for key, said, at, until in rows
    ]


def end_on(database: Database, case: Case, day: date | None, *, at: datetime) -> None:
    """Keep the last day of all reminders; None leaves it to the program."""
    words = "open" if day is None else day.isoformat()
    entry = Entry(at=at, kind=Kind.REMINDER_SAID, text=f"all until={words}")
    with database.write() as connection:
        note(connection, case.number, entry)
        if day is None:
            connection.execute(
                "DELETE FROM reminder_end WHERE case_id = ?", (case.number,)
            )
            return
        connection.execute(
            "INSERT INTO reminder_end (case_id, day) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET day = excluded.day",
            (case.number, day.isoformat()),
        )


def end_of(connection: sqlite3.Connection, number: int) -> date | None:
    """Return the last day of all reminders of the case *number*, or None."""
    row = connection.execute(
        "SELECT day FROM reminder_end WHERE case_id = ?", (number,)
    ).fetchone()
    return None if row is None else date.fromisoformat(row[0])


def claim(
    database: Database, case: Case, keys: Sequence[str], *, at: datetime
) -> Sequence[str]:
    """Return those of *keys* that nobody has told yet, and keep them as told."""
    with database.write() as connection:
        require(connection, case.number)
        return [
            key
            for key in dict.fromkeys(keys)
            if connection.execute(
                "INSERT OR IGNORE INTO told (case_id, key, at) VALUES (?, ?, ?)",
                (case.number, key, at.isoformat()),
            ).rowcount
        ]


def release(database: Database, case: Case, keys: Sequence[str]) -> None:
    """Forget that *keys* were told."""
    with database.write() as connection:
        require(connection, case.number)
        connection.executemany(
            "DELETE FROM told WHERE case_id = ? AND key = ?",
            [(case.number, key) for key in keys],
        )
