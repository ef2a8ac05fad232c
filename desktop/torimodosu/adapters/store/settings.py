"""What the user set for the program."""

import json
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
        connection.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET value = excluded.value",
            (name, json.dumps(value)),
        )
