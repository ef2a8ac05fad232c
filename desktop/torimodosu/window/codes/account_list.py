"""The accounts that there are codes for, in two lines each."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.codes.account_names import (
    account_line,
    account_title,
    account_words,
)
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import TYPES, Role

Index = QModelIndex | QPersistentModelIndex

_ROW, _PAD, _EDGE, _RADIUS = 52, 6, 12, 8
_ROLES = Qt.ItemDataRole
_ROOT = QModelIndex()


class Accounts(QAbstractListModel):
    """The accounts, as Qt asks for them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[KeptAccount] = ()

    def show_rows(self, rows: Sequence[KeptAccount]) -> None:
        """Show *rows* instead of the ones before."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count them."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> object:
        """Return the title, or both lines for screen readers and the pointer."""
        account = self.rows[index.row()]
        if role == _ROLES.DisplayRole:
            return account_title(account)
        if role in {_ROLES.AccessibleTextRole, _ROLES.ToolTipRole}:
            return account_words(account)
        return None


class TwoLines(QStyledItemDelegate):
    """Paints the title of an account, and its name below."""

    def __init__(self, look: Look, accounts: Accounts) -> None:
        super().__init__()
        self._look, self._accounts = look, accounts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        del option, index
        return QSize(0, self._look.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Paint both, on a soft ground where the account is chosen."""
        look, account = self._look, self._accounts.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_soft"))
            ground = option.rect.adjusted(look.px(4), 1, -look.px(4), -1)
            painter.drawRoundedRect(ground, look.px(_RADIUS), look.px(_RADIUS))
        edge = look.px(_EDGE)
        lines = option.rect.adjusted(edge, look.px(_PAD), -edge, -look.px(_PAD))
        below = account_line(account)
        upper = QRect(lines)
        if below:
            upper.setHeight(lines.height() // 2)
        self._write(painter, upper, account_title(account), "strong")
        if below:
            lower = QRect(lines)
            lower.setTop(upper.bottom() + 1)
            self._write(painter, lower, below, "small")
        painter.restore()

    def _write(self, painter: QPainter, area: QRect, words: str, role: Role) -> None:
        look, kind = self._look, TYPES[role]
        font = QFont(painter.font())
        font.setPixelSize(look.px(kind.size))
        font.setWeight(QFont.Weight(kind.weight))
        painter.setFont(font)
        painter.setPen(look.colour("muted" if role == "small" else "text"))
        right = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(words, right, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, shown)


class AccountList(QListView):
    """The list to choose an account from.

    `chosen` tells a KeptAccount, or None where none is left; `show_asked` that its code
    is to be shown, `copy_asked` that it is to be copied, `removal_asked` that it is to
    go.
    """

    chosen = Signal(object)
    show_asked = Signal()
    copy_asked = Signal()
    removal_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("accounts")
        self.accounts = Accounts()
        self.accounts.setParent(self)
        self.setModel(self.accounts)
        delegate = TwoLines(look, self.accounts)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Accounts"))
        self.doubleClicked.connect(self._ask_for_copy)
        look.recoloured.connect(self._paint_anew)

    @property
    def current(self) -> KeptAccount | None:
        """Return the account that is chosen."""
        row = self.currentIndex().row()
        return self.accounts.rows[row] if row >= 0 else None

    def show_accounts(self, accounts: Sequence[KeptAccount]) -> None:
        """Show *accounts*, and choose the one that was chosen, or else the first."""
        before = self.current
        self.accounts.show_rows(accounts)
        ids = [account.id for account in accounts]
        again = ids.index(before.id) if before and before.id in ids else 0
        self.setCurrentIndex(self.accounts.index(again))
        if not accounts:
            self.chosen.emit(None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which one is chosen."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.accounts.rows[current.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show the code with the space bar."""
        if event.key() == Qt.Key.Key_Space:
            self.show_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def _paint_anew(self) -> None:
        # Asked for here and not at first: it is Qt's own, for which PySide6 makes ready
        # the classes of all widgets that there are.
        self.viewport().update()

    def _ask_for_copy(self) -> None:
        self.copy_asked.emit()
