"""The entry that is worked on: why, where to change it, and a password for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.passwords.queue import QueueEntry, Standing
from torimodosu.window.clipboard import SECONDS, SecretClipboard
from torimodosu.window.kit.blocks import IconLine, StepLine
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.password_entry import PasswordEntry
from torimodosu.window.steps.reuse.desk import ReuseDesk
from torimodosu.window.steps.reuse.listing import flaws_words
from torimodosu.window.steps.reuse.words import why_words
from torimodosu.window.words.dates import full_day_words, moment_words
from torimodosu.window.words.password_counts import PasswordCounts


class NextCard(Box):
    """Leads through one change.

    `changed` tells that the person did it, `left_out` that they do not want to,
    `reopened` that they take either word back, and `open_asked` an address that a
    browser shall show.
    """

    changed = Signal()
    left_out = Signal()
    reopened = Signal()
    open_asked = Signal(str)

    def __init__(
        self,
        look: Look,
        entry: QueueEntry,
        desk: ReuseDesk,
        clipboard: SecretClipboard,
        *,
        standing: str,
    ) -> None:
        """Take the *entry*, and in words how far it is."""
        super().__init__(look, "hero", pad=24, gap=12)
        self._look, self._entry, self._desk = look, entry, desk
        self._clipboard = clipboard
        self._is_copied = False
        self.setAccessibleName(entry.site)
        name = Text(look, entry.site, "title")
        self.add(Text(look, standing, "smallstrong", "accent"), name)
        self.add(Text(look, why_words(entry.at_risk), "lead", "muted"))
        told = self.tr("Signed in as {name}. The password: {flaws}.")
        if not entry.username:
            told = self.tr("The password: {flaws}.")
        words = told.format(name=entry.username, flaws=flaws_words(entry))
        self.add(IconLine(look, "finding", "attention", words))

    def ask_to_change(self) -> None:
        """Show the steps of the change, and what ends it."""
        form = self.tr("New password for {site}")
        self.field = PasswordEntry(self._look, form.format(site=self._entry.site))
        self.field.setObjectName("password-for-site")
        self.field.setReadOnly(True)
        self._note = Text(self._look, "", "small", "muted")
        words = self.tr("Copy the new password")
        self.add(StepLine(self._look, 1, words), self._password_row(), self._note)
        self._add_page()
        words = self.tr("Put it in there, and let the browser renew the saved one")
        self.add(StepLine(self._look, 3, words))
        done = Button(self._look, self.tr("I changed it"), "primary")
        done.clicked.connect(self.changed)
        leave = Button(self._look, self.tr("Leave it out"), "link")
        leave.clicked.connect(self.left_out)
        self.add(Wrapped(self._look, done, leave))
        self._desk.made.connect(self._show_password)
        self._clipboard.copied.connect(self._forget_copy)
        self._clipboard.remaining.connect(self._tell_of_copy)
        self._show_password()
        self._tell_of_copy()

    def tell_standing(self, standing: Standing) -> None:
        """Show that it is settled, and how to take that back."""
        entry, look = self._entry, self._look
        since = "" if entry.since is None else moment_words(entry.since)
        match standing:
            case Standing.PROVEN:
                words = self.tr("A later export shows another password there")
                self.add(IconLine(look, "proven", "ok", words, since))
                return
            case Standing.SAID:
                words = self.tr("You changed it. The next export can prove that")
                self.add(IconLine(look, "said", "unknown", words, since))
            case _:
                self.add(IconLine(look, "clock", "unknown", self._reason(), since))
        undo = Button(look, self.tr("Take it back"), "link")
        undo.clicked.connect(self.reopened)
        self.add(Wrapped(look, undo))

    def _reason(self) -> str:
        entry = self._entry
        words = self.tr("Left out for good: {reason}")
        if entry.until is not None:
            words = self.tr("Left out until {day}: {reason}")
        day = "" if entry.until is None else full_day_words(entry.until)
        return words.format(reason=entry.reason or "–", day=day)

    def _password_row(self) -> QWidget:
        look = self._look
        another = Button(look, self.tr("Another"), "secondary", "renew")
        another.clicked.connect(self._make)
        self._copy = Button(look, self.tr("Copy"), "secondary", "copy")
        self._copy.clicked.connect(self._put_into_clipboard)
        buttons = Wrapped(look, another, self._copy)
        row = Row(look, self.field, buttons, gap=8, below=640)
        row.line.setAlignment(buttons, Qt.AlignmentFlag.AlignVCenter)
        return row.share(3, 2)

    def _add_page(self) -> None:
        look, page = self._look, self._entry.page
        words = self.tr("Open the page where it is changed")
        if not page:
            small = self.tr(
                "Type the site's address yourself, and look for its account"
            )
            self.add(StepLine(look, 2, words, small))
            return
        copy = Button(look, self.tr("Copy the address"), "link", "copy")
        copy.clicked.connect(self._copy_address)
        go = Button(look, self.tr("Open in the browser"), "link", "language")
        go.clicked.connect(self._ask_to_open)
        self.add(StepLine(look, 2, words, page), Wrapped(look, copy, go))

    def _make(self) -> None:
        self._desk.make(self._entry)

    def _show_password(self) -> None:
        password = self._desk.password_for(self._entry)
        self.field.show_password(password)
        self._copy.setEnabled(bool(password))
        if not password:
            self._make()

    def _put_into_clipboard(self) -> None:
        self._clipboard.copy(self.field.text())
        self._is_copied = True
        self._tell_of_copy()

    def _forget_copy(self) -> None:
        self._is_copied = False

    def _tell_of_copy(self) -> None:
        counts, left = PasswordCounts(), self._clipboard.seconds_left
        is_there = self._is_copied and left
        words = counts.copied(left) if is_there else counts.copy_stays(SECONDS)
        self._note.say(words)

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._entry.page)

    def _ask_to_open(self) -> None:
        self.open_asked.emit(self._entry.page)
