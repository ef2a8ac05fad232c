"""What was read, sealed and verified, and which steps the user says are done."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.adapters.store.text import from_path_bytes, path_bytes
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.mail.search import Covered, NotCovered, Trouble
from torimodosu.recovery.plan.snapshot import Closing, Seal, Verification
from torimodosu.recovery.plan.steps import Step


def keep_reading(
    database: Database,
    case: Case,
    coverage: Sequence[Covered | NotCovered],
    *,
    at: datetime,
) -> None:
    """Keep what was and was not covered, instead of what is known of a source."""
    sources = {path_bytes(finding.source) for finding in coverage}
    known = [(case.number, source) for source in sources]
    with database.write() as connection:
        require(connection, case.number)
        for table in ("covered", "not_covered"):
            connection.executemany(
                f"DELETE FROM {table} WHERE case_id = ? AND source = ?",  # noqa: S608
                known,
            )
        for finding in coverage:
            _keep_finding(connection, case.number, finding)
        connection.execute(
            "INSERT INTO milestone (case_id, read_at) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET read_at = excluded.read_at",
            (case.number, at.isoformat()),
        )


def keep_seal(database: Database, case: Case, seal: Seal) -> None:
    """Keep that the archive was sealed."""
    with database.write() as connection:
        require(connection, case.number)
        connection.execute(
            "INSERT INTO milestone (case_id, sealed_at, seal) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET"
            " sealed_at = excluded.sealed_at, seal = excluded.seal",
            (case.number, seal.at.isoformat(), seal.sha256),
        )


def keep_verification(
    database: Database, case: Case, verification: Verification
) -> None:
    """Keep how a verification of the archive ended."""
    entry = Entry(
        at=verification.at,
        kind=Kind.BAG_VERIFIED,
        text=f"faults={verification.faults}",
    )
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO verification (case_id, at, faults) VALUES (?, ?, ?)",
            (case.number, verification.at.isoformat(), verification.faults),
        )


def mark(
    database: Database,
    case: Case,
    step: Step,
    *,
    at: datetime,
    left: Collection[Step] = (),
) -> None:
    """Keep that the user says *step* is done; saying it again renews the date.

    The journal names the steps that are *left* open behind it.
    """
    text = " ".join([step.value, *sorted(one.value for one in left)])
    with database.write() as connection:
        note(connection, case.number, Entry(at=at, kind=Kind.STEP_DONE, text=text))
        connection.execute(
            "INSERT INTO mark (case_id, step, at) VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET at = excluded.at",
            (case.number, step.value, at.isoformat()),
        )


def unmark(database: Database, case: Case, step: Step, *, at: datetime) -> None:
    """Forget that the user says *step* is done."""
    entry = Entry(at=at, kind=Kind.STEP_REOPENED, text=step.value)
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "DELETE FROM mark WHERE case_id = ? AND step = ?",
            (case.number, step.value),
        )


def marks_of(connection: sqlite3.Connection, number: int) -> Mapping[Step, datetime]:
    """Return the steps that the user says are done."""
    rows = connection.execute("SELECT step, at FROM mark WHERE case_id = ?", (number,))
    return {Step(step): datetime.fromisoformat(at) for step, at in rows}


def closing_of(connection: sqlite3.Connection, number: int) -> Closing | None:
    """Return the word that the case is closed, with what the journal names with it."""
    at = marks_of(connection, number).get(Step.CLOSING)
    if at is None:
        return None
    row = connection.execute(
        "SELECT text FROM entry WHERE case_id = ? AND kind = ?"
        " AND (text = ? OR text LIKE ?) ORDER BY number DESC LIMIT 1",
        (
            *(number, Kind.STEP_DONE.value),
            *(Step.CLOSING.value, f"{Step.CLOSING.value} %"),
        ),
    ).fetchone()
    named = set() if row is None else set(row[0].split()[1:])
    return Closing(at=at, left=frozenset(one for one in Step if one.value in named))


def coverage_of(
    connection: sqlite3.Connection, number: int
) -> tuple[tuple[Covered, ...], tuple[NotCovered, ...]]:
    """Return what was covered and what was not, by source."""
    covered = connection.execute(
        "SELECT source, messages, size, newest FROM covered WHERE case_id = ?"
        " ORDER BY source",
        (number,),
    )
    not_covered = connection.execute(
        "SELECT source, offset, trouble FROM not_covered WHERE case_id = ?"
        " ORDER BY source, id",
        (number,),
    )
    return (
        tuple(
            Covered(
                source=from_path_bytes(source),
                messages=messages,
                size=size,
                newest=None if newest is None else datetime.fromisoformat(newest),
            )
            for source, messages, size, newest in covered
        ),
        tuple(
            NotCovered(
                source=from_path_bytes(source), offset=offset, trouble=Trouble(trouble)
            )
            for source, offset, trouble in not_covered
        ),
    )


def _keep_finding(
    connection: sqlite3.Connection, number: int, finding: Covered | NotCovered
) -> None:
    source = path_bytes(finding.source)
    match finding:
        case Covered(messages=messages, size=size, newest=newest):
            moment = None if newest is None else newest.isoformat()
            connection.execute(
                "INSERT INTO covered (case_id, source, messages, size, newest)"
                " VALUES (?, ?, ?, ?, ?)"
                # The same source may be given twice in one go.
                " ON CONFLICT DO UPDATE SET messages = excluded.messages,"
                " size = excluded.size, newest = excluded.newest",
                (number, source, messages, size, moment),
            )
        case NotCovered(offset=offset, trouble=trouble):
            connection.execute(
                "INSERT INTO not_covered (case_id, source, offset, trouble)"
                " VALUES (?, ?, ?, ?)",
                (number, source, offset, trouble.value),
            )
