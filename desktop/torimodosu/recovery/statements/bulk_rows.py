"""Rows of a CSV statement understood column by column, a block of them at once.

Nearly all rows of a statement are alike: a day, a shop, an amount. Only these are
understood here, by the same rules that hold for every row; all others are left, as odd,
to whoever looks at each one by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import repeat
from typing import TypeVar

from torimodosu.recovery.catalogue.statement_layout import Account, Column
from torimodosu.recovery.statements.cell_block import CellBlock
from torimodosu.recovery.statements.charge_table import ChargeTable, decimal_text
from torimodosu.recovery.statements.kinds import may_tell_kind
from torimodosu.recovery.statements.layout_choice import Chosen
from torimodosu.recovery.statements.memo import Memo
from torimodosu.recovery.statements.row_cells import RowCells
from torimodosu.recovery.statements.shop import Shop, shops_of
from torimodosu.recovery.statements.statement import ChargeKind, Why

_T = TypeVar("_T")

# These say something in odd rows alone.
_BLANK_IN_PLAIN = (Column.MARK, Column.FOREIGN, Column.FOREIGN_AMOUNT)
_ODD = "?"
_NO_SHOP, _NEW = -1, -2
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
    bill_months: Sequence[date | int | None] | None


class _ShopPlaces(dict[str, int]):
    """The places of shops by their cells, `_NEW` for one that was not read before."""

    def __missing__(self, _merchant: str) -> int:
        return _NEW


class BulkReader:
    """Reads blocks of rows of one layout; their shops go into *table*."""

    def __init__(self, chosen: Chosen, cells: RowCells, table: ChargeTable) -> None:
        self._at, self._cells, self._table = chosen.columns, cells, table
        self._least = 1 + max(chosen.columns.values())
        self._turns = chosen.layout.turns_sign
        is_card = chosen.layout.account is Account.CARD
        self._leaves_payments = is_card and Column.BILLED not in chosen.columns
        self._shops = _ShopPlaces()
        self._usual_kind = cells.kind(Shop("", "", None), "", None).value
        self._unusual_kinds: dict[int, str] = {_NO_SHOP: _ODD}
        self._said_kinds: dict[tuple[str, str], str] = {}
        # No methods of its own: it would hold itself, and all that it has read.
        read, turns = cells.amounts, self._turns
        self._amounts = Memo(lambda text: _amount(read[text], turns=turns))
        self._billed = Memo(lambda text: _billed_part(read[text]))

    def read(self, rows: CellBlock) -> Block:
        """Return *rows* in columns."""
        days, odd, columns = self._dated(rows)
        merchants = columns.get(Column.MERCHANT, ())
        amounts, billed = self._amounts_of(
            columns.get(Column.AMOUNT, ()), columns.get(Column.BILLED)
        )
        shops = self._shops_of(merchants)
        kinds = self._kinds_of(merchants, columns.get(Column.TYPE), shops)
        for texts in (amounts, billed or (), kinds):
            if _ODD in texts:
                odd.update(_places(texts, lambda text: text == _ODD))
        for column in _BLANK_IN_PLAIN:
            notes = columns.get(column, ())
            if any(notes):
                odd.update(_places(notes, str.strip))
        back = _understood(columns.get(Column.REFUND), self._cells.amounts) or ()
        if any(back):
            odd.update(_places(back, bool))
        return Block(
            odd=sorted(odd),
            days=days,
            shops=shops,
            amounts=amounts,
            billed=billed,
            kinds=kinds,
            cards=_understood(columns.get(Column.CARD), self._cells.cards),
            holders=_understood(columns.get(Column.HOLDER), self._cells.holders),
            bill_dates=_understood(columns.get(Column.BILL_DATE), self._cells.days),
            bill_months=_understood(columns.get(Column.BILL_MONTH), self._cells.months),
        )

    def _dated(
        self, rows: CellBlock
    ) -> tuple[list[date | None], set[int], Mapping[Column, Sequence[str]]]:
        """Return the days and the columns; a row that is short or has no day is odd.

        In its place stands another row, so that nothing of it is looked at.
        """
        cells = rows.filled_columns(self._least)
        columns = {column: cells[place] for column, place in self._at.items()}
        days = list(map(self._cells.days.__getitem__, columns[Column.DATE]))
        if all(days):
            return days, set(), columns
        odd = set(_places(days, lambda day: day is None))
        other = next(_places(days, lambda day: day is not None), None)
        return (
            days,
            odd,
            {
                column: _with_other(texts, odd, "" if other is None else texts[other])
                for column, texts in columns.items()
            },
        )

    def _amounts_of(
        self, printed: Sequence[str], billed: Sequence[str] | None
    ) -> tuple[list[str | None], list[str | None] | None]:
        """Return the amounts and what is billed of them."""
        if self._turns or not _are_digits(printed):
            amounts = list(map(self._amounts.__getitem__, printed))
            return amounts, self._billed_of(billed)
        amounts = _plain_digits(printed)
        return amounts, amounts if billed == printed else self._billed_of(billed)

    def _billed_of(self, cells: Sequence[str] | None) -> list[str | None] | None:
        if cells is None:
            return None
        if _are_digits(cells):
            return _plain_digits(cells)
        return list(map(self._billed.__getitem__, cells))

    def _kinds_of(
        self,
        merchants: Sequence[str],
        said: Sequence[str] | None,
        shops: Sequence[int],
    ) -> list[str]:
        if said is None:
            return self._kinds_of_shops(shops)
        pairs = list(zip(merchants, said, strict=True))
        for pair in set(pairs) - self._said_kinds.keys():
            self._said_kinds[pair] = self._said_kind(*pair)
        return list(map(self._said_kinds.__getitem__, pairs))

    def _kinds_of_shops(self, shops: Sequence[int]) -> list[str]:
        usual, unusual = self._usual_kind, self._unusual_kinds
        if unusual.keys().isdisjoint(shops):  # true of most blocks, and soon seen
            return [usual] * len(shops)
        return list(map(unusual.get, shops, repeat(usual)))

    def _shops_of(self, merchants: Sequence[str]) -> list[int]:
        shops = list(map(self._shops.__getitem__, merchants))
        new = list(_places_of(_NEW, shops))
        if new:
            self._learn([*dict.fromkeys(merchants[place] for place in new)])
            for place in new:
                shops[place] = self._shops[merchants[place]]
        return shops

    def _learn(self, merchants: Sequence[str]) -> None:
        """Keep the place and the kind of shops that no block before has named."""
        shops = shops_of(merchants)
        is_plain = not may_tell_kind("\n".join(normal for _, normal, _ in shops))
        for merchant, (printed, normal, foreign) in zip(merchants, shops, strict=True):
            if foreign:
                self._shops[merchant] = _NO_SHOP
                continue
            place = self._table.shop(printed, normal)
            self._shops[merchant] = place
            kind = self._usual_kind if is_plain else self._said_kind(merchant, "")
            if kind != self._usual_kind:
                self._unusual_kinds[place] = kind

    def _said_kind(self, merchant: str, said: str) -> str:
        """Return the kind of money out at a shop; odd where it must be looked at."""
        shop = self._cells.shops[merchant]
        kind = self._cells.kind(shop, said, None)
        is_left = kind is ChargeKind.PAYMENT and self._leaves_payments
        return _ODD if shop.foreign or is_left else kind.value


def _amount(amount: Decimal | Why | None, *, turns: bool) -> str | None:
    if amount is None:
        return None
    if isinstance(amount, Why) or (amount > 0 if turns else amount < 0):
        return _ODD
    return decimal_text(-amount if turns else amount)


def _billed_part(billed: Decimal | Why | None) -> str | None:
    return _ODD if isinstance(billed, Why) else decimal_text(billed)


def _understood(cells: Sequence[str] | None, memo: Memo[_T]) -> list[_T] | None:
    return None if cells is None else list(map(memo.__getitem__, cells))


def _with_other(
    cells: Sequence[str], places: Iterable[int], other: str
) -> Sequence[str]:
    changed = list(cells)
    for place in places:
        changed[place] = other
    return changed


def _places(values: Iterable[_T], is_odd: Callable[[_T], object]) -> Iterator[int]:
    return (place for place, value in enumerate(values) if is_odd(value))


def _places_of(wanted: int, values: Sequence[int]) -> Iterator[int]:
    place = -1
    with suppress(ValueError):  # no other is there
        while True:
            place = values.index(wanted, place + 1)
            yield place


def _are_digits(cells: Sequence[str]) -> bool:
    """Tell whether each of *cells* is digits alone, as most amounts are."""
    joined = "".join(cells)
    are_short = all(cells) and max(map(len, cells), default=0) <= _MOST_DIGITS
    return are_short and joined.isascii() and joined.encode().isdigit()


def _plain_digits(cells: Sequence[str]) -> list[str | None]:
    """Return *cells*, which are digits, without zeros in front."""
    if "\n0" in "\n" + "\n".join(cells):
        return [str(int(cell)) for cell in cells]
    return list(cells)
