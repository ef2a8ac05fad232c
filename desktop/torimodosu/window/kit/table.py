"""A calm table: hairlines, marks as shape and word, money to the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import sign_of, words_of
from torimodosu.window.kit.rows import MARK, Column, Index, Rows, TableRow

_ROOMY, _DENSE, _HEAD, _SCROLL_BAR = 44, 32, 36, 14
_UNSORTED = -1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkDelegate(QStyledItemDelegate):
    """Paints a mark as icon and word."""

    def __init__(self, look: Look, columns: Sequence[Column]) -> None:
        super().__init__()
        self._look, self._columns = look, columns

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint the cell, then its mark."""
        super().paint(painter, option, index)
        mark = index.data(MARK)
        if mark is None:
            return
        look, number = self._look, index.column()
        follows_money = number and self._columns[number - 1].kind == "money"
        area = option.rect.adjusted(look.px(26 if follows_money else 11), 0, 0, 0)
        icon, tone = sign_of(mark)
        picture = look.pixmap(icon, tone, 18)
        top = area.center().y() - look.px(18) // 2
        painter.drawPixmap(area.left(), top, picture)
        painter.setPen(look.colour(tone))
        words = area.adjusted(look.px(26), 0, 0, -1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, words_of(mark))


class Table(QTableView):
    """A table as tall as its rows, or a dense one as tall as *dense_rows* at most.

    `opened` tells the key of the row whose link was followed, and its column.
    `judged` tells the verdict of a key that was pressed, and the keys of the rows.
    """

    opened = Signal(str, int)
    judged = Signal(object, tuple)

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column],
        name: str,
        *,
        verdicts: Mapping[Qt.Key, object] | None = None,
        dense_rows: int = 0,
    ) -> None:
        super().__init__()
        self._look, self._verdicts, self._shown = look, verdicts or {}, dense_rows
        self._height = look.px(_DENSE if dense_rows else _ROOMY)
        self.rows = Rows(look, columns)
        self._delegate = MarkDelegate(look, columns)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._calm_down()
        self._lay_out_columns()
        self.clicked.connect(self._follow)
        self.rows.modelReset.connect(self._fit)
        self.rows.rowsInserted.connect(self._fit)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show *rows* in place of all others; keep the place of the person."""
        index = self.currentIndex()
        key = self.rows.key_at(index.row()) if index.isValid() else ""
        self.rows.show_rows(rows)
        number = self.rows.number_of(key)
        if number is not None:
            self.setCurrentIndex(self.rows.index(number, index.column()))

    def selected_keys(self) -> tuple[str, ...]:
        """Return the keys of the selected rows, from top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.key_at(number) for number in numbers)

    def select(self, keys: Sequence[str]) -> None:
        """Select the rows with *keys* and go to the first of them."""
        numbers = [self.rows.number_of(key) for key in keys]
        found = sorted(number for number in numbers if number is not None)
        self.clearSelection()
        if found:
            self.setCurrentIndex(self.rows.index(found[0], 0))
        rows = QItemSelectionModel.SelectionFlag.Rows
        add = QItemSelectionModel.SelectionFlag.Select | rows
        for number in found:
            self.selectionModel().select(self.rows.index(number, 0), add)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge with a single key, follow a link with Enter, else move about."""
        key = Qt.Key(event.key())
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if is_plain and key in self._verdicts and self.selected_keys():
            self._judge(key)
        elif is_plain and key in _ENTER and self.currentIndex().isValid():
            self._follow(self._link_beside(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand above a link."""
        index = self.indexAt(event.position().toPoint())
        shape = Qt.CursorShape.ArrowCursor
        if index.isValid() and self._is_link(index):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for a scroll bar where the columns need one."""
        super().resizeEvent(event)
        self._fit()

    def _judge(self, key: Qt.Key) -> None:
        keys = self.selected_keys()
        self.judged.emit(self._verdicts[key], keys)
        number = self.rows.number_of(keys[-1])
        if len(keys) == 1 and number is not None and number + 1 < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(number + 1, 0))

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and self._is_link(index):
            self.opened.emit(self.rows.key_at(index.row()), index.column())

    def _link_beside(self, index: QModelIndex) -> QModelIndex:
        """Return the link of the row of *index*, *index* itself if it is one."""
        if self._is_link(index):
            return index
        kinds = [column.kind for column in self.rows.columns]
        number = kinds.index("link") if "link" in kinds else _UNSORTED
        return self.rows.index(index.row(), number)

    def _is_link(self, index: QModelIndex) -> bool:
        is_link = self.rows.columns[index.column()].kind == "link"
        return is_link and bool(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _calm_down(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._height)
        if not self._shown:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(self._look.px(_HEAD))
        head.setMinimumSectionSize(self._look.px(76))
        head.setSortIndicator(_UNSORTED, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        for number, column in enumerate(self.rows.columns):
            if column.width:
                self.setColumnWidth(number, self._look.px(column.width))
            else:
                head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)

    def _fit(self) -> None:
        count = self.rows.rowCount()
        rows = min(count, self._shown) if self._shown else count
        is_wide = self.horizontalHeader().length() > self.viewport().width()
        room = _SCROLL_BAR if is_wide else 6
        self.setFixedHeight(self._look.px(_HEAD) + self._height * rows + room)
