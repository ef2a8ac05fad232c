"""The rows of a table, with their words cached, and sorted without Qt's help."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import Mark, State, words_of

Index = QModelIndex | QPersistentModelIndex
ColumnKind = Literal["text", "money", "mark", "sign", "link"]

MARK = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_ROLES = Qt.ItemDataRole
_SIDES = Qt.AlignmentFlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        title: What stands above it.
        width: In px at 100 %; 0 is the rest.
        kind: How it is shown; a "sign" is a mark without its word.
        leads: Whether a click leads somewhere, as that on a "link" always does.

    """

    title: str
    width: int = 0
    kind: ColumnKind = "text"
    leads: bool = False

    @property
    def is_link(self) -> bool:
        """Tell whether a click on a cell leads somewhere."""
        return self.leads or self.kind == "link"


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, or its mark; with both, the words are those of the mark.

    A column in which any cell has an `order` is sorted by that, unknown ones first,
    and else by its words; the orders of one column are of one type.
    """

    words: str = ""
    mark: State | Mark | None = None
    order: object = None

    @property
    def said(self) -> str:
        """Return the words that a person reads or hears."""
        if self.mark is None or self.words:
            return self.words
        return words_of(self.mark)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row; `key` is what the page knows it by."""

    key: str
    cells: tuple[Cell, ...]


class Rows(QAbstractTableModel):
    """The rows of a table."""

    def __init__(self, look: Look, columns: Sequence[Column]) -> None:
        super().__init__()
        self._look = look
        self.columns = tuple(columns)
        self._rows: list[TableRow] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._figures = QFont()
        self._figures.setFeature(QFont.Tag("tnum"), 1)

    @property
    def shown(self) -> Sequence[TableRow]:
        """Return the rows as they stand."""
        return self._rows

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show *rows* in place of all others, in the order that was chosen."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def append(self, rows: Sequence[TableRow]) -> None:
        """Add *rows* at the end; nothing moves under the pointer."""
        if not rows:
            return
        first = len(self._rows)
        self.beginInsertRows(_ROOT, first, first + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def replace(self, row: TableRow) -> None:
        """Show *row* in place of the one with its key, at the same place."""
        for number, known in enumerate(self._rows):
            if known.key == row.key:
                self._rows[number] = row
                last = self.index(number, len(self.columns) - 1)
                self.dataChanged.emit(self.index(number, 0), last)

    def key_at(self, number: int) -> str:
        """Return the key of a row as it stands."""
        return self._rows[number].key

    def number_of(self, key: str) -> int | None:
        """Return where the row with *key* stands."""
        keys = [row.key for row in self._rows]
        return keys.index(key) if key in keys else None

    def numbers_of(self, keys: Sequence[str]) -> Sequence[int]:
        """Return where those of *keys* stand that are there, from top to bottom."""
        wanted = set(keys)
        return [at for at, row in enumerate(self._rows) if row.key in wanted]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Return the words, the mark or the looks of a cell."""
        cell = self._rows[index.row()].cells[index.column()]
        column = self.columns[index.column()]
        match role:
            case _ROLES.DisplayRole:
                words = cell.words if cell.mark is None else ""
                return self._lead(index.column()) + words
            case _ROLES.AccessibleTextRole | _ROLES.ToolTipRole:
                return cell.said
            case _ROLES.UserRole:
                return cell.mark
            case _ROLES.TextAlignmentRole:
                return self._side(index.column())
            case _ROLES.ForegroundRole if column.is_link:
                return self._look.colour("accent")
            case _ROLES.FontRole if column.kind == "money":
                return self._figures
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _ROLES.DisplayRole,
    ) -> object:
        """Return the title of a column, and how it is sorted."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ROLES.TextAlignmentRole:
            return self._side(section)
        if role != _ROLES.DisplayRole:
            return None
        sign = ""
        if self._sorted is not None and self._sorted[0] == section:
            sign = " ▲" if self._sorted[1] is Qt.SortOrder.AscendingOrder else " ▼"
        return f"{self._lead(section)}{self.columns[section].title}{sign}"

    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        """Sort by *column*; rows that are equal there keep their places."""
        self.layoutAboutToBeChanged.emit()
        before = [index.row() for index in self.persistentIndexList()]
        rows = list(self._rows)
        self._sorted = (column, order) if 0 <= column < len(self.columns) else None
        self._arrange()
        places = {id(row): number for number, row in enumerate(self._rows)}
        for index, old in zip(self.persistentIndexList(), before, strict=True):
            moved = self.index(places[id(rows[old])], index.column())
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        if self._sorted is not None:
            column, order = self._sorted
            is_down = order is Qt.SortOrder.DescendingOrder
            cells = [row.cells[column] for row in self._rows]
            has_order = any(cell.order is not None for cell in cells)
            place = _by_order if has_order else _by_words
            self._rows.sort(key=lambda row: place(row.cells[column]), reverse=is_down)

    def _lead(self, column: int) -> str:
        """Keep a column that follows money at a distance from it."""
        return "\u2003" if column and self.columns[column - 1].kind == "money" else ""

    def _side(self, column: int) -> Qt.AlignmentFlag:
        match self.columns[column].kind:
            case "money":
                return _SIDES.AlignRight | _SIDES.AlignVCenter
            case "sign":
                return _SIDES.AlignCenter
            case _:
                return _SIDES.AlignLeft | _SIDES.AlignVCenter


def _by_order(cell: Cell) -> tuple[bool, object]:
    return (cell.order is not None, cell.order)


def _by_words(cell: Cell) -> tuple[bool, object]:
    return (True, cell.said)
