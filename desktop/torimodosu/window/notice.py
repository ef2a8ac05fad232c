"""One message above the page: help that was asked for, or what could not be kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from torimodosu.window.kit.blocks import Callout, CalloutKind
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look


class Notice(QWidget):
    """Stays until it is closed; a newer message takes the place of the one before."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(40), look.px(16), look.px(40), 0)
        self._callout: Callout | None = None
        self.hide()

    def tell(self, kind: CalloutKind, title: str, words: str) -> None:
        """Show a message and give its button the focus."""
        self._clear()
        close = Button(self._look, self.tr("Close"), "quiet")
        close.clicked.connect(self.close_message)
        self._callout = Callout(self._look, kind, title, words, close)
        self._column.addWidget(self._callout)
        self.show()
        close.setFocus()

    def said(self) -> str:
        """Return the message that is shown, or ""."""
        return "" if self._callout is None else self._callout.accessibleName()

    def close_message(self) -> None:
        """Take the message away."""
        if self.isVisible():
            self._clear()
            self.hide()
            self.closed.emit()

    def _clear(self) -> None:
        if self._callout is not None:
            self._column.removeWidget(self._callout)
            self._callout.hide()
            self._callout.deleteLater()
            self._callout = None
