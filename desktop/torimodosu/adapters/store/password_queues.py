"""The passwords to change, without the passwords."""

import json
import sqlite3
from datetime import date, datetime
from typing import Any

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.passwords.queue import (
    AtRisk,
    Flaw,
    LeakList,
    PasswordQueue,
    QueueEntry,
    Standing,
)

# The order of the columns, which `_row` and `_entry` share.
_COLUMNS = (
    "key, site, username, at_risk, flaws, shares_with, modified, page, digest,"
    " standing, since, reason, until"
)


def replace_queue(database: Database, case: Case, queue: PasswordQueue) -> None:
    """Keep *queue* instead of the one before, and note its figures."""
    counts = {
        standing: sum(1 for entry in queue.entries if entry.standing is standing)
        for standing in Standing
    }
    figures = [f"{standing.value}={count}" for standing, count in counts.items()]
    lists = [one.value for one in queue.leaks]
    leaks = f"leaks={','.join(lists) or 'not_checked'}"
    words = " ".join([f"logins={queue.logins}", *figures, leaks])
    entry = Entry(at=queue.at, kind=Kind.PASSWORDS_AUDITED, text=words)
    number = case.number
    with database.write() as connection:
        note(connection, number, entry)
        connection.execute("DELETE FROM password_queue WHERE case_id = ?", (number,))
        connection.execute(
            "INSERT INTO password_queue"
            " (case_id, at, logins, are_leaks_checked, leaks, is_keyed)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                *(number, queue.at.isoformat(), queue.logins),
                *(queue.are_leaks_checked, json.dumps(lists), queue.is_keyed),
            ),
        )
        connection.executemany(
            f"INSERT INTO password_entry (case_id, position, {_COLUMNS})"  # noqa: S608
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, position, *_row(one))
                for position, one in enumerate(queue.entries)
            ],
        )


def queue_of(connection: sqlite3.Connection, number: int) -> PasswordQueue | None:
    """Return the newest queue of the case with this *number*, or None."""
    row = connection.execute(
        "SELECT at, logins, are_leaks_checked, leaks, is_keyed FROM password_queue"
        " WHERE case_id = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    at, logins, are_leaks_checked, leaks, is_keyed = row
    entries = connection.execute(
        f"SELECT {_COLUMNS} FROM password_entry WHERE case_id = ?"  # noqa: S608
        " ORDER BY position",
        (number,),
    )
    return PasswordQueue(
        at=datetime.fromisoformat(at),
        logins=logins,
        entries=tuple(map(_entry, entries)),
        are_leaks_checked=bool(are_leaks_checked),
        is_keyed=bool(is_keyed),
        leaks=tuple(map(LeakList, json.loads(leaks))),
    )


def say_changed(database: Database, case: Case, key: str, *, at: datetime) -> None:
    """Keep that the person says the password of an entry is changed."""
    with database.write() as connection:
        _say(connection, case, key, Standing.SAID, at=at)


def exclude(  # noqa: PLR0913 -- a database, and what the port takes
    database: Database,
    case: Case,
    key: str,
    *,
    reason: str,
    until: date | None,
    at: datetime,
) -> None:
    """Keep that the person leaves an entry out; the reason stays out of the journal."""
    with database.write() as connection:
        if _say(connection, case, key, Standing.EXCLUDED, at=at):
            connection.execute(
                "UPDATE password_entry SET reason = ?, until = ?"
                " WHERE case_id = ? AND key = ?",
                (storable(reason), _iso(until), case.number, storable(key)),
            )


def reopen(database: Database, case: Case, key: str, *, at: datetime) -> None:
    """Take either word about an entry back."""
    with database.write() as connection:
        _say(connection, case, key, Standing.OPEN, at=at)


def _say(
    connection: sqlite3.Connection,
    case: Case,
    key: str,
    standing: Standing,
    *,
    at: datetime,
) -> bool:
    """Keep a word about an entry and note it; tell whether there is such an entry.

    What an export has proven needs no word, and none takes it back.
    """
    require(connection, case.number)
    since = None if standing is Standing.OPEN else at
    changed = connection.execute(
        "UPDATE password_entry SET standing = ?, since = ?, reason = '', until = NULL"
        " WHERE case_id = ? AND key = ? AND standing NOT IN (?, ?)",
        (
            *(standing.value, _iso(since), case.number, storable(key)),
            *(Standing.PROVEN.value, standing.value),
        ),
    )
    if changed.rowcount == 0:
        return False
    # Which site it is stays out: others read the journal, too.
    entry = Entry(at=at, kind=Kind.LOGIN_SAID, text=standing.value)
    note(connection, case.number, entry)
    return True


def _row(entry: QueueEntry) -> tuple[str | int | None, ...]:
    return (
        storable(entry.key),
        storable(entry.site),
        storable(entry.username),
        entry.at_risk.value,
        json.dumps([flaw.value for flaw in entry.flaws]),
        entry.shares_with,
        _iso(entry.modified),
        storable(entry.page),
        entry.digest,
        entry.standing.value,
        _iso(entry.since),
        storable(entry.reason),
        _iso(entry.until),
    )


def _entry(row: tuple[Any, ...]) -> QueueEntry:
    key, site, username, at_risk, flaws, shares_with, modified, page, *others = row
    digest, standing, since, reason, until = others
    return QueueEntry(
        key=key,
        site=site,
        username=username,
        at_risk=AtRisk(at_risk),
        flaws=tuple(map(Flaw, json.loads(flaws))),
        shares_with=shares_with,
        modified=modified and datetime.fromisoformat(modified),
        page=page,
        digest=digest,
        standing=Standing(standing),
        since=since and datetime.fromisoformat(since),
        reason=reason,
        until=until and date.fromisoformat(until),
    )


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
