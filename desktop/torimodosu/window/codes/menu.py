"""The settings of the small window with the codes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.codes.settings import MINUTES, CodeSettings


class CodesMenu(QObject):
    """Makes the menu anew each time, in the language of the window.

    `passphrase_asked` tells that the person wants to choose a passphrase,
    `removal_asked` that the chosen account is to go, and `setup_asked` that they want
    the page where accounts are set up, backed up, and recovery codes are kept.
    """

    passphrase_asked = Signal()
    removal_asked = Signal()
    setup_asked = Signal()

    def __init__(self, settings: CodeSettings, lock: CodeLock) -> None:
        super().__init__()
        self._settings, self._lock = settings, lock

    def build(self, *, has_account: bool) -> QMenu:
        """Return the menu; *has_account* tells whether one is chosen."""
        settings, menu = self._settings, QMenu(self.tr("Settings"))
        at_once = menu.addAction(self.tr("Show a code as soon as it is chosen"))
        at_once.setCheckable(True)
        at_once.setChecked(settings.shows_at_once)
        at_once.toggled.connect(settings.choose_at_once)
        on_top = menu.addAction(self.tr("Stay in front of other windows"))
        on_top.setCheckable(True)
        on_top.setChecked(settings.stays_on_top)
        on_top.toggled.connect(settings.choose_on_top)
        self._add_minutes(menu.addMenu(self.tr("Hide what is shown")))
        menu.addSeparator()
        page = menu.addAction(self.tr("Set up, backups, recovery codes"))
        page.triggered.connect(self.setup_asked)
        removal = menu.addAction(self.tr("Remove this account"))
        removal.setEnabled(has_account and not self._lock.is_locked)
        removal.triggered.connect(self.removal_asked)
        menu.addSeparator()
        self._add_lock(menu)
        return menu

    def _add_lock(self, menu: QMenu) -> None:
        lock = self._lock
        if not lock.is_on:
            begin = menu.addAction(self.tr("Lock the codes with a passphrase"))
            begin.triggered.connect(self.passphrase_asked)
            return
        now = menu.addAction(self.tr("Lock now"))
        now.setShortcut(QKeySequence("Ctrl+L"))
        now.triggered.connect(lock.lock)
        change = menu.addAction(self.tr("Choose another passphrase"))
        change.triggered.connect(self.passphrase_asked)
        end = menu.addAction(self.tr("Ask for no passphrase any more"))
        end.triggered.connect(lock.remove)
        for action in (now, change, end):
            action.setEnabled(not lock.is_locked)

    def _add_minutes(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for minutes in MINUTES:
            action = group.addAction(self.tr("After %n minute(s)", "", minutes))
            action.setCheckable(True)
            action.setChecked(minutes == self._settings.minutes)
            action.triggered.connect(
                lambda _checked, chosen=minutes: self._settings.choose_minutes(chosen)
            )
            menu.addAction(action)
