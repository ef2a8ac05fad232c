"""The page that shows what the program wrote down of its own troubles."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.house_ports import Log
from torimodosu.window.kit.blocks import Callout, IconLine
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Empty, Failure
from torimodosu.window.page import Page

_HEIGHT = 320


class LogPage(Page):
    """Shows the log, to be read before it is given to anybody."""

    def __init__(self, look: Look, snapshot: Snapshot, *, log: Log) -> None:
        super().__init__(look, snapshot)
        self._log = log
        self._note = ""
        self._is_stuck = False

    def heading(self) -> Heading:
        """Return the words of the header."""
        return Heading(
            phase=self.tr("Log"),
            title=self.tr("What the program noted of its own troubles"),
            why=self.tr(
                "If something does not work, these lines help whoever helps you. They"
                " go nowhere unless you give them to somebody."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Return the lines, what is not in them, and what can be done with them."""
        try:
            text, has_crashed = self._log.text(), self._log.tells_of_crash()
        except OSError:
            title = self.tr("The log cannot be read")
            return [Failure(self.look, title, self.tr("Everything else goes on."))]
        if not text:
            return [self._nothing()]
        crash = [self._crash()] if has_crashed else []
        return [*self._noted(), *crash, self._lines(text), self._left_out()]

    def _nothing(self) -> QWidget:
        title = self.tr("Nothing is noted")
        words = self.tr(
            "When something goes wrong, a few lines about it stand here. If the"
            " program disappears all at once, they come with its next start."
        )
        return Empty(self.look, "paper", title, words)

    def _crash(self) -> QWidget:
        title = self.tr("The program or a part of it ended all at once")
        words = self.tr(
            "The lines with the word CRITICAL say when, and in which part. What you had"
            " kept until then is still there."
        )
        return Callout(self.look, "attention", title, words)

    def _noted(self) -> Sequence[QWidget]:
        if self._is_stuck:
            self._is_stuck = False
            title = self.tr("The lines could not be deleted")
            return [Failure(self.look, title, self.tr("Everything else goes on."))]
        return [Callout(self.look, "ok", self._note)] if self._note else []

    def _lines(self, text: str) -> QWidget:
        view = QPlainTextEdit(text)
        view.setReadOnly(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setTabChangesFocus(True)
        view.setMinimumHeight(self.look.px(_HEIGHT))
        view.setAccessibleName(self.tr("Lines of the log"))
        view.moveCursor(view.textCursor().MoveOperation.End)
        copy = Button(self.look, self.tr("Copy the lines"), "secondary", "copy")
        copy.clicked.connect(self._copy)
        delete = Button(self.look, self.tr("Delete the lines"), "quiet", "bin")
        delete.clicked.connect(self._delete)
        return Box(self.look).add(view, Wrapped(self.look, copy, delete))

    def _left_out(self) -> QWidget:
        words = self.tr(
            "Passwords, codes, mail addresses, names of files, amounts and the words of"
            " your mails are left out. What stays is the time, the part of the program,"
            " and the kind of trouble."
        )
        look = self.look
        return Box(look).add(IconLine(look, "shield", "ok", words))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._log.text())
        self._note = self.tr("The lines are copied")
        self.rebuild()
        self._note = ""

    def _delete(self) -> None:
        try:
            self._log.delete()
        except OSError:
            self._is_stuck = True
        self.rebuild()
