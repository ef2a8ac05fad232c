"""The log of statements that are in no case: whatever cards they name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from torimodosu.recovery.case.case import PaymentCard
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.charge_table import ChargeTable
from torimodosu.recovery.statements.ledger import Ledger, Place, Row
from torimodosu.recovery.statements.log import (
    ImportedStatement,
    LoggedCharge,
    Sighting,
)
from torimodosu.recovery.statements.statement import Charge, StatementRead


class FileRead(NamedTuple):
    """What was read of the file with this path."""

    path: str
    read: StatementRead


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseLog:
    """What statements and notices say, each charge once.

    Attributes:
        cards: Every card that they name, by its issuer and last four digits.
        statements: One for each file and card in it.
        charges: The charges of all files.
        rows: Path and row of each sighting of a charge, by its key.

    """

    cards: tuple[PaymentCard, ...]
    statements: tuple[ImportedStatement, ...]
    charges: tuple[LoggedCharge, ...]
    rows: Mapping[str, tuple[tuple[str, int], ...]]


def loose_log(
    files: Sequence[FileRead], notices: Iterable[CardNotice], *, at: datetime
) -> LooseLog:
    """Return the log of *files*, and the cards that they or *notices* name.

    A file or notice that names no digits is of the one card of its issuer that another
    one names; without one, or with several, it is of a card of its own.
    """
    named = {_named(one.read, charge) for one in files for charge in one.read.charges}
    named |= {(one.read.issuer, "") for one in files if not one.read.charges}
    named |= {(notice.issuer, notice.card) for notice in notices}
    numbers = _numbers(named)
    charges, rows = _charges(files, numbers)
    return LooseLog(
        cards=tuple(
            PaymentCard(issuer=issuer, nickname="", last_four=digits, number=number)
            for number, (issuer, digits) in _cards(numbers).items()
        ),
        statements=tuple(_statements(files, numbers, at)),
        charges=charges,
        rows=rows,
    )


_Name = tuple[str, str]


def _named(read: StatementRead, charge: Charge) -> _Name:
    return read.issuer, charge.card


def _numbers(named: Iterable[_Name]) -> Mapping[_Name, int]:
    """Return the number of the card that each pair of issuer and digits stands for."""
    numbers: dict[_Name, int] = {}
    for issuer, digits in sorted(set(named), key=_digits_first):
        if not digits and sum(1 for one, _ in numbers if one == issuer) == 1:
            numbers[issuer, ""] = next(
                n for (i, _), n in numbers.items() if i == issuer
            )
        else:
            numbers[issuer, digits] = len(set(numbers.values())) + 1
    return numbers


def _digits_first(name: _Name) -> tuple[str, bool, str]:
    issuer, digits = name
    return issuer, not digits, digits


def _cards(numbers: Mapping[_Name, int]) -> Mapping[int, _Name]:
    cards: dict[int, _Name] = {}
    for name, number in numbers.items():
        cards.setdefault(number, name)
    return cards


def _charges(
    files: Sequence[FileRead], numbers: Mapping[_Name, int]
) -> tuple[tuple[LoggedCharge, ...], Mapping[str, tuple[tuple[str, int], ...]]]:
    ledger = Ledger()
    sightings: dict[Place, list[Place]] = {}
    for number, one in enumerate(files):
        repeats = ledger.add(_rows(number, one.read, numbers))
        for position in range(len(one.read.charges)):
            place = Place(number, position)
            sightings.setdefault(repeats.get(place, place), []).append(place)
    charges, rows = [], {}
    for place, seen in sightings.items():
        newest = _newest(seen, files)
        charge = _charge_at(newest, files)
        key = f"{files[place.statement].path}:{_charge_at(place, files).row}"
        charges.append(
            LoggedCharge(
                key=key,
                card=numbers[_named(files[newest.statement].read, charge)],
                charge=charge,
                sightings=tuple(_sighting(one, files) for one in seen),
            )
        )
        rows[key] = tuple(
            (files[one.statement].path, _charge_at(one, files).row) for one in seen
        )
    return tuple(charges), rows


def _rows(
    number: int, read: StatementRead, numbers: Mapping[_Name, int]
) -> Iterator[Row]:
    for position, charge in enumerate(read.charges):
        abroad = charge.foreign
        yield Row(
            place=Place(number, position),
            pool=numbers[_named(read, charge)],
            day=charge.date,
            amount=charge.amount,
            currency=charge.currency,
            shop=charge.merchant_normal,
            abroad=(abroad.amount, abroad.currency)
            if abroad is not None and abroad.amount is not None and abroad.currency
            else None,
            is_open=read.is_open,
            period=charge.bill_date,
        )


def _charge_at(place: Place, files: Sequence[FileRead]) -> Charge:
    return files[place.statement].read.charges[place.position]


def _newest(seen: Sequence[Place], files: Sequence[FileRead]) -> Place:
    """Return the last sighting; that of a closed month goes before an open one."""
    closed = [one for one in seen if not files[one.statement].read.is_open]
    return (closed or seen)[-1]


def _sighting(place: Place, files: Sequence[FileRead]) -> Sighting:
    charge = _charge_at(place, files)
    return Sighting(
        statement=place.statement + 1,
        row=charge.row,
        amount=charge.amount,
        is_open=files[place.statement].read.is_open,
    )


def _statements(
    files: Sequence[FileRead], numbers: Mapping[_Name, int], at: datetime
) -> Iterator[ImportedStatement]:
    for number, (path, read) in enumerate(files, 1):
        days = [charge.date for charge in read.charges if charge.date is not None]
        bills = [charge.bill_date for charge in read.charges if charge.bill_date]
        month = ChargeTable.of(read.charges).usual_bill_month
        cards = {numbers[_named(read, charge)] for charge in read.charges}
        for card in sorted(cards or {numbers[read.issuer, ""]}):
            yield ImportedStatement(
                number=number,
                card=card,
                sha256="",
                name=path,
                at=at,
                issuer=read.issuer,
                layout=read.layout,
                account=read.account,
                is_open=read.is_open,
                first=min(days, default=None),
                last=max(days, default=None),
                bill_date=max(bills, default=None),
                rows=read.rows,
                skipped=read.skipped,
                printed_total=read.printed_total,
                sum=read.sum,
                totals_agree=read.totals_agree,
                doubts=read.doubts,
                bill_month=month,
            )
