"""Telling by names and content what the columns of a statement hold."""

import re
from collections.abc import Iterator, Sequence

from torimodosu.recovery.catalogue.statement_layout import Account, DateForm
from torimodosu.recovery.catalogue.statement_words import Meaning, Term
from torimodosu.recovery.statements.columns import DAYS, Columns, columns_of
from torimodosu.recovery.statements.date_order import order_of, year_of
from torimodosu.recovery.statements.mapping import (
    ColumnMapping,
    FileFacts,
    Guess,
    Unsure,
)
from torimodosu.recovery.statements.money_columns import Money, money_of
from torimodosu.recovery.statements.printed_day import printed_day, two_numbers
from torimodosu.recovery.statements.printed_number import printed_amount
from torimodosu.recovery.statements.table import Table
from torimodosu.recovery.statements.word_book import WordBook, folded_words

_KANA = re.compile("[ぁ-んァ-ヶｦ-ﾟ]")
_HAN = re.compile("[一-龠]")
_FULL_YEAR = re.compile(r"[0-9]{4}\.?\s*$")
_HALF = 0.5
_PLAIN = (
    *(Meaning.CURRENCY, Meaning.FOREIGN_AMOUNT, Meaning.FOREIGN_CURRENCY),
    *(Meaning.RATE, Meaning.CARD, Meaning.HOLDER),
)


def guess_mapping(table: Table, book: WordBook, file: FileFacts) -> Guess | None:
    """Return what the columns of *table* seem to hold, None where none hold charges."""
    columns = columns_of(table, book)
    if columns is None or book.count(columns.names, Term.NO_STATEMENT):
        return None
    day = _day_column(columns)
    billed = [p for p in columns.named(Meaning.BILLED) if columns.are_days(p)]
    days = [p for p in range(columns.width) if columns.are_days(p)]
    account = _account(columns, file.name)
    other = [*days, *_places_named(columns)]
    money = money_of(columns, other, account)
    taken = [*other, *money.places.values()]
    texts = _text_columns(columns, taken)
    unsure = set(money.unsure)
    unsure |= {Unsure.DATE} if day is None else set()
    unsure |= set() if texts else {Unsure.MERCHANT}
    unsure |= _unknown_names(columns)
    places = dict(_plain_columns(columns, taken))
    places |= money.places
    places |= {} if day is None else {Meaning.USED: day}
    places |= {Meaning.BILLED: billed[0]} if billed else {}
    places |= dict(zip((Meaning.MERCHANT, Meaning.MEMO), texts, strict=False))
    dates = _order(columns, day, file)
    unsure |= set() if dates else {Unsure.DAY_OR_MONTH}
    dates = dates or DateForm.MONTH_FIRST
    unsure |= _unknown_year(columns, day, dates, file.name)
    mapping = ColumnMapping(
        delimiter=table.delimiter,
        header=tuple(map(folded_words, columns.names)),
        width=columns.width,
        days=tuple(days),
        columns=places,
        dates=dates,
        decimal=money.decimal,
        out_is_negative=money.out_is_negative,
        account=account,
        currency=_currency(columns, money),
    )
    return Guess(mapping=mapping, unsure=frozenset(unsure))


def _day_column(columns: Columns) -> int | None:
    for meaning in DAYS:
        named = [p for p in columns.named(meaning) if columns.are_days(p)]
        if named:
            return named[0]
    if any(columns.named(meaning) for meaning in DAYS):
        return None
    days = (p for p in range(columns.width) if columns.are_days(p))
    return next(days, None)


def _places_named(columns: Columns) -> list[int]:
    """Return the columns whose names say that they hold no amount of the charge."""
    meanings = (*_PLAIN, Meaning.BALANCE, Meaning.BILLED, Meaning.OTHER)
    return [place for meaning in meanings for place in columns.named(meaning)]


def _plain_columns(
    columns: Columns, taken: Sequence[int]
) -> Iterator[tuple[Meaning, int]]:
    for meaning in _PLAIN:
        named = [p for p in columns.named(meaning) if columns.filled(p)]
        if named and meaning is Meaning.HOLDER and not columns.are_texts(named[0]):
            yield Meaning.CARD, named[0]  # who used it is told by a number
        elif named:
            yield meaning, named[0]
    if columns.named(Meaning.CURRENCY):
        return
    codes = set(columns.book.currencies)
    for place in range(columns.width):
        filled = columns.filled(place)
        if place not in taken and filled and set(filled) <= codes:
            yield Meaning.CURRENCY, place
            return


