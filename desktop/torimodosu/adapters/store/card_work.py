"""What the mails tell of cards, and what was worked out about them."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import require
from torimodosu.plain import from_plain, to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Kind
from torimodosu.recovery.plan.card_work import CardWork
from torimodosu.recovery.statements.card_notice import CardNotice

# What the work rests on; orders and notices that are read again outdate it themselves.
_RELEVANT = (
    Kind.OPENED,
    Kind.ANSWERED,
    Kind.ORDER_JUDGED,
    Kind.STATEMENT_IMPORTED,
    Kind.STATEMENT_ASSIGNED,
    Kind.MATCH_SAID,
    Kind.CHARGE_SAID,
    Kind.RETURN_SAID,
    Kind.LOSS_REPORTED,
    Kind.MONTH_SAID,
    Kind.WATCH_SET,
)


def keep_work(database: Database, case: Case, work: CardWork) -> None:
    """Keep *work* instead of the one before."""
    document = json.dumps(to_plain(work))
    with database.write() as connection:
        require(connection, case.number)
        connection.execute(
            "INSERT OR REPLACE INTO card_work (case_id, at, entry, document)"
            " VALUES (?, ?, (SELECT coalesce(max(number), 0) FROM entry"
            " WHERE case_id = ?), ?)",
            (case.number, work.at.isoformat(), case.number, document),
        )


def work_of(connection: sqlite3.Connection, number: int) -> CardWork | None:
    """Return the newest work on the cards, as it was kept."""
    row = connection.execute(
        "SELECT document FROM card_work WHERE case_id = ?", (number,)
    ).fetchone()
    return None if row is None else _work(row[0])


def is_stale(connection: sqlite3.Connection, number: int, *, at: datetime) -> bool:
    """Tell whether there is something to work on that the newest work does not know.

    A word that came while the work was done is later than the moment of the work. On
    another day other statements are due.
    """
    row = connection.execute(
        "SELECT at, entry, is_outdated FROM card_work WHERE case_id = ?", (number,)
    ).fetchone()
    if row is None:
        return _is_something_there(connection, number)
    worked_at, seen = datetime.fromisoformat(row[0]), row[1]
    is_other_day = worked_at.astimezone(at.tzinfo).date() != at.date()
    return (
        bool(row[2]) or is_other_day or _is_later(connection, number, worked_at, seen)
    )


def outdate(connection: sqlite3.Connection, number: int) -> None:
    """Keep that what the work on the cards rests on has been read again."""
    connection.execute(
        "UPDATE card_work SET is_outdated = 1 WHERE case_id = ?", (number,)
    )


def replace_notices(
    database: Database, case: Case, notices: Sequence[CardNotice]
) -> None:
    """Keep *notices* instead of all that were read before."""
    documents = [json.dumps(to_plain(notice)) for notice in notices]
    with database.write() as connection:
        require(connection, case.number)
        known = _documents(connection, case.number)
        if known == documents:
            return
        connection.execute("DELETE FROM card_notice WHERE case_id = ?", (case.number,))
        connection.executemany(
            "INSERT INTO card_notice (case_id, position, document) VALUES (?, ?, ?)",
            [(case.number, *numbered) for numbered in enumerate(documents)],
        )
        outdate(connection, case.number)


def notices_of(connection: sqlite3.Connection, number: int) -> Sequence[CardNotice]:
    """Return the notices, as they were kept."""
    return [
        from_plain(CardNotice, json.loads(document))
        for document in _documents(connection, number)
    ]


def _documents(connection: sqlite3.Connection, number: int) -> list[str]:
    rows = connection.execute(
        "SELECT document FROM card_notice WHERE case_id = ? ORDER BY position",
        (number,),
    )
    return [document for (document,) in rows]


def _is_something_there(connection: sqlite3.Connection, number: int) -> bool:
    (there,) = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM statement WHERE case_id = :case)"
        " OR EXISTS (SELECT 1 FROM card_notice WHERE case_id = :case)"
        ' OR (EXISTS (SELECT 1 FROM "order" WHERE case_id = :case)'
        "     AND EXISTS (SELECT 1 FROM card WHERE case_id = :case))",
        {"case": number},
    ).fetchone()
    return bool(there)


def _is_later(
    connection: sqlite3.Connection, number: int, worked_at: datetime, seen: int
) -> bool:
    rows = connection.execute(
        "SELECT number, at FROM entry WHERE case_id = ?"
        " AND kind IN (SELECT value FROM json_each(?))",
        (number, json.dumps([kind.value for kind in _RELEVANT])),
    )
    return any(
        place > seen or datetime.fromisoformat(at) > worked_at for place, at in rows
    )


# The same work is asked for whenever anything of the case changes.
@lru_cache(maxsize=4)
def _work(document: str) -> CardWork:
    return from_plain(CardWork, json.loads(document))
