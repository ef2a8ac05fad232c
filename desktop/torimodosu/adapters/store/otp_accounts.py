"""The accounts of the authenticator; their secrets lie in the keychain."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.twostep.account import OtpType
from torimodosu.recovery.twostep.kept import KeptAccount


def accounts_in(database: Database, *, is_practice: bool) -> Sequence[KeptAccount]:
    """Return the accounts, oldest first."""
    return _accounts(database, is_practice=is_practice, is_leaving=False)


def leaving_in(database: Database) -> Sequence[KeptAccount]:
    """Return the accounts that are listed no more."""
    return _accounts(database, is_practice=True, is_leaving=True)


def add_account(database: Database, account: KeptAccount) -> None:
    """Keep that there is *account*, instead of one with the same id."""
    with database.write() as connection:
        connection.execute(
            "INSERT INTO otp_account (id, issuer, name, type, added_at, is_practice)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " issuer = excluded.issuer, name = excluded.name, type = excluded.type,"
            " added_at = excluded.added_at, is_practice = excluded.is_practice,"
            " is_leaving = 0",
            (
                *(account.id, storable(account.issuer), storable(account.name)),
                *(account.type.value, account.added_at.isoformat()),
                account.is_practice,
            ),
        )


def remove_account(database: Database, account: KeptAccount) -> None:
    """Keep that *account* is gone."""
    with database.write() as connection:
        connection.execute("DELETE FROM otp_account WHERE id = ?", (account.id,))


def let_practice_leave(connection: sqlite3.Connection) -> None:
    """List the accounts of practice no more."""
    connection.execute("UPDATE otp_account SET is_leaving = 1 WHERE is_practice")


def _accounts(
    database: Database, *, is_practice: bool, is_leaving: bool
) -> Sequence[KeptAccount]:
    with database.read() as connection:
        rows = connection.execute(
            "SELECT id, issuer, name, type, added_at, is_practice FROM otp_account"
            " WHERE is_practice = ? AND is_leaving = ? ORDER BY number",
            (is_practice, is_leaving),
        )
        return [
            KeptAccount(
                id=id_,
                issuer=issuer,
                name=name,
                type=OtpType(type_),
                added_at=datetime.fromisoformat(added_at),
                is_practice=bool(is_practice),
            )
            for id_, issuer, name, type_, added_at, is_practice in rows
        ]
