"""The accounts, and the code of the chosen one."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from torimodosu.recovery.twostep.finding import find_accounts
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.codes.account_list import AccountList
from torimodosu.window.codes.code_panel import CodePanel
from torimodosu.window.codes.search_field import SearchField
from torimodosu.window.codes.tools import CodeTools
from torimodosu.window.kit.boxes import Chip
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.kit.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MINUTE = 60_000  # milliseconds


class CodesPage(QWidget):
    """Finds an account and shows or copies its code; the keyboard alone suffices.

    Enter copies, Shift and Enter shows. What is shown hides again when the page goes,
    or when nobody used it for a while. `used` tells that somebody did, `setup_asked`
    that an account is to be set up, `menu_asked` that the settings are to be shown, and
    `removal_asked` that the chosen account is to go.
    """

    used = Signal()
    setup_asked = Signal()
    menu_asked = Signal()
    removal_asked = Signal()

    def __init__(self, look: Look, tools: CodeTools) -> None:
        super().__init__()
        self._look, self._settings = look, tools.settings
        self._authenticator = tools.authenticator
        self.list = AccountList(look)
        self.search = SearchField(self.list)
        self.panel = CodePanel(look, tools)
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.panel.hide_code)
        self._arrange()
        self._connect()
        self._show_accounts()

    @property
    def is_watching(self) -> bool:
        """Tell whether it waits for the end of a while without use."""
        return self._rest.isActive()

    def begin(self) -> None:
        """Be ready for the next search."""
        self.search.setFocus()
        self.search.selectAll()

    def clear_search(self) -> bool:
        """Begin a new search; tell whether there was one."""
        had_search = bool(self.search.text())
        self.search.clear()
        self.search.setFocus()
        return had_search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy or show the code, or press a button."""
        if event.key() in _ENTER:
            self._enter(event.modifiers())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """List the accounts anew."""
        super().showEvent(event)
        self._authenticator.load()
        self._note_use()
        if self._settings.shows_at_once:
            self.panel.ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the code, and wait for nothing."""
        self.panel.hide_code()
        self._rest.stop()
        super().hideEvent(event)

    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.click()
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.panel.ask()
        else:
            self.panel.ask_and_copy()

    def _note_use(self) -> None:
        if self.isVisible():
            self._rest.start(self._settings.minutes * _MINUTE)
            self.used.emit()

    def _show_accounts(self) -> None:
        accounts = self._authenticator.accounts
        found = find_accounts(accounts, self.search.text())
        self.list.show_accounts(found)
        self.list.setVisible(bool(found))
        self._empty.setVisible(not accounts)
        self._nothing.setVisible(bool(accounts) and not found)
        self._practice.setVisible(self._authenticator.is_practice)

    def _choose(self, account: KeptAccount | None) -> None:
        if account == self.panel.account:
            return
        self.panel.choose(account)
        self._note_use()
        if self._settings.shows_at_once and self.isVisible():
            self.panel.ask()

    def _connect(self) -> None:
        self._authenticator.changed.connect(self._show_accounts)
        self._settings.changed.connect(self._note_use)
        self.search.textChanged.connect(self._show_accounts)
        self.search.textEdited.connect(self._note_use)
        self.list.chosen.connect(self._choose)
        self.list.show_asked.connect(self.panel.ask)
        self.list.removal_asked.connect(self.removal_asked)
        self.list.copy_asked.connect(self.panel.ask_and_copy)
        self.panel.used.connect(self._note_use)
        self.menu_button.clicked.connect(self.menu_asked)
        for keys, slot in (("Ctrl+F", self.begin), ("F10", self.menu_asked)):
            QShortcut(keys, self).activated.connect(slot)

    def _arrange(self) -> None:
        look = self._look
        self.menu_button = Button(look, self.tr("Settings (F10)"), "tool")
        self.menu_button.show_icon_only("menu")
        self._practice = Chip(look, self.tr("Practice incident"), "flag", "attention")
        set_up = Button(look, self.tr("Set one up"), "primary")
        set_up.clicked.connect(self.setup_asked)
        self._empty = Empty(
            look,
            "key",
            self.tr("There are no codes yet"),
            self.tr(
                "Once you set up the two-step check of a service, its codes are here."
            ),
            set_up,
        )
        self._nothing = Text(look, self.tr("No account has that in its name."), "body")
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(self.search, 1)
        line.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(12)] * 4)
        column.setSpacing(look.px(10))
        column.addWidget(self._practice)
        column.addLayout(line)
        column.addWidget(self._empty)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        column.addWidget(self.panel)
        column.addStretch()
