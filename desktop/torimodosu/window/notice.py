"""One message above the page: help that was asked for, or what could not be kept."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from torimodosu.window.kit.blocks import Callout, CalloutKind
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.files import withheld_words
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

    def withdraw(self) -> None:
        """Take the message away, and leave alone whoever is busy elsewhere."""
        if self.isAncestorOf(QApplication.focusWidget() or self.window()):
            self.close_message()
            return
        self._clear()
        self.hide()

    def _clear(self) -> None:
        if self._callout is not None:
            self._column.removeWidget(self._callout)
            self._callout.hide()
            self._callout.deleteLater()
            self._callout = None


class DropNotes(QObject):
    """What is said of files that were dropped in vain, for as long as it is true.

    *take* takes the paths of files, and tells whether it has.
    """

    def __init__(self, notice: Notice, take: Callable[[tuple[str, ...]], bool]) -> None:
        super().__init__(notice)
        self._notice, self._take, self._said = notice, take, ""

    def take_files(self, paths: tuple[str, ...]) -> None:
        """Hand on the files at *paths*, or ask for them once more later."""
        if self._take(paths):
            self.take_back()
        else:
            self._ask_to_wait()

    def tell_of_withheld(self) -> None:
        """Tell what to do where a mail program hands over no file of a mail."""
        title = QCoreApplication.translate("DropZone", "No file came with it")
        self._tell(title, withheld_words())

    def _ask_to_wait(self) -> None:
        title = QCoreApplication.translate("Frame", "Five short questions come first")
        words = QCoreApplication.translate(
            "Frame", "Then drop your mail here again. It stays where it is."
        )
        self._tell(title, words)

    def take_back(self) -> None:
        """Take it away, unless something else is said by now."""
        if self._said and self._notice.said() == self._said:
            self._notice.withdraw()
        self._said = ""

    def _tell(self, title: str, words: str) -> None:
        self._notice.tell("info", title, words)
        self._said = self._notice.said()
