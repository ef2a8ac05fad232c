"""Charges as a CSV text for other programs."""

import csv
from collections.abc import Iterable, Mapping
from decimal import Decimal

from torimodosu.recovery.spreadsheet import CsvLines, guarded
from torimodosu.recovery.statements.log import LoggedCharge

# Excel takes a UTF-8 text without it for one in the code page of the system.
_BOM = "\ufeff"
_COLUMNS = (
    *("card", "date", "merchant", "amount", "currency", "kind", "billed", "bill_date"),
    *("bill_month", "foreign_amount", "foreign_currency", "foreign_rate"),
    *("last_four", "holder", "is_open", "statement", "row", "key"),
)


def export_csv(charges: Iterable[LoggedCharge], *, cards: Mapping[int, str]) -> str:
    """Return *charges* as CSV (RFC 4180) with a header and a byte order mark.

    Days and months are ISO 8601, amounts decimals with a point and positive for money
    out, what is not known is empty. A text that a spreadsheet would run gets an
    apostrophe in front.
    *cards* has the names of the cards by their numbers.
    """
    lines = CsvLines()
    writer = csv.writer(lines)
    writer.writerow(_COLUMNS)
    writer.writerows(_cells(logged, cards) for logged in charges)
    return _BOM + "".join(lines)


def _cells(logged: LoggedCharge, cards: Mapping[int, str]) -> tuple[str, ...]:
    charge, newest = logged.charge, logged.sightings[-1]
    foreign = charge.foreign
    return (
        guarded(cards.get(logged.card, "")),
        "" if charge.date is None else charge.date.isoformat(),
        guarded(charge.merchant),
        _figure(charge.amount),
        guarded(charge.currency),
        charge.kind.value,
        _figure(charge.billed),
        "" if charge.bill_date is None else charge.bill_date.isoformat(),
        "" if charge.bill_month is None else charge.bill_month.isoformat()[:7],
        _figure(None if foreign is None else foreign.amount),
        "" if foreign is None else guarded(foreign.currency),
        _figure(None if foreign is None else foreign.rate),
        charge.card,
        guarded(charge.holder),
        "yes" if logged.is_open else "no",
        str(newest.statement),
        str(newest.row),
        logged.key,
    )


def _figure(amount: Decimal | None) -> str:
    """Return an amount; a number with a minus is no formula and stays a number."""
    return "" if amount is None else f"{amount:f}"
