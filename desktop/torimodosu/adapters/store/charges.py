"""The charges of the statement log, each with all rows that show it."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

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
    charges: dict[_Place, list[_Row]] = {}
    for row in _rows(connection, number, first, last):
        charges.setdefault(row.first, []).append(row)
    files = _files(connection, number)
    logged = [_logged(rows, files[place[0]]) for place, rows in charges.items()]
    if card is not None:
        logged = [charge for charge in logged if charge.card == card]
    return sorted(logged, key=_by_day)


class _Row:
    """One row of one statement."""

    __slots__ = ("card", "charge", "first", "place", "sighting")

    def __init__(self, row: tuple[Any, ...]) -> None:
        statement, position, place, is_open, self.card, first, at, *said = row
        self.place: _Place = (statement, position)
        self.first: _Place = self.place if first is None else (first, at)
        self.charge = _charge(place, said)
        self.sighting = Sighting(
            statement=said[-1],
            row=place,
            amount=self.charge.amount,
            is_open=bool(is_open),
        )


def _rows(
    connection: sqlite3.Connection, number: int, first: date | None, last: date | None
) -> Sequence[_Row]:
    rows = connection.execute(
        'SELECT r.statement, r.position, r."row", s.is_open, f.card,'
        " t.first_statement, t.first_position, coalesce(r.last_four, s.last_four),"
        " coalesce(r.holder, s.holder), r.day, p.printed, p.normal, r.amount, r.billed,"
        " coalesce(r.currency, s.currency), r.foreign_amount, r.foreign_currency,"
        " r.foreign_rate, r.kind, coalesce(r.bill_date, s.bill_date), s.number"
        " FROM statement AS s JOIN charge_row AS r ON r.statement = s.id"
        " JOIN shop AS p ON p.statement = r.statement AND p.number = r.shop"
        " JOIN card_of_statement AS f ON f.statement = r.statement"
        "  AND f.last_four = coalesce(r.last_four, s.last_four)"
        ' LEFT JOIN "repeat" AS t'
        "  ON t.statement = r.statement AND t.position = r.position"
        " WHERE s.case_id = ? AND (r.day IS NULL"
        "  OR r.day BETWEEN coalesce(?, r.day) AND coalesce(?, r.day))"
        " ORDER BY s.number, r.position",
        (number, first and first.isoformat(), last and last.isoformat()),
    )
    return [_Row(row) for row in rows]


def _charge(place: int, said: Sequence[Any]) -> Charge:
    last_four, holder, day, printed, normal, amount, billed, currency, *rest = said
    abroad, abroad_in, rate, kind, bill_date, _ = rest
    return Charge(
        row=place,
        card=last_four,
        holder=holder,
        date=_day(day),
        merchant=printed,
        merchant_normal=normal,
        amount=_amount(amount),
        billed=_amount(billed),
        currency=currency,
        foreign=_foreign(abroad, abroad_in, rate),
        kind=ChargeKind(kind),
        bill_date=_day(bill_date),
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


def _files(connection: sqlite3.Connection, number: int) -> Mapping[int, str]:
    return dict(
        connection.execute(
            "SELECT id, sha256 FROM statement WHERE case_id = ?", (number,)
        )
    )


@lru_cache(maxsize=4096)
def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=65536)
def _amount(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
