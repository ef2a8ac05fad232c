"""The imported statements of a case."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from torimodosu.adapters.store.connection import Database
from torimodosu.adapters.store.journal import note, require
from torimodosu.adapters.store.repeats import find_cards, place_statement
from torimodosu.adapters.store.text import storable
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.log import ImportedStatement, StatementFile
from torimodosu.recovery.statements.statement import (
    Charge,
    Doubt,
    Skipped,
    StatementRead,
    Why,
)

_T = TypeVar("_T")

_COLUMNS = (
    "id, number, sha256, name, imported_at, issuer, layout, account, is_open,"
    ' first_day, last_day, bill_date, "rows", skipped, printed_total, "sum",'
    " totals_agree, doubts,"
    ' (SELECT count(*) FROM "repeat" WHERE statement = statement.id)'
)


def import_statement(
    database: Database,
    case: Case,
    read: StatementRead,
    file: StatementFile,
    *,
    at: datetime,
) -> ImportedStatement | None:
    """Keep what was read of *file*, all of it or nothing."""
    with database.write() as connection:
        require(connection, case.number)
        known = connection.execute(
            "SELECT 1 FROM statement WHERE case_id = ? AND sha256 = ?",
            (case.number, file.sha256),
        ).fetchone()
        if known is not None:
            return None
        statement = _insert(connection, case.number, read, file, at)
        place_statement(connection, case.number, statement)
        words = (
            f"sha256={file.sha256} issuer={read.issuer} layout={read.layout}"
            f" rows={read.rows} skipped={len(read.skipped)}"
        )
        entry = Entry(at=at, kind=Kind.STATEMENT_IMPORTED, text=words)
        note(connection, case.number, entry)
        return statements_of(connection, case.number)[-1]


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


def _statement(row: tuple[Any, ...], cards: dict[str, int]) -> ImportedStatement:
    _, number, sha256, name, at, issuer, layout, account, is_open, *rest = row
    first, last, bill_date, rows, missed, printed, total, agree, *last_ones = rest
    (doubts, repeats), skipped = last_ones, json.loads(missed)
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
        skipped=tuple(Skipped(row=place, why=Why(why)) for place, why in skipped),
        printed_total=printed and Decimal(printed),
        sum=Decimal(total),
        totals_agree=None if agree is None else bool(agree),
        doubts={Doubt(d): tuple(rows) for d, rows in json.loads(doubts).items()},
        cards=tuple(sorted(set(cards.values()) - {0})),
        new_charges=rows - len(skipped) - repeats,
    )


def _insert(
    connection: sqlite3.Connection,
    case: int,
    read: StatementRead,
    file: StatementFile,
    at: datetime,
) -> int:
    charges = read.charges
    days = [charge.date for charge in charges if charge.date is not None]
    bill_dates = Counter(charge.bill_date for charge in charges)
    currencies = Counter(charge.currency for charge in charges)
    bill_date = _most(bill_dates, None)
    currency = _most(currencies, "")
    agree = read.totals_agree
    statement = connection.execute(
        "INSERT INTO statement (case_id, number, sha256, name, imported_at, given_card,"
        " issuer, layout, encoding, account, is_open, first_day, last_day, bill_date,"
        ' currency, "rows", printed_total, "sum", totals_agree, skipped, doubts,'
        " last_fours)"
        " VALUES (?, (SELECT count(*) + 1 FROM statement WHERE case_id = ?), ?, ?, ?,"
        " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(case, case, file.sha256, storable(file.name), at.isoformat(), file.card),
            *(read.issuer, read.layout, read.encoding, read.account.value),
            *(read.is_open, _iso(min(days, default=None))),
            *(_iso(max(days, default=None)), _iso(bill_date), currency, read.rows),
            *(_text(read.printed_total), _text(read.sum), agree),
            json.dumps([[one.row, one.why.value] for one in read.skipped]),
            json.dumps({doubt.value: rows for doubt, rows in read.doubts.items()}),
            json.dumps(list(dict.fromkeys(c.card for c in charges if c.card))),
        ),
    ).lastrowid
    if statement is None:
        message = "SQLite gave the new statement no number"
        raise RuntimeError(message)
    shops: dict[tuple[str, str], int] = {}
    connection.executemany(
        'INSERT INTO charge_row (statement, position, "row", day, shop, amount, kind,'
        " billed, last_four, holder, currency, bill_date, foreign_amount,"
        " foreign_currency, foreign_rate)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _rows(statement, charges, shops, currency, bill_date),
    )
    connection.executemany(
        "INSERT INTO shop (statement, number, printed, normal) VALUES (?, ?, ?, ?)",
        [(statement, n, storable(p), storable(q)) for (p, q), n in shops.items()],
    )
    return statement


def _rows(
    statement: int,
    charges: Iterable[Charge],
    shops: dict[tuple[str, str], int],
    currency: str,
    bill_date: date | None,
) -> Iterator[tuple[object, ...]]:
    for position, charge in enumerate(charges):
        shop = (charge.merchant, charge.merchant_normal)
        foreign = charge.foreign
        yield (
            *(statement, position, charge.row, _iso(charge.date)),
            *(shops.setdefault(shop, len(shops)), _text(charge.amount)),
            *(charge.kind.value, _text(charge.billed)),
            *(charge.card or None, storable(charge.holder) or None),
            None if charge.currency == currency else charge.currency,
            None if charge.bill_date == bill_date else _iso(charge.bill_date) or "",
            foreign and _text(foreign.amount),
            foreign and storable(foreign.currency),
            foreign and _text(foreign.rate),
        )


def _most(counted: Counter[_T], otherwise: _T) -> _T:
    (found, *_) = (*(value for value, _ in counted.most_common(1)), otherwise)
    return found


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"
