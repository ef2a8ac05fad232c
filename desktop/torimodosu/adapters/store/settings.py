"""What the user set for the program."""

import json
import sqlite3
from collections.abc import Mapping

from torimodosu.adapters.store.connection import Database

Setting = str | int | bool | None


def settings_of(database: Database) -> Mapping[str, Setting]:
    """Return every setting by its name."""
    with database.read() as connection:
        rows = connection.execute("SELECT name, value FROM setting")
        return {name: json.loads(value) for name, value in rows}


def keep_setting(database: Database, name: str, value: Setting) -> None:
    """Keep *value* under *name*."""
    with database.write() as connection:
        _keep(connection, name, value)


def swap_setting(
    database: Database, name: str, before: Setting, value: Setting
) -> bool:
    """Keep *value* under *name* if *before* still stands there, and tell whether.

    None is a setting that was never kept, too. Of two programs that do so at once, one
    finds what the other has kept.
    """
    with database.write() as connection:
        found = connection.execute("SELECT value FROM setting WHERE name = ?", (name,))
        row = found.fetchone()
        is_same = (None if row is None else json.loads(row[0])) == before
        if is_same:
            _keep(connection, name, value)
    return is_same


def _keep(connection: sqlite3.Connection, name: str, value: Setting) -> None:
    connection.execute(
        "INSERT INTO setting (name, value) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET value = excluded.value",
        (name, json.dumps(value)),
    )
