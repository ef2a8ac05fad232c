"""The imported statements of a case."""

import json
import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.adapters.store.repeats import find_cards, place_statements
from torimodosu.adapters.store.statement_rows import insert_statement
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.log import ImportedStatement, StatementFile
from torimodosu.recovery.statements.statement import (
    Doubt,
    Skipped,
    StatementRead,
    Why,
)

_COLUMNS = (
    "id, number, sha256, name, imported_at, issuer, layout, account, is_open,"
    ' first_day, last_day, bill_date, "rows", skipped, printed_total, "sum",'
    " totals_agree, bill_month, doubts,"
    ' (SELECT count(*) FROM "repeat" WHERE statement = statement.id)'
)


def import_statements(
    database: Database,
    case: Case,
    files: Sequence[tuple[StatementFile, StatementRead]],
    *,
    at: datetime,
) -> Sequence[ImportedStatement | None]:
    """Keep what was read of *files*, all of it or nothing; None for known ones."""
    with database.write() as connection:
        require(connection, case.number)
        keys = [_insert(connection, case, *one, at=at) for one in files]
        place_statements(connection, case.number, [key for key in keys if key])
        kept = statements_of(connection, case.number)
        new = iter(kept[len(kept) - sum(map(bool, keys)) :])
        return [next(new) if key else None for key in keys]


def number_of(connection: sqlite3.Connection, number: int, sha256: str) -> int:
    """Return the number of a file in the case *number*, 0 where it is not kept."""
    row = connection.execute(
        "SELECT number FROM statement WHERE case_id = ? AND sha256 = ?",
        (number, sha256),
    ).fetchone()
    return 0 if row is None else int(row[0])


def _insert(
    connection: sqlite3.Connection,
    case: Case,
    file: StatementFile,
    read: StatementRead,
    *,
    at: datetime,
) -> int:
    """Keep one statement, and return its key; 0 where it is kept already."""
    if number_of(connection, case.number, file.sha256):
        return 0
    words = (
        f"sha256={file.sha256} issuer={read.issuer} layout={read.layout}"
        f" rows={read.rows} skipped={len(read.skipped)}"
    )
    entry = Entry(at=at, kind=Kind.STATEMENT_IMPORTED, text=words)
    note(connection, case.number, entry)
    return insert_statement(connection, case.number, read, file, at)


def assign(
    database: Database, case: Case, statement: int, card: int, *, at: datetime
) -> None:
    """Keep that an imported statement is of *card*, as the user says."""
    entry = Entry(at=at, kind=Kind.STATEMENT_ASSIGNED, text=f"{statement} card={card}")
    with database.write() as connection:
        note(connection, case.number, entry)
        connection.execute(
            "INSERT INTO card_word (case_id, about, key, word, at)"
            " VALUES (?, 'statement', ?, ?, ?)",
            (case.number, str(statement), str(card), at.isoformat()),
        )
        find_cards(connection, case.number)


def statements_of(
    connection: sqlite3.Connection, number: int
) -> Sequence[ImportedStatement]:
    """Return every imported statement of the case *number*, oldest first."""
    cards: dict[int, dict[str, int]] = {}
    for statement, last_four, card in connection.execute(
        "SELECT f.statement, f.last_four, f.card FROM card_of_statement AS f"
        " JOIN statement AS s ON s.id = f.statement WHERE s.case_id = ?",
        (number,),
    ):
        cards.setdefault(statement, {})[last_four] = card
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM statement WHERE case_id = ?"  # noqa: S608
        " ORDER BY number",
        (number,),
    )
    return [_statement(row, cards[row[0]]) for row in rows]


def _skipped(kept: Sequence[Any]) -> Skipped:
    """Return a row that was not understood; older stores lack its text."""
    row, why, *text = kept
    return Skipped(row=row, why=Why(why), text=text[0] if text else "")


def _statement(row: tuple[Any, ...], cards: dict[str, int]) -> ImportedStatement:
    _, number, sha256, name, at, issuer, layout, account, is_open, *rest = row
    first, last, bill_date, rows, missed, printed, total, agree, *last_ones = rest
    (month, doubts, repeats), skipped = last_ones, json.loads(missed)
    return ImportedStatement(
        number=number,
        card=cards[""],
        sha256=sha256,
        name=name,
        at=datetime.fromisoformat(at),
        issuer=issuer,
        layout=layout,
        account=Account(account),
        is_open=bool(is_open),
        first=first and date.fromisoformat(first),
        last=last and date.fromisoformat(last),
        bill_date=bill_date and date.fromisoformat(bill_date),
        rows=rows,
        skipped=tuple(map(_skipped, skipped)),
        printed_total=printed and Decimal(printed),
        sum=Decimal(total),
        totals_agree=None if agree is None else bool(agree),
        doubts={Doubt(d): tuple(rows) for d, rows in json.loads(doubts).items()},
        cards=tuple(sorted(set(cards.values()) - {0})),
        new_charges=rows - len(skipped) - repeats,
        bill_month=month and date.fromisoformat(f"{month}-01"),
    )
