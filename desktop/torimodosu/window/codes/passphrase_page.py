"""Choosing the passphrase that unlocks the codes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from torimodosu.recovery.twostep.screen_lock import SHORTEST, is_long_enough
from torimodosu.window.codes.passphrase_field import PassphraseField
from torimodosu.window.kit.boxes import Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text


class PassphrasePage(QWidget):
    """Asks for it twice; `chosen` tells it, and `left` that none was chosen."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.first, self.second = PassphraseField(), PassphraseField()
        self._hint = self.tr(
            "At least %n character(s). A few words are easy to keep in mind.",
            "",
            SHORTEST,
        )
        self._first = Labelled(look, self.tr("New passphrase"), self.first, self._hint)
        self._second = Labelled(look, self.tr("Once more"), self.second)
        self.button = Button(look, self.tr("Lock with it"), "primary")
        cancel = Button(look, self.tr("Cancel"), "quiet")
        self.first.returnPressed.connect(self.second.setFocus)
        self.second.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        cancel.clicked.connect(self.left)
        why = self.tr(
            "It is asked for when nobody used the codes for a while. It keeps others"
            " from reading codes off this screen. The secrets themselves lie in the"
            " keychain, which guards them with its own password."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(16))
        column.addWidget(Text(look, self.tr("Lock the codes"), "heading"))
        column.addWidget(Text(look, why, "body", "muted"))
        column.addWidget(self._first)
        column.addWidget(self._second)
        column.addWidget(Wrapped(look, cancel, self.button))
        column.addStretch()

    def begin(self) -> None:
        """Wait for the first of the two."""
        for labelled in (self._first, self._second):
            labelled.attend("")
        self.button.hold_back("")
        self.first.setFocus()

    def tell(self, trouble: str) -> None:
        """Say why it could not be kept."""
        self.begin()
        self._second.attend(trouble)

    def _give(self) -> None:
        first, second = self.first.text(), self.second.text()
        self.begin()
        if not is_long_enough(first):
            self._first.attend(self._hint)
        elif first != second:
            self._second.attend(self.tr("The two are not the same."))
            self.second.setFocus()
        else:
            self.button.hold_back(self.tr("It is being kept."))
            self.chosen.emit(first)
