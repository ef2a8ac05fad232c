"""One message above the page: help that was asked for, or what could not be kept."""

from collections.abc import Callable

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
        self._then: Callable[[], None] | None = None
        self.hide()

    def tell(
        self,
        kind: CalloutKind,
        title: str,
        words: str,
        then: Callable[[], None] | None = None,
    ) -> None:
        """Show a message and give its button the focus.

        *then* is called when the person closes this very message.
        """
        self._clear()
        self._then = then
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
        """Take the message away, as the person wants who has read it."""
        then, self._then = self._then, None
        self.take_away()
        if then is not None:
            then()

    def take_away(self) -> None:
        """Take the message away, whoever has read it or not."""
        self._then = None
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
