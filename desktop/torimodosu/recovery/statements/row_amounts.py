"""The amounts of one row of a CSV statement."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from torimodosu.recovery.catalogue.statement_layout import Column
from torimodosu.recovery.statements.amount import amount_of, is_no_amount
from torimodosu.recovery.statements.layout_choice import Chosen
from torimodosu.recovery.statements.memo import Memo
from torimodosu.recovery.statements.statement import Why

_Read = Decimal | Why | None


class RowAmounts(NamedTuple):
    """The whole amount and the part that this bill takes; None is not known."""

    amount: Decimal | None
    billed: Decimal | None


class AmountReader:
    """Reads the amounts of the rows of one layout."""

    def __init__(self, chosen: Chosen, read: Memo[_Read]) -> None:
        place_of = chosen.columns.get
        self._amount_at = place_of(Column.AMOUNT)
        self._refund_at = place_of(Column.REFUND)
        self._billed_at = place_of(Column.BILLED)
        self._turns = chosen.layout.turns_sign
        self._memo = read

    @property
    def has_billed(self) -> bool:
        """Whether the statement tells what of an amount this bill takes."""
        return self._billed_at is not None

    def read(self, cells: Sequence[str], *, is_back: bool) -> RowAmounts | Why:
        """Return the amounts of a row, negative for money back.

        *is_back* says that what is printed positive is money back.
        """
        amount = self._at(self._amount_at, cells)
        refund = self._at(self._refund_at, cells)
        billed = self._at(self._billed_at, cells)
        if isinstance(amount, Why) or isinstance(refund, Why):
            return Why.AMOUNT_NOT_UNDERSTOOD
        if isinstance(billed, Why):
            return billed
        if refund and not amount:  # money back has a column of its own
            amount, is_back = refund, True
        if amount is not None and is_back:
            amount = -abs(amount)
        if amount is not None and self._turns:
            amount = -amount
        if billed is not None and (is_back or (amount is not None and amount < 0)):
            billed = -abs(billed)
        return RowAmounts(amount, billed)

    def _at(self, place: int | None, cells: Sequence[str]) -> _Read:
        if place is None or place >= len(cells):
            return None
        return self._memo[cells[place]]


def read_amount(text: str) -> Decimal | Why | None:
    """Return the amount that *text* is; None where it is a cell without one."""
    amount = amount_of(text)
    if amount is None and not is_no_amount(text):
        return Why.AMOUNT_NOT_UNDERSTOOD
    return amount
