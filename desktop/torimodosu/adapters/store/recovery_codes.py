"""The lists of recovery codes; the codes themselves lie in the keychain."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.twostep.recovery_codes import KeptCodes


def lists_in(database: Database, *, is_practice: bool) -> Sequence[KeptCodes]:
    """Return the lists, oldest first."""
    return _lists(database, is_practice=is_practice, is_leaving=False)


def leaving_in(database: Database) -> Sequence[KeptCodes]:
    """Return the lists that are shown no more."""
    return _lists(database, is_practice=True, is_leaving=True)


def add_codes(database: Database, codes: KeptCodes) -> None:
    """Keep that there is a list, of which no code is used."""
    with database.write() as connection:
        connection.execute(
            'INSERT INTO recovery_codes (id, issuer, name, "count", added_at,'
            " is_practice) VALUES (?, ?, ?, ?, ?, ?)",
            (
                *(codes.id, storable(codes.issuer), storable(codes.name), codes.count),
                *(codes.added_at.isoformat(), codes.is_practice),
            ),
        )


def remove_codes(database: Database, codes: KeptCodes) -> None:
    """Keep that a list is gone."""
    with database.write() as connection:
        connection.execute("DELETE FROM recovery_codes WHERE id = ?", (codes.id,))


def mark_used(
    database: Database, codes: KeptCodes, place: int, *, at: datetime | None
) -> None:
    """Keep when a code was used up, None for not at all; the first time counts."""
    with database.write() as connection:
        if at is None:
            connection.execute(
                "DELETE FROM used_code WHERE place = ? AND codes ="
                " (SELECT number FROM recovery_codes WHERE id = ?)",
                (place, codes.id),
            )
        else:
            connection.execute(
                "INSERT INTO used_code (codes, place, at)"
                " SELECT number, ?, ? FROM recovery_codes WHERE id = ?"
                " ON CONFLICT DO NOTHING",
                (place, at.isoformat(), codes.id),
            )


def let_practice_leave(connection: sqlite3.Connection) -> None:
    """List the codes of practice no more."""
    connection.execute("UPDATE recovery_codes SET is_leaving = 1 WHERE is_practice")


def _lists(
    database: Database, *, is_practice: bool, is_leaving: bool
) -> Sequence[KeptCodes]:
    with database.read() as connection:
        rows = connection.execute(
            'SELECT number, id, issuer, name, "count", added_at FROM recovery_codes'
            " WHERE is_practice = ? AND is_leaving = ? ORDER BY number",
            (is_practice, is_leaving),
        )
        return [
            KeptCodes(
                id=id_,
                issuer=issuer,
                name=name,
                count=count,
                added_at=datetime.fromisoformat(added_at),
                used=_used(connection, number),
                is_practice=is_practice,
            )
            for number, id_, issuer, name, count, added_at in rows.fetchall()
        ]


def _used(connection: sqlite3.Connection, number: int) -> Mapping[int, datetime]:
    rows = connection.execute(
        "SELECT place, at FROM used_code WHERE codes = ? ORDER BY place", (number,)
    )
    return {place: datetime.fromisoformat(at) for place, at in rows}
