"""How wide the columns of a table have to be for their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetrics

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Column, TableRow
from torimodosu.window.kit.tokens import TYPES

# Of a long table only the first rows are measured, and of these the longest words.
_ROWS, _LONGEST = 200, 4
_PADDING, _HEAD_PADDING = 24, 26
_MARK, _ARROW = 30, 26
READABLE, _EASY = 190, 340
_SORTED = " ▼"
# What needs a larger share of the usual width is long in itself, such as a subject.
_MOST = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """How wide a column is, in px; 0 is the rest.

    Attributes:
        usual: As the page wants it.
        best: As its words need it, if that is at most half as much again.

    """

    usual: int
    best: int


class ColumnWidths:
    """Measures words in the type of a table; *verdicts* are those of its marks."""

    def __init__(
        self, look: Look, columns: Sequence[Column], font: QFont, *verdicts: str
    ) -> None:
        self._look, self._columns, self._verdicts = look, columns, verdicts
        small = QFont(font)
        small.setPixelSize(look.px(TYPES["small"].size))
        self._body, self._head = QFontMetrics(font), QFontMetrics(small)

    def of_all(self, rows: Sequence[TableRow]) -> Sequence[Width]:
        """Return how wide each column is with *rows*."""
        numbers = range(len(self._columns))
        return [self._of(number, rows[:_ROWS]) for number in numbers]

    def to_read(self, number: int, rows: Sequence[TableRow]) -> int:
        """Return how wide a column without a width of its own is where all scroll."""
        said = {row.cells[number].said for row in rows[:_ROWS]}
        wide = _widest(self._body, said) + self._look.px(_PADDING)
        return min(max(wide, self._look.px(READABLE)), self._look.px(_EASY))

    def _of(self, number: int, rows: Sequence[TableRow]) -> Width:
        column = self._columns[number]
        usual = self._look.px(column.width)
        if not usual or column.kind == "sign" or not rows:
            return Width(usual=usual, best=usual)
        said = {row.cells[number].said for row in rows}
        is_money, extra = column.kind == "money", _PADDING
        if column.kind == "mark":
            said |= set(self._verdicts)
            extra += _MARK + (_ARROW if self._verdicts else 0)
        if number and self._columns[number - 1].kind == "money":
            extra += TYPES["body"].size
        head = self._head.horizontalAdvance(column.title + _SORTED)
        best = max(
            _widest(self._body, said) + self._look.px(extra),
            head + self._look.px(_HEAD_PADDING),
        )
        best = best if best <= usual * _MOST else usual
        # No amount may be cut short.
        return Width(usual=max(usual, best) if is_money else usual, best=best)


def fitting(widths: Sequence[Width], room: int) -> Sequence[int]:
    """Return the best widths, none beyond the usual one if *room* is too small."""
    best = [width.best for width in widths]
    if sum(best) <= room:
        return best
    return [min(width.best, width.usual) for width in widths]


def _widest(metrics: QFontMetrics, words: Iterable[str]) -> int:
    """Return the width of the longest words; letters of Japanese count more."""
    longest = sorted(words, key=lambda each: len(each.encode()))[-_LONGEST:]
    return max(map(metrics.horizontalAdvance, longest), default=0)
