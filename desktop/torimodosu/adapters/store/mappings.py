"""How to read statements that no layout fits, as the user has said."""

import json

from torimodosu.adapters.store.connection import Database


def mapping_of(database: Database, key: str) -> object | None:
    """Return what was kept under *key*, as plain data, or None."""
    with database.read() as connection:
        row = connection.execute(
            "SELECT document FROM statement_mapping WHERE key = ?", (key,)
        ).fetchone()
    return None if row is None else json.loads(row[0])


def keep_mapping(database: Database, key: str, mapping: object) -> None:
    """Keep *mapping*, which is plain data, under *key*."""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO statement_mapping (key, document) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET document = excluded.document",
            (key, json.dumps(mapping)),
        )
