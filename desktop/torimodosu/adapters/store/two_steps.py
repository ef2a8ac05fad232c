"""How far the two-step check of a case is."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.twostep.proof import (
    Backup,
    BackupForm,
    CodeTry,
    TwoStepState,
)


def choose_account(
    database: Database, case: Case, account: str, *, at: datetime
) -> None:
    """Keep which account makes the codes for the shop."""
    entry = Entry(at=at, kind=Kind.AUTHENTICATOR_CHOSEN, text=account or "none")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO two_step (case_id, account) VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET account = excluded.account",
            (case.number, account),
        )


def keep_try(database: Database, case: Case, code_try: CodeTry) -> None:
    """Keep what the shop said to a code; which code it was is not noted."""
    verdict = "accepted" if code_try.is_accepted else "refused"
    words = f"account={code_try.account} step={code_try.step} {verdict}"
    entry = Entry(at=code_try.at, kind=Kind.CODE_TRIED, text=words)
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO code_try (case_id, at, account, step, is_accepted)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                *(case.number, code_try.at.isoformat(), code_try.account),
                *(str(code_try.step), code_try.is_accepted),
            ),
        )


def forget_tries(database: Database, case: Case, *, at: datetime) -> None:
    """Forget every try; the journal still tells of them."""
    with database.write() as connection:
        note(connection, case.number, Entry(at=at, kind=Kind.TRIES_FORGOTTEN))
        connection.execute("DELETE FROM code_try WHERE case_id = ?", (case.number,))


def keep_backup(database: Database, case: Case, backup: Backup) -> Backup:
    """Keep that a backup was made, and return it with its number."""
    with database.write() as connection:
        (last,) = connection.execute(
            "SELECT coalesce(max(number), 0) FROM backup WHERE case_id = ?",
            (case.number,),
        ).fetchone()
        kept = replace(backup, number=last + 1)
        words = (
            f"number={kept.number} form={kept.form.value} accounts={len(kept.accounts)}"
        )
        entry = Entry(at=kept.made_at, kind=Kind.BACKUP_MADE, text=words)
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO backup (case_id, number, form, made_at, accounts, restored_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                *(case.number, kept.number, kept.form.value, kept.made_at.isoformat()),
                *(json.dumps(kept.accounts), _iso(kept.restored_at)),
            ),
        )
    return kept


def keep_restored(
    database: Database, case: Case, backup: Backup, *, at: datetime
) -> None:
    """Keep that a backup was read back and held what it should."""
    entry = Entry(at=at, kind=Kind.BACKUP_RESTORED, text=f"number={backup.number}")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "UPDATE backup SET restored_at = ? WHERE case_id = ? AND number = ?",
            (at.isoformat(), case.number, backup.number),
        )


def two_step_of(connection: sqlite3.Connection, number: int) -> TwoStepState:
    """Return how far the two-step check of the case *number* is."""
    row = connection.execute(
        "SELECT account FROM two_step WHERE case_id = ?", (number,)
    ).fetchone()
    return TwoStepState(
        account="" if row is None else row[0],
        tries=tuple(_tries(connection, number)),
        backups=tuple(_backups(connection, number)),
    )


def _tries(connection: sqlite3.Connection, number: int) -> Sequence[CodeTry]:
    rows = connection.execute(
        "SELECT at, account, step, is_accepted FROM code_try WHERE case_id = ?"
        " ORDER BY id",
        (number,),
    )
    return [
        CodeTry(
            at=datetime.fromisoformat(at),
            account=account,
            step=int(step),
            is_accepted=bool(is_accepted),
        )
        for at, account, step, is_accepted in rows
    ]


def _backups(connection: sqlite3.Connection, number: int) -> Sequence[Backup]:
    rows = connection.execute(
        "SELECT number, form, made_at, accounts, restored_at FROM backup"
        " WHERE case_id = ? ORDER BY number",
        (number,),
    )
    return [
        Backup(
            number=place,
            form=BackupForm(form),
            made_at=datetime.fromisoformat(made_at),
            accounts=tuple(json.loads(accounts)),
            restored_at=None if restored is None else datetime.fromisoformat(restored),
        )
        for place, form, made_at, accounts, restored in rows
    ]


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
