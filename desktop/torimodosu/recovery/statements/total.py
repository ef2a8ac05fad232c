"""The total that a statement prints, against the sum of its rows."""

from collections.abc import Sequence
from decimal import Decimal


class RunningTotal:
    """Adds up rows, and what total rows between them say.

    Total rows stand behind the rows of each card, behind all rows, or both; one that
    repeats what is known already counts once.
    """

    def __init__(self) -> None:
        self.sum = Decimal(0)
        self.printed: Decimal | None = None
        self._since = Decimal(0)
        self._rows_since = 0
        self._last: Decimal | None = None

    def add(self, amount: Decimal) -> None:
        """Add the amount of one row."""
        self.sum += amount
        self._since += amount
        self._rows_since += 1

    def add_all(self, texts: Sequence[str]) -> None:
        """Add the amounts of some rows, which are decimals in text."""
        amount = _sum_of(texts)
        self.sum += amount
        self._since += amount
        self._rows_since += len(texts)

    def print_total(self, amount: Decimal) -> None:
        """Take a total row that says *amount*."""
        if self._rows_since == 0 and amount == self._last:
            return
        known = self.printed or Decimal(0)
        is_of_block = self._rows_since > 0 and amount == self._since
        is_of_all = amount in (known, known + self._since)
        self.printed = known + amount if is_of_block or not is_of_all else amount
        self._since, self._rows_since, self._last = Decimal(0), 0, amount


def _sum_of(texts: Sequence[str]) -> Decimal:
    try:
        return Decimal(sum(map(int, texts)))  # most are whole, and that is quicker
    except ValueError:
        return sum(map(Decimal, texts), Decimal(0))
