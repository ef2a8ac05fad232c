"""The columns of a table: their names and what stands in them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from torimodosu.recovery.catalogue.statement_words import Meaning
from torimodosu.recovery.statements.printed_number import is_no_number
from torimodosu.recovery.statements.table import (
    Row,
    Table,
    is_day,
    is_like_charge,
    is_number,
)
from torimodosu.recovery.statements.word_book import WordBook

DAYS = (Meaning.USED, Meaning.DATE, Meaning.BOOKED, Meaning.VALUED)
AMOUNTS = (Meaning.AMOUNT, Meaning.OUT, Meaning.IN)
_LOOKED_AT = 60
# What a mistake in a cell or two, or a remark, leaves of a column.
_MOST_OF = 0.75
_TWO = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table.

    Attributes:
        header_row: The number of the row with their names, 0 where there is none.
        names: Their names, () where there is none.
        above: The cells in front of the header, or of the first charge.
        charges: The rows that have a day and a number.

    """

    header_row: int
    names: tuple[str, ...]
    above: tuple[str, ...]
    charges: tuple[Sequence[str], ...]
    book: WordBook

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(len(self.names), *(len(cells) for cells in self.charges))

    def cells(self, place: int) -> list[str]:
        """Return what stands in a column, "" where nothing does."""
        return [cells[place] if place < len(cells) else "" for cells in self.charges]

    def filled(self, place: int) -> list[str]:
        """Return what stands in a column, without empty cells."""
        return [cell.strip() for cell in self.cells(place) if cell.strip()]

    def numbers(self, place: int) -> list[str]:
        """Return the filled cells of a column, without signs that stand for none."""
        return [cell for cell in self.filled(place) if not is_no_number(cell)]

    def meanings(self, place: int) -> Sequence[Meaning]:
        """Return what the name of a column says that it holds, likeliest first."""
        return (
            self.book.meanings_of(self.names[place]) if place < len(self.names) else ()
        )

    def named(self, meaning: Meaning) -> list[int]:
        """Return the places of the columns whose name says first that they hold it."""
        return [p for p in range(len(self.names)) if self.meanings(p)[:1] == (meaning,)]

    def plainness(self, place: int) -> tuple[bool, int, int]:
        """Return how plainly a column is named, the plainest least."""
        return self.book.rank_of(self.names[place])

    def are_days(self, place: int) -> bool:
        """Tell whether a column holds days."""
        return self._are(self.filled(place), lambda cell: is_day(cell, self.book))

    def are_numbers(self, place: int) -> bool:
        """Tell whether a column holds numbers."""
        return self._are(self.numbers(place), lambda cell: is_number(cell, self.book))

    def are_texts(self, place: int) -> bool:
        """Tell whether a column holds words."""
        return self._are(
            self.filled(place), lambda cell: any(sign.isalpha() for sign in cell)
        )

    @staticmethod
    def _are(filled: Sequence[str], is_one: Callable[[str], bool]) -> bool:
        fitting = sum(map(is_one, filled))
        return bool(filled) and fitting >= len(filled) * _MOST_OF


def columns_of(table: Table, book: WordBook) -> Columns | None:
    """Return the columns of *table*, None where no row is like a charge."""
    rows = table.sample()
    at = _header_at(rows, book)
    body = rows if at is None else rows[at + 1 :]
    charges = tuple(cells for _, cells in body if is_like_charge(cells, book))
    if not charges:
        return None
    if at is None:
        first = next(i for i, (_, cells) in enumerate(rows) if cells is charges[0])
        return Columns(0, (), _joined(rows[:first]), charges, book)
    number, names = rows[at]
    return Columns(number, _whole(names), _joined(rows[:at]), charges, book)


def _header_at(rows: Sequence[Row], book: WordBook) -> int | None:
    """Return where the row with the names of the columns is among *rows*, or None."""
    for at, (_, cells) in enumerate(rows[:_LOOKED_AT]):
        if is_like_charge(cells, book):
            break
        said = {m for cell in cells if cell.strip() for m in book.meanings_of(cell)[:1]}
        if said & {*DAYS} and said & {*AMOUNTS}:
            return at
    else:
        return None
    filled = [place for place in range(at) if any(map(str.strip, rows[place][1]))]
    above = rows[filled[-1]][1] if filled else ()
    is_header = sum(map(bool, above)) >= _TWO and not any(
        is_day(cell, book) or is_number(cell, book) for cell in above
    )
    return filled[-1] if is_header and len(above) >= len(rows[at][1]) - 1 else None


def _joined(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(cell for _, cells in rows for cell in cells if cell.strip())


def _whole(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip().removeprefix("\ufeff") for name in names)
