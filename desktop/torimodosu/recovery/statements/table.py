"""A text as rows of cells, whoever wrote it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from torimodosu.recovery.catalogue.statement_layout import DateForm
from torimodosu.recovery.statements.csv_rows import (
    DELIMITERS,
    CsvText,
    cells_of,
    rows_of,
)
from torimodosu.recovery.statements.encoding import MIXED, Decoded
from torimodosu.recovery.statements.printed_day import printed_day, two_numbers
from torimodosu.recovery.statements.printed_number import folded_number
from torimodosu.recovery.statements.statement import Why
from torimodosu.recovery.statements.word_book import WordBook

SAMPLE = 400
_LOOKED_AT = 60
_MOST_CELLS = 200

Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a text, and what parts their cells."""

    text: CsvText
    delimiter: str
    encoding: str

    def rows(self) -> Iterator[tuple[int, Sequence[str] | Why]]:
        """Yield the number and the cells of each row, or why it has none."""
        return cells_of(self.text, self.delimiter)

    def sample(self, most: int = SAMPLE) -> Sequence[Row]:
        """Return the first rows that can be parted into cells."""
        return [
            (number, cells)
            for number, cells in islice(self.rows(), most)
            if not isinstance(cells, Why) and len(cells) <= _MOST_CELLS
        ]

    def first(self, last: int) -> "Table":
        """Return the table up to the row with the number *last*."""
        most = sum(1 for number in self.text.numbers if number <= last)
        text = replace(
            self.text,
            numbers=self.text.numbers[:most],
            rows=self.text.rows[:most],
            ends_with_newline=True,
        )
        return replace(self, text=text)

    @property
    def cut_row(self) -> int:
        """The number of a last row that lacks its end, else 0."""
        return 0 if self.text.ends_with_newline else self.text.numbers[-1]


def open_table(decoded: Decoded, book: WordBook, *, delimiter: str = "") -> Table:
    """Return the rows of *decoded*, parted by *delimiter*, or by what fits best."""
    text = rows_of(decoded.text, is_mixed=decoded.encoding == MIXED)
    return Table(text, delimiter or _best_delimiter(text, book), decoded.encoding)


def _best_delimiter(text: CsvText, book: WordBook) -> str:
    """Return the delimiter that gives most rows with a day and an amount in them."""
    scores = {
        delimiter: _score(Table(text, delimiter, "").sample(_LOOKED_AT), book)
        for delimiter in DELIMITERS
    }
    return max(scores, key=lambda delimiter: scores[delimiter])


def _score(rows: Sequence[Row], book: WordBook) -> tuple[int, int, int]:
    like_charges = sum(is_like_charge(cells, book) for _, cells in rows)
    widths = [len(cells) for _, cells in rows]
    usual = max(set(widths), key=widths.count, default=0)
    return like_charges, usual, widths.count(usual)


def is_like_charge(cells: Sequence[str], book: WordBook) -> bool:
    """Tell whether a row has a day and a number."""
    days = [is_day(cell, book) for cell in cells]
    amounts = [
        is_number(cell, book) for cell, day in zip(cells, days, strict=True) if not day
    ]
    return any(days) and any(amounts)


def is_day(cell: str, book: WordBook) -> bool:
    """Tell whether *cell* holds nothing but a day, in whatever form."""
    if two_numbers(cell):
        return True
    return printed_day(cell, DateForm.YEAR_FIRST, book.months) is not None


def is_number(cell: str, book: WordBook) -> bool:
    """Tell whether *cell* holds nothing but a number, with or without a currency."""
    folded = folded_number(cell)
    if not any(sign.isdigit() for sign in folded):
        return False
    for unit in sorted(book.currencies, key=len, reverse=True):
        folded = folded.replace(unit, "", 1) if unit in folded else folded
    return all(sign.isdigit() or sign in ".,-+()" for sign in folded)
