"""Which card each statement is of, and which rows show the same charge."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from torimodosu.adapters.store.cards import cards_of
from torimodosu.adapters.store.row_blocks import Days, KeptRow, rows_of
from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.statements.card_of import card_of_digits, card_of_statement
from torimodosu.recovery.statements.ledger import Ledger, Place, Row

_ALL_DAYS: Days = (None, None)

Digits = Mapping[str, int]
"""The card of the rows with these last digits; "" stands for the statement itself."""


class _Statement(NamedTuple):
    """What of a statement tells whose it is and which days it is about."""

    id: int
    number: int
    issuer: str
    layout: str
    account: str
    said: int
    last_fours: str
    first_day: str | None
    last_day: str | None
    bill_date: str | None
    is_open: int


def find_cards(connection: sqlite3.Connection, case: int) -> None:
    """Find the card of every statement of *case* anew, and the charges by it."""
    statements, cards = _statements(connection, case), cards_of(connection, case)
    before = {one.id: _kept_digits(connection, one.id) for one in statements}
    after = {one.id: _digits(one, cards) for one in statements}
    if before == after:
        return
    for one in statements:
        _keep_digits(connection, one.id, after[one.id])
        connection.execute('DELETE FROM "repeat" WHERE statement = ?', (one.id,))
    ledger = Ledger()
    for one in statements:
        others = (other for other in statements if other is not one)
        if not any(_may_repeat(one, other) for other in others):
            continue
        rows = _rows(connection, one, after[one.id], _ALL_DAYS)
        _keep_repeats(connection, ledger.add(rows))


def place_statement(connection: sqlite3.Connection, case: int, statement: int) -> None:
    """Find the card of the newest *statement*, and which of its rows are known."""
    *earlier, newest = _statements(connection, case)
    digits = _digits(newest, cards_of(connection, case))
    _keep_digits(connection, statement, digits)
    days = (newest.first_day, newest.last_day)
    near = [one for one in earlier if _may_repeat(one, newest)]
    if not near:
        return
    ledger = Ledger()
    for one in near:
        kept = _kept_digits(connection, one.id)
        ledger.add(_rows(connection, one, kept, days))
    _keep_repeats(connection, ledger.add(_rows(connection, newest, digits, _ALL_DAYS)))


def _may_repeat(one: _Statement, newest: _Statement) -> bool:
    """Tell whether the days of both meet; without a day nothing speaks against it."""
    if None in (one.first_day, one.last_day, newest.first_day, newest.last_day):
        return True
    starts = str(newest.first_day) <= str(one.last_day)
    return starts and str(one.first_day) <= str(newest.last_day)


def _statements(connection: sqlite3.Connection, case: int) -> list[_Statement]:
    rows = connection.execute(
        "SELECT id, number, issuer, layout, account, coalesce("
        " (SELECT CAST(word AS INTEGER) FROM card_word WHERE case_id = s.case_id"
        "  AND about = 'statement' AND key = CAST(s.number AS TEXT)"
        "  ORDER BY id DESC LIMIT 1), given_card), last_fours, first_day, last_day,"
        " bill_date, is_open FROM statement AS s WHERE case_id = ? ORDER BY number",
        (case,),
    )
    return [_Statement(*row) for row in rows]


def _digits(statement: _Statement, cards: Sequence[PaymentCard]) -> Digits:
    told: list[str] = json.loads(statement.last_fours)
    issuer = statement.issuer
    whole = card_of_statement(
        told,
        cards,
        issuer=issuer,
        account=Account(statement.account),
        said=statement.said,
    )
    found = {each: card_of_digits(each, cards, issuer=issuer) for each in told}
    return {"": whole, **{each: card or whole for each, card in found.items()}}


def _kept_digits(connection: sqlite3.Connection, statement: int) -> Digits:
    rows = connection.execute(
        "SELECT last_four, card FROM card_of_statement WHERE statement = ?",
        (statement,),
    )
    return dict(rows)


def _keep_digits(
    connection: sqlite3.Connection, statement: int, digits: Digits
) -> None:
    connection.execute(
        "DELETE FROM card_of_statement WHERE statement = ?", (statement,)
    )
    connection.executemany(
        "INSERT INTO card_of_statement (statement, last_four, card) VALUES (?, ?, ?)",
        [(statement, last_four, card) for last_four, card in digits.items()],
    )


def _keep_repeats(
    connection: sqlite3.Connection, repeats: Mapping[Place, Place]
) -> None:
    connection.executemany(
        'INSERT INTO "repeat" (statement, position, first_statement, first_position)'
        " VALUES (?, ?, ?, ?)",
        [(*place, *first) for place, first in repeats.items()],
    )


def _rows(
    connection: sqlite3.Connection, statement: _Statement, digits: Digits, days: Days
) -> Iterator[Row]:
    """Yield the rows of *statement*, those without a day and those within *days*."""
    kept = rows_of(connection, statement.id, days)
    return (_row(statement, digits, row) for row in kept)


def _row(statement: _Statement, digits: Digits, row: KeptRow) -> Row:
    card, abroad = digits[row.last_four], row.foreign_amount
    unknown = (statement.issuer or statement.layout, statement.account, row.last_four)
    month = statement.bill_date or str(statement.first_day)[:7]
    return Row(
        place=Place(statement.id, row.place),
        pool=card or unknown,
        day=date.fromisoformat(row.day) if row.day else None,
        amount=Decimal(row.amount) if row.amount else None,
        currency=row.currency,
        shop=row.normal,
        abroad=(
            (Decimal(abroad), row.foreign_currency)
            if abroad and row.foreign_currency
            else None
        ),
        is_open=bool(statement.is_open),
        period=month,
    )
