"""A place to drop files on."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.dragged import is_of_files, taken_paths
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text


def withheld_words() -> str:
    """Return what to do where a mail program hands over no file of a mail."""
    return QCoreApplication.translate(
        "DropZone",
        "Your mail program did not hand the mail over. Drag it onto the desktop first, "
        "or save it there as a file, then bring that file.",
    )


class DropZone(Box):
    """The sign that files are welcome; its buttons do the same for the keyboard.

    `refuse` tells in amber what a file is and what to bring instead.
    """

    dropped = Signal(tuple)

    def __init__(self, look: Look, title: str, words: str, *buttons: Button) -> None:
        super().__init__(look, "waiting", pad=20, gap=8)
        self.setAcceptDrops(True)
        self.setAccessibleName(title)
        told = Box(look, "plain", pad=0, gap=2)
        told.add(Text(look, title, "heading"), Text(look, words, "small", "muted"))
        sign = Row(look, Icon(look, "drop", "accent", 44), told, gap=20)
        sign.share(0, 1)
        row = Row(look, sign, *buttons, gap=8, below=640)
        self._refusal = Text(look, "", "body", "attention")
        self._refusal.hide()
        self.add(row.share(1), self._refusal)

    def refuse(self, why: str) -> None:
        """Say why what was dropped is not taken; "" takes that back."""
        self._refusal.say(why)
        self._refusal.setVisible(bool(why))

    def welcome(self, *, is_over: bool) -> None:
        """Show that files hang over the window and may be let go."""
        self.turn("over" if is_over else "waiting")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files are welcome."""
        if is_of_files(event.mimeData()):
            event.acceptProposedAction()
            self.welcome(is_over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go back to rest."""
        self.welcome(is_over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the dropped paths."""
        self.welcome(is_over=False)
        event.acceptProposedAction()
        paths = taken_paths(event.mimeData())
        self.refuse("" if paths else withheld_words())
        if paths:
            self.dropped.emit(paths)
