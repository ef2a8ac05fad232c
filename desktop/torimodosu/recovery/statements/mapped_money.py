"""The money of a row, as a mapping of the columns says."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from torimodosu.recovery.catalogue.statement_words import Meaning, Term
from torimodosu.recovery.statements.mapping import ColumnMapping
from torimodosu.recovery.statements.memo import Memo
from torimodosu.recovery.statements.printed_number import (
    PrintedAmount,
    is_no_number,
    printed_amount,
)
from torimodosu.recovery.statements.statement import Why
from torimodosu.recovery.statements.word_book import WordBook


@dataclass(frozen=True, slots=True)
class Money:
    """What a row says of money; `amount` is positive for money out."""

    amount: Decimal | None
    unit: str


class MoneyReader:
    """Reads the amounts of the rows of one file."""

    def __init__(self, mapping: ColumnMapping, book: WordBook) -> None:
        self.amounts: Memo[PrintedAmount | None] = Memo(
            lambda text: printed_amount(text, mapping.decimal, book.currencies)
        )
        self._book = book
        self._out_is_negative = mapping.out_is_negative
        self._direction_at = mapping.columns.get(Meaning.DIRECTION)
        self._places = [
            (meaning, mapping.columns[meaning])
            for meaning in (Meaning.AMOUNT, Meaning.OUT, Meaning.IN)
            if meaning in mapping.columns
        ]
        self._ways: Memo[bool | None] = Memo(self._way)

    def read(self, cells: Sequence[str]) -> Money | Why:
        """Return the money of a row; what is printed in no form is not understood."""
        read: dict[Meaning, PrintedAmount] = {}
        for meaning, place in self._places:
            text = cell_at(place, cells)
            printed = self.amounts[text]
            if printed is not None:
                read[meaning] = printed
            elif not is_no_number(text):
                return Why.AMOUNT_NOT_UNDERSTOOD
        out, back = read.get(Meaning.OUT), read.get(Meaning.IN)
        if out is not None and (out.amount or back is None):
            return Money(-out.amount if self._out_is_negative else out.amount, out.unit)
        if back is not None:
            return Money(-abs(back.amount), back.unit)
        signed = read.get(Meaning.AMOUNT)
        if signed is None:
            return Money(None, "")
        return Money(self._signed(signed, cells), signed.unit)

    def _signed(self, printed: PrintedAmount, cells: Sequence[str]) -> Decimal:
        is_in = printed.is_in
        if is_in is None:
            is_in = self._ways[cell_at(self._direction_at, cells)]
        if is_in is not None:
            return -abs(printed.amount) if is_in else abs(printed.amount)
        if self._out_is_negative or printed.has_plus:
            return -printed.amount
        return printed.amount

    def _way(self, said: str) -> bool | None:
        """Return whether a word says that money came in, None: it says neither."""
        if self._book.says(said, Term.MONEY_IN):
            return True
        return False if self._book.says(said, Term.MONEY_OUT) else None


def cell_at(place: int | None, cells: Sequence[str]) -> str:
    """Return what stands in a cell, "" where the row or the file has none."""
    return cells[place].strip() if place is not None and place < len(cells) else ""
