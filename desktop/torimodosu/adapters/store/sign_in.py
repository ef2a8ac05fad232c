"""What was seen, tried and looked at on the way back into the account."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.adapters.store.text import storable
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.signin.checklist import Looked, Place, Seen
from torimodosu.recovery.signin.history import Sighting, shows_the_same
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried


def keep_scan(database: Database, case: Case, scan: SignInScan) -> None:
    """Keep *scan* as the newest; it takes the place of one that showed the same."""
    document = json.dumps(to_plain(scan))
    with database.write() as connection:
        require(connection, case.number)
        known = _rows(connection, case.number, scan.site.service)
        if not known or not shows_the_same(scan, known[-1].scan):
            note(connection, case.number, _scan_entry(scan))
        same = [row for row in known if shows_the_same(scan, row.scan)]
        first_at = min((row.first_at for row in same), default=scan.at)
        connection.executemany(
            "DELETE FROM scan WHERE id = ?", [(row.id,) for row in same]
        )
        connection.execute(
            "INSERT INTO scan (case_id, service, first_at, document)"
            " VALUES (?, ?, ?, ?)",
            (case.number, scan.site.service, first_at.isoformat(), document),
        )


def keep_reset(
    database: Database, case: Case, reset: datetime | None, *, at: datetime
) -> None:
    """Keep when the user says the password was reset."""
    moment = None if reset is None else reset.isoformat()
    entry = Entry(at=at, kind=Kind.RESET_SAID, text=moment or "as_the_mails_tell")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO sign_in (case_id, reset_said) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET reset_said = excluded.reset_said",
            (case.number, moment),
        )


def keep_retry(
    database: Database, case: Case, retry_at: datetime | None, *, at: datetime
) -> None:
    """Keep when to try to sign in again."""
    moment = None if retry_at is None else retry_at.isoformat()
    entry = Entry(at=at, kind=Kind.RETRY_SET, text=moment or "never")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO sign_in (case_id, retry_at) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET retry_at = excluded.retry_at",
            (case.number, moment),
        )


def keep_trial(database: Database, case: Case, tried: Tried) -> None:
    """Keep the result of a trial."""
    trial, outcome = tried.trial.value, tried.outcome.value
    entry = Entry(at=tried.at, kind=Kind.TRIAL_KEPT, text=f"{trial} {outcome}")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO trial (case_id, trial, outcome, at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET outcome = excluded.outcome, at = excluded.at",
            (case.number, trial, outcome, tried.at.isoformat()),
        )


def forget_trial(database: Database, case: Case, trial: Trial, *, at: datetime) -> None:
    """Forget the result of *trial*."""
    entry = Entry(at=at, kind=Kind.TRIAL_FORGOTTEN, text=trial.value)
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "DELETE FROM trial WHERE case_id = ? AND trial = ?",
            (case.number, trial.value),
        )


def keep_look(database: Database, case: Case, looked: Looked) -> None:
    """Keep the result of a place; the user's own words stay out of the journal."""
    place, seen = looked.place.value, looked.seen.value
    entry = Entry(at=looked.at, kind=Kind.PLACE_LOOKED_AT, text=f"{place} {seen}")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO look (case_id, place, seen, at, note) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET"
            " seen = excluded.seen, at = excluded.at, note = excluded.note",
            (case.number, place, seen, looked.at.isoformat(), storable(looked.note)),
        )


def forget_look(database: Database, case: Case, place: Place, *, at: datetime) -> None:
    """Forget the result of *place*."""
    entry = Entry(at=at, kind=Kind.LOOK_FORGOTTEN, text=place.value)
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "DELETE FROM look WHERE case_id = ? AND place = ?",
            (case.number, place.value),
        )


def sightings_of(
    connection: sqlite3.Connection, number: int, service: str
) -> Sequence[Sighting]:
    """Return the looks at what is saved for *service*, the newest last."""
    return [
        Sighting(first_at=row.first_at, scan=row.scan)
        for row in _rows(connection, number, service)
    ]


def moments_of(
    connection: sqlite3.Connection, number: int
) -> tuple[datetime | None, datetime | None]:
    """Return when the user says the password was reset, and when to try again."""
    row = connection.execute(
        "SELECT reset_said, retry_at FROM sign_in WHERE case_id = ?", (number,)
    ).fetchone()
    reset, retry = row or (None, None)
    return (
        None if reset is None else datetime.fromisoformat(reset),
        None if retry is None else datetime.fromisoformat(retry),
    )


def trials_of(connection: sqlite3.Connection, number: int) -> Mapping[Trial, Tried]:
    """Return the newest result of each trial."""
    rows = connection.execute(
        "SELECT trial, outcome, at FROM trial WHERE case_id = ?", (number,)
    )
    results = [
        Tried(
            trial=Trial(trial), outcome=Outcome(outcome), at=datetime.fromisoformat(at)
        )
        for trial, outcome, at in rows
    ]
    return {tried.trial: tried for tried in results}


def looks_of(connection: sqlite3.Connection, number: int) -> Mapping[Place, Looked]:
    """Return the newest result of each place."""
    rows = connection.execute(
        "SELECT place, seen, at, note FROM look WHERE case_id = ?", (number,)
    )
    results = [
        Looked(
            place=Place(place),
            seen=Seen(seen),
            at=datetime.fromisoformat(at),
            note=words,
        )
        for place, seen, at, words in rows
    ]
    return {looked.place: looked for looked in results}


class _Row(NamedTuple):
    id: int
    first_at: datetime
    scan: SignInScan


def _rows(connection: sqlite3.Connection, number: int, service: str) -> list[_Row]:
    rows = connection.execute(
        "SELECT id, first_at, document FROM scan WHERE case_id = ? AND service = ?"
        " ORDER BY id",
        (number, service),
    )
    return [
        _Row(row, datetime.fromisoformat(first_at), _scan(document))
        for row, first_at, document in rows
    ]


def _scan_entry(scan: SignInScan) -> Entry:
    logins = sum(len(read.logins) for read in scan.profiles)
    words = (
        f"service={scan.site.service} profiles={len(scan.profiles)}"
        f" logins={logins} not_covered={len(scan.not_covered)}"
    )
    return Entry(at=scan.at, kind=Kind.LOGINS_SCANNED, text=words)


# The same looks are asked for whenever anything of the case changes.
@lru_cache(maxsize=64)
def _scan(document: str) -> SignInScan:
    return from_plain(SignInScan, json.loads(document))
