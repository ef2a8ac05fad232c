"""From the rows of a table to charges, as a mapping of its columns says."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from torimodosu.recovery.catalogue.statement_layout import Account
from torimodosu.recovery.catalogue.statement_words import Meaning, Term
from torimodosu.recovery.statements.date_order import year_of
from torimodosu.recovery.statements.foreign import foreign_from
from torimodosu.recovery.statements.holder_row import last_four, plain_holder
from torimodosu.recovery.statements.kinds import kind_of
from torimodosu.recovery.statements.mapping import ColumnMapping, FileFacts
from torimodosu.recovery.statements.memo import Memo
from torimodosu.recovery.statements.printed_day import PrintedDay, printed_day
from torimodosu.recovery.statements.printed_number import (
    PrintedAmount,
    is_no_number,
    printed_amount,
)
from torimodosu.recovery.statements.shop import Shop, shop_of
from torimodosu.recovery.statements.statement import (
    Charge,
    ChargeKind,
    Foreign,
    Skipped,
    Why,
)
from torimodosu.recovery.statements.word_book import WordBook

_LONGEST_SHOP = 400
_LABEL_AND_VALUE = 2
_HEAD, _BLANK, _NOTE, _TOTAL, _BALANCE = "head", "blank", "note", "total", "balance"


@dataclass(frozen=True, slots=True)
class _Money:
    """What a row says of money; `amount` is positive for money out."""

    amount: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class _Places:
    """The place of each column, None where there is none; asked for in every row."""

    used: int | None
    merchant: int | None
    memo: int | None
    direction: int | None
    currency: int | None
    foreign_amount: int | None
    foreign_currency: int | None
    rate: int | None
    card: int | None
    holder: int | None
    billed: int | None


def _places_of(columns: Mapping[Meaning, int]) -> _Places:
    return _Places(*(columns.get(Meaning(field.name)) for field in fields(_Places)))


class MappedRows:
    """Reads the rows of one file; what it found is in its attributes."""

    def __init__(self, mapping: ColumnMapping, book: WordBook, file: FileFacts) -> None:
        self.charges: list[Charge] = []
        self.skipped: list[Skipped] = []
        self.other_rows: Counter[str] = Counter()
        self.printed_total: Decimal | None = None
        self.lacks_year = False
        self._mapping, self._book, self._file = mapping, book, file
        self._at = _places_of(mapping.columns)
        self._money_at = [
            (meaning, mapping.columns[meaning])
            for meaning in (Meaning.AMOUNT, Meaning.OUT, Meaning.IN)
            if meaning in mapping.columns
        ]
        self._ways: Memo[bool | None] = Memo(self._way)
        self._last = 0
        self._shops: Memo[Shop] = Memo(shop_of)
        self._cards: Memo[str] = Memo(last_four)
        self._holders: Memo[str] = Memo(plain_holder)
        self._payments: Memo[bool] = Memo(
            lambda text: bool(book.count([text], Term.PAYMENT))
        )
        self._kinds: dict[tuple[str, bool], ChargeKind] = {}
        self._days: Memo[PrintedDay | None] = Memo(
            lambda text: printed_day(text, mapping.dates, book.months)
        )
        self._amounts: Memo[PrintedAmount | None] = Memo(
            lambda text: printed_amount(text, mapping.decimal, book.currencies)
        )

    def read(
        self,
        rows: Iterable[tuple[int, Sequence[str] | Why]],
        *,
        header_row: int,
        cut_row: int,
    ) -> None:
        """Read *rows*; what stands up to *header_row* is no charge.

        The one with the number *cut_row* may lack its end.
        """
        for number, cells in rows:
            if number <= header_row:
                self._take_head(cells)
            elif isinstance(cells, Why):
                self.skipped.append(Skipped(row=number, why=cells))
            elif not any(cell.strip() for cell in cells):
                self.other_rows[_BLANK] += 1
            elif number == cut_row and len(cells) <= max(self._needed()):
                self.skipped.append(Skipped(row=number, why=Why.CUT_OFF))
            else:
                self._take(number, cells)

    def _take_head(self, cells: Sequence[str] | Why) -> None:
        self.other_rows[_HEAD] += 1
        filled = [] if isinstance(cells, Why) else [c for c in cells if c.strip()]
        if len(filled) == _LABEL_AND_VALUE and (
            self._book.begins_with(filled[0], Term.TOTAL)
        ):
            printed = self._amounts[filled[1]]
            self.printed_total = printed.amount if printed else self.printed_total

    def _needed(self) -> Sequence[int]:
        meanings = (Meaning.USED, Meaning.MERCHANT, Meaning.AMOUNT)
        return [self._mapping.columns.get(meaning, 0) for meaning in meanings]

    def _take(self, number: int, cells: Sequence[str]) -> None:
        written = _cell(self._at.used, cells)
        day = self._days[written]
        money = self._money(cells)
        if day is None and not self._book.says(written, Term.PENDING):
            self._take_undated(number, cells, money)
        elif isinstance(money, Why):
            self.skipped.append(Skipped(row=number, why=money))
        else:
            self._add(number, cells, self._dated(day), money)

    def _take_undated(
        self, number: int, cells: Sequence[str], money: _Money | Why
    ) -> None:
        has_money = isinstance(money, _Money) and money.amount is not None
        first = next(cell for cell in cells if cell.strip())
        if self._book.begins_with(first, Term.TOTAL) and has_money:
            self.other_rows[_TOTAL] += 1
            self.printed_total = money.amount if isinstance(money, _Money) else None
        elif self._book.begins_with(first, Term.BALANCE):
            self.other_rows[_BALANCE] += 1
        elif has_money or isinstance(money, Why):
            written = _cell(self._at.used, cells)
            why = Why.DATE_NOT_UNDERSTOOD if written else Why.NO_DATE
            self.skipped.append(Skipped(row=number, why=why))
        else:
            self.other_rows[_NOTE if self.charges else _HEAD] += 1
            is_next = number == self._last + 1
            if self.charges and is_next and not _cell(self._at.used, cells):
                self._last = number
                self._continue(cells)

    def _continue(self, cells: Sequence[str]) -> None:
        """Add the text of a row without day and amount to the charge above it."""
        more = _cell(self._at.merchant, cells)
        last = self.charges[-1]
        if more and len(last.merchant) + len(more) < _LONGEST_SHOP:
            shop = shop_of(f"{last.merchant} {' '.join(more.split())}")
            self.charges[-1] = replace(
                last, merchant=shop.printed, merchant_normal=shop.normal
            )

    def _add(
        self, number: int, cells: Sequence[str], day: date | None, money: _Money
    ) -> None:
        printed = _cell(self._at.merchant, cells) or _cell(self._at.memo, cells)
        shop = self._shops[printed]
        self._last = number
        currency = self._currency(cells, money)
        billed = self._days[_cell(self._at.billed, cells)]
        self.charges.append(
            Charge(
                row=number,
                card=self._cards[_cell(self._at.card, cells)],
                holder=self._holders[_cell(self._at.holder, cells)],
                date=day,
                merchant=shop.printed,
                merchant_normal=shop.normal,
                amount=money.amount,
                billed=None,
                currency=currency,
                foreign=shop.foreign or self._foreign(cells, currency),
                kind=self._kind(shop.normal, printed, money.amount),
                bill_date=self._dated(billed),
            )
        )

    def _kind(self, normal: str, printed: str, amount: Decimal | None) -> ChargeKind:
        account = self._mapping.account
        is_back = amount is not None and amount < 0
        if account is Account.CARD and is_back and self._payments[printed]:
            return ChargeKind.PAYMENT
        kind = self._kinds.get((normal, is_back))
        if kind is None:
            kind = self._kinds[normal, is_back] = kind_of(normal, amount, account)
        return kind

    def _currency(self, cells: Sequence[str], money: _Money) -> str:
        said = _cell(self._at.currency, cells)
        codes = self._book.currencies
        return codes.get(said) or codes.get(money.unit) or self._mapping.currency

    def _foreign(self, cells: Sequence[str], currency: str) -> Foreign | None:
        code = _cell(self._at.foreign_currency, cells).upper()
        printed = self._amounts[_cell(self._at.foreign_amount, cells)]
        if printed is None or code in ("", currency):
            return None
        rate = self._amounts[_cell(self._at.rate, cells)]
        amount = f"{abs(printed.amount)}"
        return foreign_from(amount, code, f"{rate.amount}" if rate else "")

    def _money(self, cells: Sequence[str]) -> _Money | Why:
        """Return the money of a row; what is printed in no form is not understood."""
        read: dict[Meaning, PrintedAmount] = {}
        for meaning, place in self._money_at:
            text = _cell(place, cells)
            printed = self._amounts[text]
            if printed is not None:
                read[meaning] = printed
            elif not is_no_number(text):
                return Why.AMOUNT_NOT_UNDERSTOOD
        out, back = read.get(Meaning.OUT), read.get(Meaning.IN)
        if out is not None and (out.amount or back is None):
            return _Money(out.amount, out.unit)
        if back is not None:
            return _Money(-abs(back.amount), back.unit)
        signed = read.get(Meaning.AMOUNT)
        if signed is None:
            return _Money(None, "")
        return _Money(self._signed(signed, cells), signed.unit)

    def _signed(self, printed: PrintedAmount, cells: Sequence[str]) -> Decimal:
        is_in = printed.is_in
        if is_in is None:
            is_in = self._ways[_cell(self._at.direction, cells)]
        if is_in is not None:
            return -abs(printed.amount) if is_in else abs(printed.amount)
        if self._mapping.out_is_negative or printed.has_plus:
            return -printed.amount
        return printed.amount

    def _way(self, said: str) -> bool | None:
        """Return whether a word says that money came in, None: it says neither."""
        if self._book.says(said, Term.MONEY_IN):
            return True
        return False if self._book.says(said, Term.MONEY_OUT) else None

    def _dated(self, day: PrintedDay | None) -> date | None:
        if day is None:
            return None
        told = self._file.year or year_of(self._file.name, month=day.month)
        year = day.year or told
        self.lacks_year = self.lacks_year or not year
        return day.in_year(year) if year else None


def _cell(place: int | None, cells: Sequence[str]) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""
