"""The small window with the codes."""

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.codes.account_names import account_words
from torimodosu.window.codes.capture import keep_out_of_captures
from torimodosu.window.codes.codes_page import CodesPage
from torimodosu.window.codes.locked_page import LockedPage
from torimodosu.window.codes.passphrase_page import PassphrasePage
from torimodosu.window.codes.tools import CodeTools
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.words.keychain import keychain_title, keychain_words

_WIDTH, _HEIGHT = 460, 560
_NARROWEST, _LOWEST = 380, 400


class CodesWindow(QStackedWidget):
    """Shows the codes, or asks for the passphrase while they are locked."""

    def __init__(self, look: Look, tools: CodeTools) -> None:
        super().__init__()
        # Closed, it must not end a program that waits in the tray.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setObjectName("window")
        self.setWindowTitle(self.tr("Codes"))
        self.setWindowIcon(look.icon("brand", "accent", 64))
        self.setMinimumSize(look.px(_NARROWEST), look.px(_LOWEST))
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
        self._look, self._authenticator = look, tools.authenticator
        self._lock, self._settings = tools.lock, tools.settings
        self.page = CodesPage(look, tools)
        self.locked, self.passphrase = LockedPage(look), PassphrasePage(look)
        for part in (self.page, self.locked, self.passphrase):
            self.addWidget(part)
        self._connect()
        self.follow_settings()
        self._follow_lock()

    def begin(self) -> None:
        """Be ready for the next search, or for the passphrase."""
        if self._lock.is_locked:
            self.setCurrentWidget(self.locked)
            self.locked.begin()
        else:
            self.setCurrentWidget(self.page)
            self.page.begin()

    def ask_for_new_passphrase(self) -> None:
        """Let the person choose one; not while the codes are locked."""
        if not self._lock.is_locked:
            self.setCurrentWidget(self.passphrase)
            self.passphrase.begin()

    def ask_about_removal(self) -> None:
        """Ask whether the chosen account is to go; not while the codes are locked."""
        account = self.page.panel.account
        if account is None or self._lock.is_locked:
            return
        question = Question(
            self._look,
            self,
            self.tr("Remove “{account}” from this computer?").format(
                account=account_words(account)
            ),
            self.tr(
                "It makes no codes here any more, and cannot be brought back without a"
                " backup. If the service still asks for codes, switch that off there"
                " first."
            ),
            self.tr("Keep"),
            self.tr("Remove"),
        )
        question.answered.connect(partial(self._remove, account))
        question.open()

    def follow_settings(self) -> None:
        """Stay in front of other programs, or not."""
        on_top = Qt.WindowType.WindowStaysOnTopHint
        stays = self._settings.stays_on_top
        if stays != bool(self.windowFlags() & on_top):
            was_visible = self.isVisible()
            self.setWindowFlag(on_top, stays)  # Qt hides a window to do so
            self.setVisible(was_visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay out of screenshots where that can be had."""
        super().showEvent(event)
        keep_out_of_captures(self)

    def changeEvent(self, event: QEvent) -> None:
        """Lock if nobody used the codes for a while, as while the computer slept."""
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._lock.look_at_clock()
        super().changeEvent(event)

    def _remove(self, account: KeptAccount, _answer: int) -> None:
        self._authenticator.remove(account, self.page.panel.tell)

    def _follow_lock(self) -> None:
        self.page.panel.hide_code()
        self.begin()

    def _tell(self, error: Exception) -> None:
        asking = next(
            (one for one in (self.locked, self.passphrase) if one.isVisible()), None
        )
        if asking is None or not isinstance(error, KeychainError):
            self.page.panel.tell(error)
        else:
            title, words = keychain_title(error.trouble), keychain_words(error.trouble)
            asking.tell(f"{title}\n{words}")

    def _connect(self) -> None:
        lock = self._lock
        lock.changed.connect(self._follow_lock)
        lock.refused.connect(self.locked.refuse)
        lock.failed.connect(self._tell)
        self._settings.changed.connect(self.follow_settings)
        self.page.used.connect(lock.note_use)
        self.page.removal_asked.connect(self.ask_about_removal)
        self.locked.typed.connect(lock.unlock)
        self.passphrase.chosen.connect(lock.close_with)
        self.passphrase.left.connect(self.begin)
        for keys, slot in (
            ("Ctrl+L", lock.lock),
            ("Ctrl+W", self.close),
            ("Escape", self._leave),
        ):
            QShortcut(keys, self).activated.connect(slot)

    def _leave(self) -> None:
        """Leave the page in front: the search first, then the window."""
        if self.currentWidget() is self.passphrase:
            self.begin()
        elif self.currentWidget() is self.locked or not self.page.clear_search():
            self.close()
