"""A field for a passphrase, which is gone when the field is."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit

_LONGEST = 256


class PassphraseField(QLineEdit):
    """Shows dots, and forgets what was typed as soon as it is out of sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_LONGEST)

    def take(self) -> str:
        """Return what was typed, and forget it."""
        typed = self.text()
        self.clear()
        return typed

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was typed."""
        self.clear()
        super().hideEvent(event)
