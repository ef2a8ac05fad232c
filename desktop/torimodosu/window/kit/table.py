"""A calm table: hairlines, marks as shape and word, money to the right."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from torimodosu.recovery.orders.order import Ownership
from torimodosu.window.kit.column_widths import READABLE, ColumnWidths, fitting
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.marks import sign_of, words_of
from torimodosu.window.kit.rows import MARK, Column, Index, Rows, TableRow
from torimodosu.window.kit.sight import area_around
from torimodosu.window.kit.verdict_menu import VerdictMenu

_ROOMY, _DENSE, _HEAD, _SCROLL_BAR = 44, 32, 36, 14
_NARROWEST = 76
_UNSORTED = -1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkDelegate(QStyledItemDelegate):
    """Paints a mark as icon and word; an arrow where a click offers verdicts."""

    def __init__(
        self, look: Look, columns: Sequence[Column], *, is_judged: bool
    ) -> None:
        super().__init__()
        self._look, self._columns, self._is_judged = look, columns, is_judged

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint the cell, then its mark."""
        super().paint(painter, option, index)
        mark = index.data(MARK)
        if mark is None:
            return
        look, number = self._look, index.column()
        icon, tone = sign_of(mark)
        picture = look.pixmap(icon, tone, 18)
        if self._columns[number].kind == "sign":
            middle = option.rect.center() - QPoint(look.px(9), look.px(9))
            painter.drawPixmap(middle, picture)
            return
        follows_money = number and self._columns[number - 1].kind == "money"
        area = option.rect.adjusted(look.px(26 if follows_money else 11), 0, 0, 0)
        top = area.center().y() - look.px(18) // 2
        painter.drawPixmap(area.left(), top, picture)
        painter.setPen(look.colour(tone))
        words = area.adjusted(look.px(26), 0, 0, -1)
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)
        if self._is_judged:
            arrow = look.pixmap("down", "muted", 16)
            right = option.rect.right() - look.px(22)
            painter.drawPixmap(right, option.rect.center().y() - look.px(8), arrow)


