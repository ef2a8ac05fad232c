"""What stands instead of the codes while they are locked."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from torimodosu.recovery.twostep.screen_lock import ENTRY
from torimodosu.window.codes.passphrase_field import PassphraseField
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class LockedPage(QWidget):
    """Asks for the passphrase; `typed` tells it."""

    typed = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = PassphraseField()
        self.field.returnPressed.connect(self._give)
        self._labelled = Labelled(look, self.tr("Passphrase"), self.field)
        self.button = Button(look, self.tr("Unlock"), "primary")
        self.button.clicked.connect(self._give)
        title = Text(look, self.tr("The codes are locked"), "heading")
        title.setAlignment(_MIDDLE)
        forgotten = self.tr(
            "Forgotten it? Delete the entry “{entry}” in the keychain of this computer,"
            " then unlock with anything. The lock guards this screen; the secrets"
            " themselves are guarded by the keychain."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(24)] * 4)
        column.setSpacing(look.px(16))
        column.addStretch()
        column.addWidget(Icon(look, "lock", "muted", 40), 0, _MIDDLE)
        column.addWidget(title)
        column.addWidget(self._labelled)
        column.addWidget(self.button, 0, _MIDDLE)
        column.addStretch()
        column.addWidget(Text(look, forgotten.format(entry=ENTRY), "small", "muted"))

    def begin(self) -> None:
        """Wait for the passphrase."""
        self._labelled.attend("")
        self.button.hold_back("")
        self.field.setFocus()

    def refuse(self) -> None:
        """Say that it was the wrong one."""
        self.begin()
        self._labelled.attend(self.tr("It was another one. Try again."))

    def tell(self, trouble: str) -> None:
        """Say why it could not be looked at."""
        self.begin()
        self._labelled.attend(trouble)

    def _give(self) -> None:
        passphrase = self.field.take()
        if passphrase and self.button.isEnabled():
            self.button.hold_back(self.tr("It is being looked at."))
            self.typed.emit(passphrase)
