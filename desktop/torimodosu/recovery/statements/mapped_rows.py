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
from torimodosu.recovery.statements.mapped_money import Money, MoneyReader, cell_at
from torimodosu.recovery.statements.mapping import ColumnMapping, FileFacts
from torimodosu.recovery.statements.memo import Memo
from torimodosu.recovery.statements.printed_day import PrintedDay, printed_day
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
        self.lacks_year = self.has_pending = False
        self._mapping, self._book, self._file = mapping, book, file
        self._at = _places_of(mapping.columns)
        self._money = MoneyReader(mapping, book)
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
            printed = self._money.amounts[filled[1]]
            self.printed_total = printed.amount if printed else self.printed_total

    def _needed(self) -> Sequence[int]:
        meanings = (Meaning.USED, Meaning.MERCHANT, Meaning.AMOUNT)
        return [self._mapping.columns.get(meaning, 0) for meaning in meanings]

    def _take(self, number: int, cells: Sequence[str]) -> None:
        written = cell_at(self._at.used, cells)
        day = self._days[written]
        money = self._money.read(cells)
        is_pending = day is None and self._book.says(written, Term.PENDING)
        self.has_pending = self.has_pending or is_pending
        if day is None and not is_pending:
            self._take_undated(number, cells, money)
        elif isinstance(money, Why):
            self.skipped.append(Skipped(row=number, why=money))
        elif money.amount is None and self._tells_balance(cells):
            self.other_rows[_BALANCE] += 1
        else:
            self._add(number, cells, self._dated(day), money)

    def _tells_balance(self, cells: Sequence[str]) -> bool:
        """Tell whether a row names a balance, on some day and in some other column."""
        named = (
            next(cell for cell in cells if cell.strip()),
            cell_at(self._at.merchant, cells),
        )
        return any(self._book.begins_with(name, Term.BALANCE) for name in named)

    def _take_undated(
        self, number: int, cells: Sequence[str], money: Money | Why
    ) -> None:
        has_money = isinstance(money, Money) and money.amount is not None
        first = next(cell for cell in cells if cell.strip())
        if self._book.begins_with(first, Term.TOTAL) and has_money:
            self.other_rows[_TOTAL] += 1
            self.printed_total = money.amount if isinstance(money, Money) else None
        elif self._book.begins_with(first, Term.BALANCE):
            self.other_rows[_BALANCE] += 1
        elif has_money or isinstance(money, Why):
            written = cell_at(self._at.used, cells)
            why = Why.DATE_NOT_UNDERSTOOD if written else Why.NO_DATE
            self.skipped.append(Skipped(row=number, why=why))
        else:
            self.other_rows[_NOTE if self.charges else _HEAD] += 1
            is_next = number == self._last + 1
            if self.charges and is_next and not cell_at(self._at.used, cells):
                self._last = number
                self._continue(cells)

    def _continue(self, cells: Sequence[str]) -> None:
        """Add the text of a row without day and amount to the charge above it."""
        more = cell_at(self._at.merchant, cells)
        last = self.charges[-1]
        is_alone = all(cell.strip() in ("", more) for cell in cells)
        if more and is_alone and len(last.merchant) + len(more) < _LONGEST_SHOP:
            shop = shop_of(f"{last.merchant} {' '.join(more.split())}")
            self.charges[-1] = replace(
                last, merchant=shop.printed, merchant_normal=shop.normal
            )

    def _add(
        self, number: int, cells: Sequence[str], day: date | None, money: Money
    ) -> None:
        printed = cell_at(self._at.merchant, cells) or cell_at(self._at.memo, cells)
        shop = self._shops[printed]
        self._last = number
        currency = self._currency(cells, money)
        billed = self._days[cell_at(self._at.billed, cells)]
        self.charges.append(
            Charge(
                row=number,
                card=self._cards[cell_at(self._at.card, cells)],
                holder=self._holders[cell_at(self._at.holder, cells)],
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

    def _currency(self, cells: Sequence[str], money: Money) -> str:
        said = cell_at(self._at.currency, cells)
        codes = self._book.currencies
        return codes.get(said) or codes.get(money.unit) or self._mapping.currency

    def _foreign(self, cells: Sequence[str], currency: str) -> Foreign | None:
        code = cell_at(self._at.foreign_currency, cells).upper()
        printed = self._money.amounts[cell_at(self._at.foreign_amount, cells)]
        if printed is None or code in ("", currency):
            return None
        rate = self._money.amounts[cell_at(self._at.rate, cells)]
        amount = f"{abs(printed.amount)}"
        return foreign_from(amount, code, f"{rate.amount}" if rate else "")

    def _dated(self, day: PrintedDay | None) -> date | None:
        if day is None:
            return None
        told = self._file.year or year_of(self._file.name, month=day.month)
        year = day.year or told
        self.lacks_year = self.lacks_year or not year
        return day.in_year(year) if year else None
