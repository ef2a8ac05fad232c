"""The charges of the statement log, each with all rows that show it."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from torimodosu.adapters.store.row_blocks import Days, KeptRow, rows_of
from torimodosu.recovery.statements.log import LoggedCharge, Sighting
from torimodosu.recovery.statements.statement import Charge, ChargeKind, Foreign

_DIGITS_OF_KEY = 16
_Place = tuple[int, int]


def charges_of(
    connection: sqlite3.Connection,
    number: int,
    *,
    card: int | None = None,
    first: date | None = None,
    last: date | None = None,
) -> Sequence[LoggedCharge]:
    """Return the charges of the case *number* by day, those without a day last."""
    days = (_iso(first), _iso(last))
    charges: dict[_Place, list[_Row]] = {}
    files = {}
    for sheet in _sheets(connection, number):
        files[sheet.id] = sheet.sha256
        for row in _rows(connection, sheet, days):
            charges.setdefault(row.first, []).append(row)
    logged = [_logged(rows, files[place[0]]) for place, rows in charges.items()]
    if card is not None:
        logged = [charge for charge in logged if charge.card == card]
    return sorted(logged, key=_by_day)


class _Sheet(NamedTuple):
    """What of a statement concerns each of its rows."""

    id: int
    number: int
    sha256: str
    is_open: int


class _Row(NamedTuple):
    """One row of one statement."""

    place: _Place
    first: _Place
    card: int
    charge: Charge
    sighting: Sighting


def _sheets(connection: sqlite3.Connection, number: int) -> Sequence[_Sheet]:
    rows = connection.execute(
        "SELECT id, number, sha256, is_open FROM statement WHERE case_id = ?"
        " ORDER BY number",
        (number,),
    )
    return [_Sheet(*row) for row in rows]


def _rows(connection: sqlite3.Connection, sheet: _Sheet, days: Days) -> Iterator[_Row]:
    """Yield the rows of *sheet*, each with the row that showed its charge first."""
    cards = _cards_of(connection, sheet.id)
    earlier = _repeats_of(connection, sheet.id)
    for row in rows_of(connection, sheet.id, days):
        place = (sheet.id, row.place)
        charge = _charge(row)
        sighting = Sighting(
            statement=sheet.number,
            row=row.row,
            amount=charge.amount,
            is_open=bool(sheet.is_open),
        )
        first = earlier.get(row.place, place)
        yield _Row(place, first, cards[row.last_four], charge, sighting)


def _cards_of(connection: sqlite3.Connection, statement: int) -> Mapping[str, int]:
    return dict(
        connection.execute(
            "SELECT last_four, card FROM card_of_statement WHERE statement = ?",
            (statement,),
        )
    )


def _repeats_of(connection: sqlite3.Connection, statement: int) -> Mapping[int, _Place]:
    rows = connection.execute(
        'SELECT position, first_statement, first_position FROM "repeat"'
        " WHERE statement = ?",
        (statement,),
    )
    return {position: (first, at) for position, first, at in rows}


def _charge(row: KeptRow) -> Charge:
    return Charge(
        row=row.row,
        card=row.last_four,
        holder=row.holder,
        date=_day(row.day),
        merchant=row.printed,
        merchant_normal=row.normal,
        amount=_amount(row.amount),
        billed=_amount(row.billed),
        currency=row.currency,
        foreign=_foreign(row.foreign_amount, row.foreign_currency, row.foreign_rate),
        kind=ChargeKind(row.kind),
        bill_date=_day(row.bill_date),
        bill_month=_day(row.bill_month and f"{row.bill_month}-01"),
    )


def _foreign(
    amount: str | None, currency: str | None, rate: str | None
) -> Foreign | None:
    if currency is None:
        return None
    return Foreign(amount=_amount(amount), currency=currency, rate=_amount(rate))


def _logged(rows: Sequence[_Row], sha256: str) -> LoggedCharge:
    """Return the charge of *rows*, the first of which is in the file *sha256*."""
    (_, position), newest = rows[0].place, max(rows, key=_by_worth)
    return LoggedCharge(
        key=f"{sha256[:_DIGITS_OF_KEY]}-{position}",
        card=newest.card,
        charge=newest.charge,
        sightings=tuple(row.sighting for row in rows),
    )


def _by_worth(row: _Row) -> tuple[bool, int]:
    """Order rows by what they are worth: closed before open, then the newest."""
    return not row.sighting.is_open, row.sighting.statement


def _by_day(logged: LoggedCharge) -> tuple[bool, date]:
    day = logged.charge.date
    return day is None, day or date.max


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=65536)
def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
