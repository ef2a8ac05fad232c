"""The code of the chosen account: hidden, shown, or why there is none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.codes.account_names import account_words
from torimodosu.window.codes.code_view import CodeView
from torimodosu.window.codes.digits import Digits
from torimodosu.window.codes.reading import Reading
from torimodosu.window.codes.tools import CodeTools
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.troubles import trouble_title, trouble_words
from torimodosu.window.words.keychain import (
    keychain_title,
    keychain_words,
    waiting_words,
)

_HIDDEN = "••• •••"


class CodePanel(Box):
    """Shows the code of one account when it is asked for, and not before.

    Until then its secret is not even read. `used` tells that the person did something.
    """

    used = Signal()

    def __init__(self, look: Look, tools: CodeTools) -> None:
        super().__init__(look, "card", pad=16, gap=8)
        self._look = look
        self.account: KeptAccount | None = None
        self._copies = False
        self.reading = Reading(tools.authenticator)
        self.reading.setParent(self)
        self.reading.read.connect(self._show)
        self.reading.failed.connect(self.tell)
        tools.authenticator.waiting.connect(self._show_waiting)
        self.view = CodeView(look, tools.clock, tools.clipboard, copy_kind="primary")
        self.view.next_asked.connect(self._count_up)
        self.view.copy_button.clicked.connect(self.used)
        self.title = Text(look, "", "smallstrong")
        self.show_button = Button(look, self.tr("Show"), "secondary", "eye")
        self.show_button.clicked.connect(self.ask)
        self.copy_button = Button(look, self.tr("Copy"), "primary", "copy")
        self.copy_button.clicked.connect(self.ask_and_copy)
        self.note = Text(look, "", "small", "muted")
        self.trouble = Text(look, "", "strong")
        self.remedy = Text(look, "", "small", "muted")
        self.again_button = Button(look, self.tr("Try again"), "secondary", "renew")
        self.again_button.clicked.connect(self.ask)
        holder = QWidget()
        self._faces = QStackedLayout(holder)
        self._hidden, self._failed = self._make_hidden(), self._make_failed()
        for face in (self._hidden, self.view, self._failed):
            self._faces.addWidget(face)
        self.add(self.title, holder)
        self.choose(None)

    @property
    def is_shown(self) -> bool:
        """Tell whether a code can be read on the screen."""
        return self._faces.currentWidget() is self.view

    def choose(self, account: KeptAccount | None) -> None:
        """Be about *account*, with its code hidden."""
        self.account = account
        self.title.say("" if account is None else account_words(account))
        self.setVisible(account is not None)
        self.hide_code()

    def hide_code(self) -> None:
        """Hide the code and forget its secret."""
        self.reading.drop()
        self._copies = False
        self.view.forget()
        self.note.say(self._hidden_words())
        self._faces.setCurrentWidget(self._hidden)

    def ask(self) -> None:
        """Show the code, as soon as the keychain has given its secret."""
        self.used.emit()
        # To be used after a long while may have locked the codes.
        if self.account is not None and self.isVisible() and not self.is_shown:
            self.reading.ask(self.account)

    def ask_and_copy(self) -> None:
        """Copy the code, and show it."""
        if self.is_shown:
            self.used.emit()
            self.view.copy()
        else:
            self._copies = True
            self.ask()

    def tell(self, error: Exception) -> None:
        """Say why there is no code, and what can be done."""
        self._copies = False
        self.view.forget()
        if isinstance(error, KeychainError):
            title = keychain_title(error.trouble)
            remedy = keychain_words(error.trouble)
        else:
            title, remedy = trouble_title(error), trouble_words(error)
        self.trouble.say(title)
        self.remedy.say(remedy)
        self._turn_to(self._failed, self.again_button)

    def _show(self, account: OtpAccount) -> None:
        self.view.show_account(account)
        self._turn_to(self.view, self.view.copy_button)
        if self._copies:
            self._copies = False
            self.view.copy()

    def _count_up(self) -> None:
        self.used.emit()
        if self.account is not None:
            self.reading.count_up(self.account)

    def _turn_to(self, face: QWidget, button: Button) -> None:
        """Show *face*; where a button had the focus, *button* gets it."""
        buttons = (self.show_button, self.copy_button, self.again_button)
        had_focus = any(one.hasFocus() for one in buttons)
        self._faces.setCurrentWidget(face)
        if had_focus:
            button.setFocus()

    def _show_waiting(self, waits: bool) -> None:  # noqa: FBT001 -- a signal calls it
        self.note.say(waiting_words() if waits else self._hidden_words())

    def _hidden_words(self) -> str:
        return self.tr("Hidden until you ask. Enter copies it, Shift+Enter shows it.")

    def _make_hidden(self) -> QWidget:
        look = self._look
        digits = Digits("display", "muted")
        digits.setText(_HIDDEN)
        digits.setAccessibleName(self.tr("The code is hidden"))
        line = QHBoxLayout()
        line.setSpacing(look.px(8))
        line.addWidget(digits)
        line.addStretch()
        line.addWidget(self.show_button)
        line.addWidget(self.copy_button)
        return _column(look, line, self.note)

    def _make_failed(self) -> QWidget:
        line = QHBoxLayout()
        line.setSpacing(self._look.px(8))
        line.addWidget(self.trouble, 1)
        line.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignTop)
        return _column(self._look, line, self.remedy)


def _column(look: Look, line: QHBoxLayout, below: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(6))
    column.addLayout(line)
    column.addWidget(below)
    column.addStretch()
    return holder
