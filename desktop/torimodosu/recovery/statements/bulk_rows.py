"""Rows of a CSV statement understood column by column, a block of them at once.

Nearly all rows of a statement are alike: a day, a shop, an amount. Only these are
understood here, by the same rules that hold for every row; all others are left, as odd,
to whoever looks at each one by itself.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import TypeVar

from torimodosu.recovery.catalogue.statement_layout import Account, Column
from torimodosu.recovery.statements.charge_table import ChargeTable, decimal_text
from torimodosu.recovery.statements.layout_choice import Chosen
from torimodosu.recovery.statements.memo import Memo
from torimodosu.recovery.statements.row_cells import RowCells
from torimodosu.recovery.statements.statement import ChargeKind, Why

_T = TypeVar("_T")

# These say something in odd rows alone.
_BLANK_IN_PLAIN = (Column.MARK, Column.FOREIGN, Column.FOREIGN_AMOUNT)
_ODD = "?"
_NO_SHOP = -1
_MOST_DIGITS = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Some rows in columns, None for a column that the file has not.

    What stands at the places in `odd` means nothing.
    """

    odd: Sequence[int]
    days: Sequence[date | None]
    shops: Sequence[int]
    amounts: Sequence[str | None]
    billed: Sequence[str | None] | None
    kinds: Sequence[str]
    cards: Sequence[str] | None
    holders: Sequence[str] | None
    bill_dates: Sequence[date | None] | None


