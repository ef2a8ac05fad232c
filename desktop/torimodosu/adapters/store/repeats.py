"""Which card each statement is of, and which rows show the same charge."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile
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
        _keep_repeats(connection, ledger.add(_rows(connection, one, _ALL_DAYS)))


def place_statements(
    connection: sqlite3.Connection, case: int, added: Collection[int]
) -> None:
    """Find the cards of the newest statements, and which of their rows are known.

    *added* are their keys. Many at once take little longer than one: whatever their
    days meet is read once.
    """
    statements, cards = _statements(connection, case), cards_of(connection, case)
    new = [one for one in statements if one.id in added]
    for one in new:
        _keep_digits(connection, one.id, _digits(one, cards))
    near = {one.id: _near(one, statements) for one in new}
    read = {one.id for some in near.values() for one in some}
    days = _days_of(new)
    ledger = Ledger()
    for one in statements:
        if one.id in read or near.get(one.id):
            rows = [*_rows(connection, one, days)]
            repeats = ledger.add(rows)
            if near.get(one.id):
                if any(row.day is None for row in rows):
                    repeats = _repeats_by_itself(connection, near[one.id], one)
                _keep_repeats(connection, repeats)


def _near(newest: _Statement, statements: Iterable[_Statement]) -> list[_Statement]:
    """Return what of *statements* came before the *newest* and may show its charges."""
    earlier = takewhile(lambda one: one.id != newest.id, statements)
    return [one for one in earlier if _may_repeat(one, newest)]


def _days_of(statements: Sequence[_Statement]) -> Days:
    """Return the first and the last day of all *statements*."""
    firsts = [one.first_day for one in statements if one.first_day is not None]
    lasts = [one.last_day for one in statements if one.last_day is not None]
    return min(firsts, default=None), max(lasts, default=None)


def _repeats_by_itself(
    connection: sqlite3.Connection, near: Iterable[_Statement], newest: _Statement
) -> dict[Place, Place]:
    """Return what of *newest* only statements show whose days meet its own.

    Rows without a day could be those of any month.
    """
    ledger, days = Ledger(), (newest.first_day, newest.last_day)
    for one in near:
        ledger.add(_rows(connection, one, days))
    return ledger.add(_rows(connection, newest, _ALL_DAYS))


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
    connection: sqlite3.Connection, statement: _Statement, days: Days
) -> Iterator[Row]:
    """Yield the rows of *statement*, those without a day and those within *days*."""
    digits = _kept_digits(connection, statement.id)
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
