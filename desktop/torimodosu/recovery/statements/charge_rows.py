"""From the rows of a CSV statement to its charges."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeVar

from torimodosu.recovery.catalogue.statement_layout import (
    Account,
    Column,
    RowMeaning,
)
from torimodosu.recovery.statements.amount import amount_of
from torimodosu.recovery.statements.bill_months import BillMonths
from torimodosu.recovery.statements.bulk_rows import Block, BulkReader
from torimodosu.recovery.statements.cell_block import CellBlock
from torimodosu.recovery.statements.charge_table import ChargeTable
from torimodosu.recovery.statements.foreign import foreign_from, foreign_of
from torimodosu.recovery.statements.heading import Heading
from torimodosu.recovery.statements.holder_row import card_and_holder
from torimodosu.recovery.statements.layout_choice import Chosen
from torimodosu.recovery.statements.row_amounts import AmountReader, RowAmounts
from torimodosu.recovery.statements.row_cells import RowCells
from torimodosu.recovery.statements.row_rules import RowRules, row_text
from torimodosu.recovery.statements.statement import (
    Charge,
    ChargeKind,
    Foreign,
    Skipped,
    Why,
)
from torimodosu.recovery.statements.total import RunningTotal

_UNDATED = {
    RowMeaning.PAYMENT: ChargeKind.PAYMENT,
    RowMeaning.ADJUSTMENT: ChargeKind.ADJUSTMENT,
}
_T = TypeVar("_T")

_REMARK = "※"
_AFTER_END = "after_end"
_BLANK = "blank"


@dataclass(frozen=True, slots=True)
class _Places:
    """The place of each column, None where there is none; asked for in every row."""

    date: int | None
    merchant: int | None
    holder: int | None
    card: int | None
    type: int | None
    mark: int | None
    bill_date: int | None
    bill_month: int | None
    foreign: int | None
    foreign_amount: int | None
    foreign_currency: int | None
    rate: int | None


def _places_of(columns: Mapping[Column, int]) -> _Places:
    return _Places(*(columns.get(Column(field.name)) for field in fields(_Places)))


class ChargeReader:
    """Reads the rows behind the header; what it found is in its attributes.

    With *is_bulk* rows that are alike are understood together; that changes nothing but
    the time it takes.
    """

    def __init__(
        self, chosen: Chosen, heading: Heading, *, is_bulk: bool = True
    ) -> None:
        self.charges = ChargeTable()
        self._months = BillMonths(self.charges)
        self.skipped: list[Skipped] = []
        self.other_rows: Counter[str] = Counter()
        self.total = RunningTotal()
        self._chosen, self._layout = chosen, chosen.layout
        self._places = _places_of(chosen.columns)
        self._heading = heading
        self._card, self._holder = heading.card, heading.holder
        self._rules = RowRules(chosen.layout.rows)
        self._cells = RowCells(chosen.layout)
        self._amounts = AmountReader(chosen, self._cells.amounts)
        self._bulk = BulkReader(chosen, self._cells, self.charges) if is_bulk else None
        self._in_refunds = False
        self._has_ended = False

    def read(self, blocks: Iterable[CellBlock], *, cut_row: int) -> None:
        """Read *blocks*; the row with the number *cut_row* may lack its end."""
        for rows in blocks:
            if self._bulk is None:
                self._read_each(rows, slice(None), cut_row)
            else:
                self._read_block(rows, cut_row, self._bulk.read(rows))
        self._months.settle()

    def _read_block(self, rows: CellBlock, cut_row: int, block: Block) -> None:
        start, size = 0, len(rows.numbers)
        last = size - 1 if rows.numbers[-1] == cut_row else size
        for odd in (*block.odd, size):
            stop = max(start, min(odd, last))
            if self._in_refunds or self._has_ended:
                self._read_each(rows, slice(start, stop), cut_row)
            elif start < stop:
                self._add_plain(rows.numbers[start:stop], block, slice(start, stop))
            self._read_each(rows, slice(stop, odd + 1), cut_row)
            start = odd + 1

    def _read_each(self, rows: CellBlock, part: slice, cut_row: int) -> None:
        date_at, fewest = self._chosen.columns[Column.DATE], self._chosen.cells
        for number, cells in zip(rows.numbers[part], rows.rows(part), strict=True):
            if isinstance(cells, Why):
                self.skipped.append(Skipped(row=number, why=cells))
            elif self._has_ended:
                self.other_rows[_AFTER_END] += 1
            elif number == cut_row and _is_cut(cells, fewest):
                self.skipped.append(Skipped(row=number, why=Why.CUT_OFF))
            else:
                has_day = len(cells) > date_at
                day = self._cells.days[cells[date_at]] if has_day else None
                if day is None:
                    self._read_undated(number, cells)
                else:
                    self._add(number, cells, day, None)

    def _add_plain(self, numbers: Sequence[int], block: Block, part: slice) -> None:
        table, size = self.charges, len(numbers)
        self._months.add(len(table), (block.bill_months or ())[part])
        table.rows += numbers
        table.days += block.days[part]
        table.shops += block.shops[part]
        table.amounts += block.amounts[part]
        table.billed += block.billed[part] if block.billed else [None] * size
        table.kinds += block.kinds[part]
        table.cards += _or_else(block.cards, part, self._card, size)
        table.holders += _or_else(block.holders, part, self._holder, size)
        table.currencies += [self._layout.currency] * size
        bill_date = self._heading.bill_date
        table.bill_dates += _or_else(block.bill_dates, part, bill_date, size)
        counted = (block.amounts if block.billed is None else block.billed)[part]
        self.total.add_all([*filter(None, counted)])

    def _read_undated(self, number: int, cells: Sequence[str]) -> None:
        text = row_text(cells)
        if not text:
            self.other_rows[_BLANK] += 1
            return
        meaning = self._rules.meaning_of(text)
        if meaning is None and self._has_only_amount(cells):
            meaning = self._layout.undated
        if meaning is None and text.startswith(_REMARK) and _is_alone(cells):
            meaning = RowMeaning.NOTE
        if meaning is None:
            date_cell = _cell(self._places.date, cells).strip()
            why = Why.DATE_NOT_UNDERSTOOD if date_cell else Why.NO_DATE
            self.skipped.append(Skipped(row=number, why=why))
        elif meaning in _UNDATED:
            self._add(number, cells, None, _UNDATED[meaning])
        else:
            self.other_rows[meaning.value] += 1
            self._follow(meaning, cells, text)

    def _has_only_amount(self, cells: Sequence[str]) -> bool:
        """Tell whether a row has a shop and an amount, and no date."""
        amounts = self._amounts.read(cells, is_back=False)
        has_amount = isinstance(amounts, RowAmounts) and amounts.amount is not None
        has_date = bool(_cell(self._places.date, cells).strip())
        has_shop = bool(_cell(self._places.merchant, cells).strip())
        return has_shop and has_amount and not has_date

    def _follow(self, meaning: RowMeaning, cells: Sequence[str], text: str) -> None:
        match meaning:
            case RowMeaning.TOTAL:
                amounts = (amount_of(cell) for cell in cells)
                amount = next((one for one in amounts if one is not None), None)
                if amount is not None:
                    self.total.print_total(amount)
            case RowMeaning.HOLDER:
                card, self._holder = card_and_holder(cells)
                self._card = self._card if card is None else card
            case RowMeaning.FOREIGN if self.charges:
                self.charges.make_foreign(foreign_of(text))
            case RowMeaning.REFUNDS:
                self._in_refunds = True
            case RowMeaning.END:
                self._has_ended = True
            case _:
                pass  # a remark

    def _add(
        self,
        number: int,
        cells: Sequence[str],
        day: date | None,
        kind: ChargeKind | None,
    ) -> None:
        mark = _cell(self._places.mark, cells).strip()
        is_back = self._in_refunds or (bool(mark) and mark in "-−－▲△")
        amounts = self._amounts.read(cells, is_back=is_back)
        if isinstance(amounts, Why):
            self.skipped.append(Skipped(row=number, why=amounts))
            return
        shop = self._cells.shops[_cell(self._places.merchant, cells)]
        if kind is None:
            said = _cell(self._places.type, cells)
            kind = self._cells.kind(shop, said, amounts.amount)
        elif amounts.amount is None:  # it stands where the bill takes it
            amounts = RowAmounts(amounts.billed, amounts.billed)
        if mark and kind is ChargeKind.PURCHASE:
            kind = ChargeKind.ADJUSTMENT
        self._count(amounts, kind)
        bill_date = _cell(self._places.bill_date, cells)
        self._add_month(cells)
        holder = self._cells.holders[_cell(self._places.holder, cells)]
        charge = Charge(
            row=number,
            card=self._cells.cards[_cell(self._places.card, cells)] or self._card,
            holder=holder or self._holder,
            date=day,
            merchant=shop.printed,
            merchant_normal=shop.normal,
            amount=amounts.amount,
            billed=amounts.billed,
            currency=self._layout.currency,
            foreign=shop.foreign or _foreign(self._places, cells),
            kind=kind,
            bill_date=self._cells.days[bill_date] or self._heading.bill_date,
        )
        self.charges.append(charge)

    def _add_month(self, cells: Sequence[str]) -> None:
        month = self._cells.months[_cell(self._places.bill_month, cells)]
        self._months.add(len(self.charges), (month,))

    def _count(self, amounts: RowAmounts, kind: ChargeKind) -> None:
        """Add a row to the sum, as the printed total of such a statement does."""
        if self._amounts.has_billed:
            counted = amounts.billed
        elif kind is ChargeKind.PAYMENT and self._layout.account is Account.CARD:
            return  # it paid the last bill
        else:
            counted = amounts.amount
        if counted is not None:
            self.total.add(counted)


def _foreign(places: _Places, cells: Sequence[str]) -> Foreign | None:
    note = _cell(places.foreign, cells)
    if note:
        return foreign_of(note)
    amount = _cell(places.foreign_amount, cells)
    if not amount:
        return None
    currency = _cell(places.foreign_currency, cells)
    return foreign_from(amount, currency, _cell(places.rate, cells))


def _cell(place: int | None, cells: Sequence[str]) -> str:
    return cells[place] if place is not None and place < len(cells) else ""


def _is_alone(cells: Sequence[str]) -> bool:
    """Tell whether a row has one cell with anything in it."""
    return sum(map(bool, map(str.strip, cells))) == 1


def _is_cut(cells: Sequence[str], fewest: int) -> bool:
    return 0 < len(cells) < fewest


def _or_else(
    column: Sequence[_T] | None, part: slice, otherwise: _T, size: int
) -> list[_T]:
    if column is None:
        return [otherwise] * size
    return [value or otherwise for value in column[part]]