class BulkReader:
    """Reads blocks of rows of one layout; their shops go into *table*."""

    def __init__(self, chosen: Chosen, cells: RowCells, table: ChargeTable) -> None:
        self._at, self._cells, self._table = chosen.columns, cells, table
        self._least = 1 + max(chosen.columns.values())
        self._turns = chosen.layout.turns_sign
        is_card = chosen.layout.account is Account.CARD
        self._leaves_payments = is_card and Column.BILLED not in chosen.columns
        self._shops: Memo[int] = Memo(self._shop)
        self._kinds: dict[int, str] = {_NO_SHOP: _ODD}
        self._said_kinds: dict[tuple[str, str], str] = {}
        self._amounts: Memo[str | None] = Memo(self._amount)
        self._billed: Memo[str | None] = Memo(self._billed_part)

    def read(self, rows: Sequence[Sequence[str] | Why]) -> Block:
        """Return *rows* in columns."""
        days, whole, odd = self._dated(rows)
        merchants = self._column(Column.MERCHANT, whole) or []
        printed = self._column(Column.AMOUNT, whole) or []
        amounts = self._amounts_of(printed)
        billed = self._billed_of(self._column(Column.BILLED, whole), printed, amounts)
        shops = list(map(self._shops.__getitem__, merchants))
        kinds = self._kinds_of(merchants, self._column(Column.TYPE, whole), shops)
        for texts in (amounts, billed or (), kinds):
            if _ODD in texts:
                odd.update(_places(texts, lambda text: text == _ODD))
        for column in _BLANK_IN_PLAIN:
            notes = self._column(column, whole) or ()
            if any(notes):
                odd.update(_places(notes, str.strip))
        back = self._understood(Column.REFUND, self._cells.amounts, whole) or ()
        if any(back):
            odd.update(_places(back, bool))
        return Block(
            odd=sorted(odd),
            days=days,
            shops=shops,
            amounts=amounts,
            billed=billed,
            kinds=kinds,
            cards=self._understood(Column.CARD, self._cells.cards, whole),
            holders=self._understood(Column.HOLDER, self._cells.holders, whole),
            bill_dates=self._understood(Column.BILL_DATE, self._cells.days, whole),
        )

    def _dated(
        self, rows: Sequence[Sequence[str] | Why]
    ) -> tuple[list[date | None], list[Sequence[str]], set[int]]:
        """Return the days and the rows; one that is short or has no day is odd.

        In its place stands another row, so that nothing of it is looked at.
        """
        blank = [""] * self._least
        whole = self._whole(rows, blank)
        days = self._understood(Column.DATE, self._cells.days, whole) or []
        odd = set(_places(days, lambda day: day is None)) if None in days else set()
        if odd:
            pairs = zip(whole, days, strict=True)
            other = next((row for row, day in pairs if day), blank)
            for place in odd:
                whole[place] = other
        return days, whole, odd

    def _whole(
        self, rows: Sequence[Sequence[str] | Why], blank: Sequence[str]
    ) -> list[Sequence[str]]:
        least = self._least
        cells = [blank if isinstance(row, Why) else row for row in rows]
        if min(map(len, cells), default=0) >= least:
            return cells
        return [row if len(row) >= least else blank for row in cells]

    def _column(
        self, column: Column, rows: Sequence[Sequence[str]]
    ) -> list[str] | None:
        place = self._at.get(column)
        return None if place is None else list(map(itemgetter(place), rows))

    def _understood(
        self, column: Column, memo: Memo[_T], rows: Sequence[Sequence[str]]
    ) -> list[_T] | None:
        place = self._at.get(column)
        if place is None:
            return None
        return list(map(memo.__getitem__, map(itemgetter(place), rows)))

    def _amounts_of(self, cells: Sequence[str]) -> list[str | None]:
        if not self._turns and _are_digits(cells):
            return _plain_digits(cells)
        return list(map(self._amounts.__getitem__, cells))

    def _billed_of(
        self,
        cells: Sequence[str] | None,
        printed: Sequence[str],
        amounts: list[str | None],
    ) -> list[str | None] | None:
        if cells is None:
            return None
        if not _are_digits(cells):
            return list(map(self._billed.__getitem__, cells))
        is_all = cells == printed and not self._turns
        return amounts if is_all else _plain_digits(cells)

    def _kinds_of(
        self,
        merchants: Sequence[str],
        said: Sequence[str] | None,
        shops: Sequence[int],
    ) -> list[str]:
        if said is None:
            return list(map(self._kinds.__getitem__, shops))
        pairs = list(zip(merchants, said, strict=True))
        for pair in set(pairs) - self._said_kinds.keys():
            self._said_kinds[pair] = self._said_kind(*pair)
        return list(map(self._said_kinds.__getitem__, pairs))

    def _shop(self, merchant: str) -> int:
        shop = self._cells.shops[merchant]
        if shop.foreign:
            return _NO_SHOP
        place = self._table.shop(shop.printed, shop.normal)
        self._kinds[place] = self._said_kind(merchant, "")
        return place

    def _said_kind(self, merchant: str, said: str) -> str:
        """Return the kind of money out at a shop; odd where it must be looked at."""
        shop = self._cells.shops[merchant]
        kind = self._cells.kind(shop, said, None)
        is_left = kind is ChargeKind.PAYMENT and self._leaves_payments
        return _ODD if shop.foreign or is_left else kind.value

    def _amount(self, text: str) -> str | None:
        amount = self._cells.amounts[text]
        if amount is None:
            return None
        if isinstance(amount, Why) or (amount > 0 if self._turns else amount < 0):
            return _ODD
        return decimal_text(-amount if self._turns else amount)

    def _billed_part(self, text: str) -> str | None:
        billed = self._cells.amounts[text]
        return _ODD if isinstance(billed, Why) else decimal_text(billed)


def _places(values: Iterable[_T], is_odd: Callable[[_T], object]) -> Iterable[int]:
    return (place for place, value in enumerate(values) if is_odd(value))


def _are_digits(cells: Sequence[str]) -> bool:
    """Tell whether each of *cells* is digits alone, as most amounts are."""
    joined = "".join(cells)
    are_short = all(cells) and max(map(len, cells), default=0) <= _MOST_DIGITS
    return are_short and joined.isascii() and joined.isdigit()


def _plain_digits(cells: Sequence[str]) -> list[str | None]:
    """Return *cells*, which are digits, without zeros in front."""
    if "\n0" in "\n" + "\n".join(cells):
        return [str(int(cell)) for cell in cells]
    return list(cells)