class Table(QTableView):
    """A table as tall as its rows, or a dense one as tall as *dense_rows* at most.

    `opened` tells the key of the row whose link was followed, and its column.
    `judged` tells a verdict and the keys of the rows: one key of *verdicts* gives it,
    or a click on a mark and the menu that it opens.
    """

    opened = Signal(str, int)
    judged = Signal(object, tuple)

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column],
        name: str,
        *,
        verdicts: Mapping[Qt.Key, Ownership] | None = None,
        dense_rows: int = 0,
    ) -> None:
        super().__init__()
        self._look, self._verdicts, self._shown = look, verdicts or {}, dense_rows
        self._words = list(map(words_of, self._verdicts.values()))
        self._height = look.px(_DENSE if dense_rows else _ROOMY)
        self.rows = Rows(look, columns)
        self._delegate = MarkDelegate(look, columns, is_judged=bool(verdicts))
        self.setAccessibleName(name)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self._calm_down()
        self._lay_out_columns()
        self.clicked.connect(self._follow)
        self.clicked.connect(self._offer_verdicts)
        self.rows.modelReset.connect(self._measure)
        self.rows.modelReset.connect(self._fit)
        self.rows.rowsInserted.connect(self._fit)

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show *rows* in place of all others; keep the place of the person.

        What they have selected stays so: new rows may come while they are at it.
        """
        index, selected = self.currentIndex(), self.selected_keys()
        key = self.rows.key_at(index.row()) if index.isValid() else ""
        self.rows.show_rows(rows)
        number = self.rows.number_of(key)
        if number is not None:
            self.setCurrentIndex(self.rows.index(number, index.column()))
        _select_too(self, selected)

    def selected_keys(self) -> tuple[str, ...]:
        """Return the keys of the selected rows, from top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.key_at(number) for number in numbers)

    def select(self, keys: Sequence[str]) -> None:
        """Select the rows with *keys* and go to the first of them."""
        found = self.rows.numbers_of(keys)
        self.clearSelection()
        if found:
            self.setCurrentIndex(self.rows.index(found[0], 0))
        _select_too(self, keys)

    def judge(self, verdict: Ownership) -> None:
        """Give *verdict* on the selected rows, and go on to the next row from one."""
        keys = self.selected_keys()
        if not keys:
            return
        self.judged.emit(verdict, keys)
        number = self.rows.number_of(keys[-1])
        if len(keys) == 1 and number is not None and number + 1 < self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(number + 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Judge with a single key, follow a link with Enter, else move about."""
        key = Qt.Key(event.key())
        is_plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if is_plain and key in self._verdicts:
            self.judge(self._verdicts[key])
        elif is_plain and key in _ENTER and self.currentIndex().isValid():
            self._follow(self._link_beside(self.currentIndex()))
        else:
            super().keyPressEvent(event)
        _bring_into_sight(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the row that the keys are about, which Qt only goes to."""
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand above what a click does something with."""
        index = self.indexAt(event.position().toPoint())
        shape = Qt.CursorShape.ArrowCursor
        if index.isValid() and (self._is_link(index) or self._is_judged(index)):
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for a scroll bar where the columns need one."""
        super().resizeEvent(event)
        self._share_out()
        self._fit()

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and self._is_link(index):
            self.opened.emit(self.rows.key_at(index.row()), index.column())

    def _offer_verdicts(self, index: QModelIndex) -> None:
        """Open the menu of verdicts below the mark at *index*."""
        if self._is_judged(index):
            menu = VerdictMenu(self._look, self._verdicts, self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.chosen.connect(self.judge)
            below = self.visualRect(index).bottomLeft()
            menu.popup(self.viewport().mapToGlobal(below))

    def _link_beside(self, index: QModelIndex) -> QModelIndex:
        """Return the link of the row of *index*, *index* itself if it is one."""
        if self._is_link(index):
            return index
        links = [column.is_link for column in self.rows.columns]
        number = links.index(True) if any(links) else _UNSORTED
        return self.rows.index(index.row(), number)

    def _is_link(self, index: QModelIndex) -> bool:
        is_link = self.rows.columns[index.column()].is_link
        return is_link and bool(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _is_judged(self, index: QModelIndex) -> bool:
        is_mark = self.rows.columns[index.column()].kind == "mark"
        return is_mark and bool(self._verdicts)

    def _calm_down(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        ways = QAbstractItemView.SelectionBehavior
        has_signs = any(column.kind == "sign" for column in self.rows.columns)
        self.setSelectionBehavior(ways.SelectItems if has_signs else ways.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._height)
        if not self._shown:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(self._look.px(_HEAD))
        head.setMinimumSectionSize(self._look.px(_NARROWEST))
        head.setSortIndicator(_UNSORTED, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self._measure()

    def _measure(self) -> None:
        """Make the columns as wide as what stands in them, and share out the rest."""
        widths = ColumnWidths(self._look, self.rows.columns, self.font(), *self._words)
        self._widths, rows = widths.of_all(self.rows.shown), self.rows.shown
        pairs = enumerate(self._widths)
        self._to_read = {
            at: widths.to_read(at, rows) for at, one in pairs if not one.usual
        }
        self._share_out()

    def _share_out(self) -> None:
        """Give the rest of the width to the columns without one of their own.

        Where the table has to scroll sideways anyway, they are wide enough to read.
        """
        head, room = self.horizontalHeader(), self.viewport().width()
        widths = fitting(self._widths, room - self._look.px(READABLE))
        is_tight = room - sum(widths) < self._look.px(_NARROWEST) * widths.count(0)
        modes = QHeaderView.ResizeMode
        for number, width in enumerate(widths):
            if width or is_tight:
                head.setSectionResizeMode(number, modes.Interactive)
                self.setColumnWidth(number, width or self._to_read[number])
            else:
                head.setSectionResizeMode(number, modes.Stretch)

    def _fit(self) -> None:
        count = self.rows.rowCount()
        rows = min(count, self._shown) if self._shown else count
        is_wide = self.horizontalHeader().length() > self.viewport().width()
        room = _SCROLL_BAR if is_wide else 6
        self.setFixedHeight(self._look.px(_HEAD) + self._height * rows + room)


def _select_too(table: Table, keys: Sequence[str]) -> None:
    """Select the rows with *keys* beside those that are selected."""
    flags = QItemSelectionModel.SelectionFlag
    for number in table.rows.numbers_of(keys):
        index = table.rows.index(number, 0)
        table.selectionModel().select(index, flags.Select | flags.Rows)


def _bring_into_sight(table: Table) -> None:
    """Scroll what *table* lies in to the row that the keys have led to."""
    area = area_around(table)
    page = None if area is None else area.widget()
    if area is None or page is None or not table.currentIndex().isValid():
        return
    row = table.visualRect(table.currentIndex())
    middle = table.viewport().mapTo(page, row.center())
    area.ensureVisible(0, middle.y(), 0, row.height())
