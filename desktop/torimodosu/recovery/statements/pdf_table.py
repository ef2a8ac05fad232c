"""From the text of a PDF to rows of cells, by the columns that its header shows."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from torimodosu.recovery.catalogue.statement_words import Meaning
from torimodosu.recovery.statements.columns import AMOUNTS, DAYS
from torimodosu.recovery.statements.csv_rows import CsvText
from torimodosu.recovery.statements.pdf_text import PdfPage, PdfWord
from torimodosu.recovery.statements.table import Table
from torimodosu.recovery.statements.word_book import WordBook

_DELIMITER = "\t"
# Words of one line overlap in height at least so far; those of the next do not.
_SAME_LINE = 0.5
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
    for number, line in enumerate(_all_lines(pages), 1):
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


def _all_lines(pages: Iterable[PdfPage]) -> Iterator[Line]:
    for page in pages:
        yield from _lines(page)


def _lines(page: PdfPage) -> Iterator[Line]:
    """Yield the lines of a page from top to bottom, each from left to right."""
    line: list[PdfWord] = []
    for word in sorted(page, key=lambda word: -word.middle):
        if line and not _is_beside(word, line[0]):
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda one: one.left)


def _is_beside(word: PdfWord, first: PdfWord) -> bool:
    height = min(word.top - word.bottom, first.top - first.bottom)
    return first.middle - word.middle <= height * _SAME_LINE


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
