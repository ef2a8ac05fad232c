"""The small window with the codes."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.twostep.finding import find_accounts
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.authenticator import Authenticator
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.account_list import AccountList
from torimodosu.window.codes.code_panel import CodePanel
from torimodosu.window.codes.search_field import SearchField
from torimodosu.window.codes.settings import CodeSettings
from torimodosu.window.kit.boxes import Chip
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty
from torimodosu.window.kit.text import Text

_WIDTH, _HEIGHT = 460, 560
_NARROWEST, _LOWEST = 380, 400
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MINUTE = 60_000  # milliseconds


class CodesWindow(QWidget):
    """Finds an account and shows or copies its code; the keyboard alone suffices.

    Enter copies, Shift and Enter shows, Escape empties the search and then closes.
    What is shown hides again when the window goes, or when nobody used it for a while.
    `setup_asked` tells that the person wants to set an account up, and `menu_asked`
    that they want the settings.
    """

    setup_asked = Signal()
    menu_asked = Signal()

    def __init__(
        self,
        look: Look,
        clock: Clock,
        settings: CodeSettings,
        *,
        authenticator: Authenticator,
        clipboard: SecretClipboard,
    ) -> None:
        super().__init__()
        # Closed, it must not end a program that waits in the tray.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setObjectName("window")
        self._look, self._settings, self._authenticator = look, settings, authenticator
        self.list = AccountList(look)
        self.search = SearchField(self.list)
        self.panel = CodePanel(
            look, clock, authenticator=authenticator, clipboard=clipboard
        )
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self.panel.hide_code)
        self._arrange()
        self._connect()
        self.follow_settings()
        self._show_accounts()

    @property
    def is_watching(self) -> bool:
        """Tell whether it waits for the end of a while without use."""
        return self._rest.isActive()

    def begin(self) -> None:
        """Be ready for the next search."""
        self.search.setFocus()
        self.search.selectAll()

    def follow_settings(self) -> None:
        """Do as the person chose."""
        on_top = Qt.WindowType.WindowStaysOnTopHint
        stays = self._settings.stays_on_top
        if stays != bool(self.windowFlags() & on_top):
            was_visible = self.isVisible()
            self.setWindowFlag(on_top, stays)  # Qt hides a window to do so
            self.setVisible(was_visible)
        self._note_use()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy or show the code, press a button, or go away."""
        if event.key() in _ENTER:
            self._enter(event.modifiers())
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Name the window in the language of the program."""
        if event.type() is QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Codes"))
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """List the accounts anew."""
        super().showEvent(event)
        self._authenticator.load()
        self._note_use()

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

    def _escape(self) -> None:
        if self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            self.close()

    def _note_use(self) -> None:
        if self.isVisible():
            self._rest.start(self._settings.minutes * _MINUTE)

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
        self._settings.changed.connect(self.follow_settings)
        self.search.textChanged.connect(self._show_accounts)
        self.search.textEdited.connect(self._note_use)
        self.list.chosen.connect(self._choose)
        self.list.show_asked.connect(self.panel.ask)
        self.list.copy_asked.connect(self.panel.ask_and_copy)
        self.panel.used.connect(self._note_use)
        self.menu_button.clicked.connect(self.menu_asked)
        for keys, slot in (
            ("Ctrl+F", self.begin),
            ("F10", self.menu_asked),
            ("Ctrl+W", self.close),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _arrange(self) -> None:
        look = self._look
        self.setWindowTitle(self.tr("Codes"))
        self.setWindowIcon(look.icon("brand", "accent", 64))
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
        self.setMinimumSize(look.px(_NARROWEST), look.px(_LOWEST))
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