def _text_columns(columns: Columns, taken: Sequence[int]) -> list[int]:
    """Return the columns that may name the shop, best first.

    A column of that name goes before one for remarks, and these before others, of which
    the one with most letters in its cells is best.
    """
    free = [p for p in range(columns.width) if p not in taken]
    shops, memos = columns.named(Meaning.MERCHANT), columns.named(Meaning.MEMO)
    used = [p for p in free if len(columns.filled(p)) >= len(columns.charges) * _HALF]
    texts = [p for p in used if columns.are_texts(p)]
    return [
        *_plainest_first(columns, [p for p in shops if p in texts]),
        *_plainest_first(columns, [p for p in memos if p in texts]),
        *_most_letters_first(columns, [p for p in texts if p not in (*shops, *memos)]),
    ]


def _plainest_first(columns: Columns, places: Sequence[int]) -> list[int]:
    return sorted(places, key=columns.plainness)


def _most_letters_first(columns: Columns, places: Sequence[int]) -> list[int]:
    def letters(place: int) -> float:
        filled = columns.filled(place)
        of_each = [(sum(map(str.isalpha, cell)), len(cell)) for cell in filled]
        return sum(n * n / length for n, length in of_each) / len(filled)

    return sorted(places, key=letters, reverse=True)


def _unknown_names(columns: Columns) -> set[Unsure]:
    """Return whether there are names of columns of which too few are known."""
    known = {m for p in range(len(columns.names)) for m in columns.meanings(p)[:1]}
    return {Unsure.COLUMNS} if columns.names and not known & {*DAYS} else set()


def _account(columns: Columns, name: str) -> Account:
    told = (*columns.above, *columns.names, name)
    cards = columns.book.count(told, Term.CARD)
    return Account.BANK if columns.book.count(told, Term.BANK) > cards else Account.CARD


def _order(columns: Columns, day: int | None, file: FileFacts) -> DateForm | None:
    if day is None:
        return DateForm.YEAR_FIRST
    money = [
        code
        for place in range(columns.width)
        if (code := columns.book.currency_in(" ".join(set(columns.filled(place)[:20]))))
    ]
    head = (*columns.names, *columns.above, *money)
    days = columns.filled(day)
    has_year_last = any(two_numbers(text) and _FULL_YEAR.search(text) for text in days)
    if _is_japanese(columns) and not has_year_last:
        return DateForm.YEAR_FIRST
    return order_of(days, columns.book, head, file)


def _unknown_year(
    columns: Columns, day: int | None, form: DateForm, name: str
) -> set[Unsure]:
    texts = [] if day is None else columns.filled(day)
    days = [printed_day(text, form, columns.book.months) for text in texts]
    is_missing = any(one is not None and not one.year for one in days)
    return {Unsure.YEAR} if is_missing and not year_of(name, month=1) else set()


def _currency(columns: Columns, money: Money) -> str:
    """Return the currency that names, cells or the words above tell, or ""."""
    book = columns.book
    names = [columns.names[p] for p in money.places.values() if p < len(columns.names)]
    cells = [cell for p in money.places.values() for cell in columns.filled(p)]
    read = [printed_amount(cell, money.decimal, book.currencies) for cell in cells]
    units = {book.currencies[one.unit] for one in read if one and one.unit}
    for codes in (
        {book.currency_in(name) for name in names},
        units,
        {book.currencies[cell] for cell in columns.above if cell in book.currencies},
        {"JPY"} if _is_japanese(columns) else set(),
    ):
        told = codes - {""}
        if len(told) == 1:
            return told.pop()
    return ""


def _is_japanese(columns: Columns) -> bool:
    """Tell whether kana stand in the head of the file, or in most rows.

    Below names of columns in Chinese characters one row is enough.
    """
    head = (*columns.names, *columns.above)
    if any(map(_KANA.search, head)):
        return True
    rows = sum(any(map(_KANA.search, cells)) for cells in columns.charges)
    return rows > (0 if any(map(_HAN.search, head)) else len(columns.charges) * _HALF)
