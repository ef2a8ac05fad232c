"""The months of payment that the rows of one statement print, some without a year."""

from collections.abc import Sequence
from datetime import date

from torimodosu.recovery.statements.calendar_days import month_after, month_of
from torimodosu.recovery.statements.charge_table import ChargeTable

# A month without a year is no earlier than so many months before the newest use in the
# file, and less than a year later.
_MONTHS_BEFORE = 5
_MONTHS = 12


class BillMonths:
    """Puts the months of payment into *table*, those without a year once all are read.

    A month without a year is that nearest to the newest use in the file: such files are
    about the bill of one month, in which parts of uses long ago may stand as well.
    """

    def __init__(self, table: ChargeTable) -> None:
        self._table = table
        self._without_year: dict[int, int] = {}

    def add(self, first: int, months: Sequence[date | int | None]) -> None:
        """Take the *months* of the charges from the place *first* on."""
        for place, month in enumerate(months, first):
            if isinstance(month, date):
                self._table.bill_months[place] = month
            elif month is not None:
                self._without_year[place] = month

    def settle(self) -> None:
        """Give the months their year; without any day of use none is known."""
        if not self._without_year:
            return
        newest = max((day for day in self._table.days if day), default=None)
        if newest is None:
            return
        begin = month_after(month_of(newest), -_MONTHS_BEFORE)
        near = {
            month.month: month
            for month in (month_after(begin, later) for later in range(_MONTHS))
        }
        for place, number in self._without_year.items():
            self._table.bill_months[place] = near[number]
