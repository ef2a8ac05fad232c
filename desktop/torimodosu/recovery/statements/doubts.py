"""What is odd about a statement that was read."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from torimodosu.recovery.statements.charge_table import ChargeTable, different
from torimodosu.recovery.statements.encoding import MIXED
from torimodosu.recovery.statements.statement import Charge, Doubt

# It may be tomorrow already where the card was used.
_EASTMOST = timedelta(days=1)


def find_doubts(
    charges: Sequence[Charge],
    *,
    today: date,
    encoding: str,
    lacks_end: bool = False,
    total_differs: bool = False,
) -> Mapping[Doubt, tuple[int, ...]]:
    """Return each doubt with its rows, () where it is about the whole file."""
    latest = today + _EASTMOST
    table = ChargeTable.of(charges)
    late = {day for day in different(table.days) if day is not None and day > latest}
    later = _rows_with(late, table.days, table)
    unknown = () if all(table.amounts) else _rows_with({None}, table.amounts, table)
    found = {
        Doubt.DATE_IN_FUTURE: bool(later),
        Doubt.AMOUNT_UNKNOWN: bool(unknown),
        Doubt.END_MISSING: lacks_end,
        Doubt.MIXED_ENCODINGS: encoding == MIXED,
        Doubt.TOTAL_DIFFERS: total_differs,
    }
    rows = {Doubt.DATE_IN_FUTURE: later, Doubt.AMOUNT_UNKNOWN: unknown}
    return {doubt: rows.get(doubt, ()) for doubt, is_so in found.items() if is_so}


def _rows_with(
    odd: AbstractSet[object], column: Sequence[object], table: ChargeTable
) -> tuple[int, ...]:
    """Return the rows of *table* whose cell in *column* is one of *odd*."""
    if not odd or odd.isdisjoint(column):
        return ()
    pairs = zip(table.rows, column, strict=True)
    return tuple(row for row, cell in pairs if cell in odd)
