"""From the text of a PDF to rows of cells, by the columns that its header shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from torimodosu.recovery.catalogue.statement_words import Meaning
from torimodosu.recovery.statements.columns import AMOUNTS, DAYS
from torimodosu.recovery.statements.csv_rows import CsvText
from torimodosu.recovery.statements.pdf_text import PdfPage, PdfWord, lines_of
from torimodosu.recovery.statements.table import Table
from torimodosu.recovery.statements.word_book import WordBook

_DELIMITER = "\t"
# Rows stand closer to each other than so many times the height of their letters.
_APART = 3
# Day, shop and amount; a sentence may hold words for two of them.
_FEWEST_NAMES = 3

Line = Sequence[PdfWord]


@dataclass(frozen=True, slots=True)
class _Header:
    """Where each column stands, from left to right."""

    spans: tuple[tuple[float, float], ...]

    def place_of(self, word: PdfWord) -> int:
        """Return the column that *word* stands in or nearest to."""
        gaps = [max(left - word.right, word.left - right) for left, right in self.spans]
        return min(range(len(gaps)), key=lambda place: gaps[place])


def pdf_table(pages: Iterable[PdfPage], book: WordBook) -> Table | None:
    """Return the rows of *pages*, None where no line names columns of charges.

    What stands in front of the first header keeps its words as cells. A header on a
    later page is taken anew, for its columns may stand elsewhere, and is no row.
    """
    rows: list[str] = []
    numbers: list[int] = []
    header: _Header | None = None
    names: tuple[str, ...] = ()
    for number, line in _numbered(pages):
        cells = [word.text for word in line]
        if _names_columns(cells, book):
            repeats = bool(names)
            header = _Header(tuple((word.left, word.right) for word in line))
            if repeats and len(cells) == len(names):
                continue
            names = names or tuple(cells)
        elif header is not None:
            cells = _cells(line, header)
        rows.append(_DELIMITER.join(map(_quoted, cells)))
        numbers.append(number)
    if not names:
        return None
    text = CsvText(numbers, rows, faults={}, ends_with_newline=True)
    return Table(text, _DELIMITER, encoding="")


def _numbered(pages: Iterable[PdfPage]) -> Iterator[tuple[int, Line]]:
    """Yield the lines with numbers, which skip one where there is blank paper."""
    number = 0
    for page in pages:
        above: PdfWord | None = None
        for line in lines_of(page):
            height = line[0].top - line[0].bottom
            is_apart = above is None or above.middle - line[0].middle > height * _APART
            number += 2 if is_apart else 1
            above = line[0]
            yield number, line


def _names_columns(cells: Sequence[str], book: WordBook) -> bool:
    said: set[Meaning] = {m for cell in cells for m in book.meanings_of(cell)[:1]}
    return bool(said & {*DAYS} and said & {*AMOUNTS}) and len(said) >= _FEWEST_NAMES


def _cells(line: Line, header: _Header) -> list[str]:
    cells = [""] * len(header.spans)
    for word in line:
        place = header.place_of(word)
        cells[place] = f"{cells[place]} {word.text}".strip()
    return cells


def _quoted(cell: str) -> str:
    plain = " ".join(cell.split())
    return '"' + plain.replace('"', '""') + '"' if '"' in plain else plain
