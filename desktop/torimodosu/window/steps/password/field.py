"""The field of the new password, and what is thought of what stands in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.passwords.strength import Weakness
from torimodosu.window.clipboard import SECONDS, SecretClipboard
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.password_entry import PasswordEntry
from torimodosu.window.steps.password.checks import checks_row
from torimodosu.window.steps.password.draft import Draft
from torimodosu.window.steps.password.meter import Meter
from torimodosu.window.steps.password.words import mend_words, weakness_words
from torimodosu.window.words.password_counts import PasswordCounts

_MOST_REASONS = 3


class FieldCard(Box):
    """Shows the text of *draft* in one line, weighs it as it changes, and copies it.

    `shown` tells that what is thought of it has changed.
    """

    shown = Signal()

    def __init__(
        self, look: Look, draft: Draft, clipboard: SecretClipboard, *, shop: str
    ) -> None:
        super().__init__(look, "card", pad=24, gap=14)
        self._look, self._draft, self._shop = look, draft, shop
        self._clipboard = clipboard
        self._is_copied = False
        self.field = PasswordEntry(look, self.tr("New password"))
        self.field.setObjectName("new-password")
        self.field.textChanged.connect(self._take)
        self._hide = Button(look, "", "secondary", "eye")
        self._copy = Button(look, self.tr("Copy"), "secondary", "copy")
        self._note = Text(look, "", "small", "muted")
        self._meter = Meter(look)
        self._found: QWidget = QWidget()
        self.add(self._top(), self._note, self._meter, self._found)
        draft.replaced.connect(self._show_text)
        draft.weighed.connect(self._show_weighed)
        clipboard.copied.connect(self._forget_copy)
        clipboard.remaining.connect(self._tell_of_copy)
        self._show_text()
        self._show_hidden()
        self._tell_of_copy()
        self._show_weighed()

    def _top(self) -> QWidget:
        another = Button(self._look, self.tr("Another"), "secondary", "renew")
        another.clicked.connect(self._draft.make)
        self._hide.clicked.connect(self._turn_hidden)
        self._copy.clicked.connect(self._put_into_clipboard)
        buttons = Wrapped(self._look, self._hide, another, self._copy)
        # Below each other where the buttons would need a second line beside it.
        row = Row(self._look, self.field, buttons, gap=8, below=860)
        row.line.setAlignment(buttons, Qt.AlignmentFlag.AlignVCenter)
        return row.share(3, 2)

    def _take(self, text: str) -> None:
        self._draft.type(text)
        self._copy.setEnabled(bool(text))
        self._show_weighed()

    def _show_text(self) -> None:
        self.field.show_password(self._draft.text)
        self._copy.setEnabled(bool(self._draft.text))

    def _show_weighed(self) -> None:
        self._meter.show_draft(self._draft)
        before, self._found = self._found, self._findings()
        self.body.replaceWidget(before, self._found)
        before.hide()
        before.deleteLater()
        self._found.show()
        self.shown.emit()

    def _findings(self) -> QWidget:
        box = Box(self._look, "plain", pad=0, gap=12)
        box.add(checks_row(self._look, self._draft, self._shop))
        box.add(*self._reasons())
        return box

    def _reasons(self) -> Sequence[QWidget]:
        """Return what makes it weak, and what would mend that if the shop lets one."""
        look, draft = self._look, self._draft
        if draft.judged is None or draft.is_good:
            return []
        said = {Weakness.TOO_SHORT} if draft.is_at_limit else set()
        reasons = [w for w in draft.judged.strength.weaknesses if w not in said]
        lines = [
            IconLine(look, "finding", "attention", weakness_words(w), mend_words(w))
            for w in reasons[:_MOST_REASONS]
        ]
        if draft.is_at_limit:
            words = self.tr("The shop takes no more characters")
            small = self.tr(
                "So the two-step check, which comes next, matters the more."
            )
            lines.insert(0, IconLine(look, "info", "accent", words, small))
        return lines

    def _turn_hidden(self) -> None:
        self._draft.is_hidden = not self._draft.is_hidden
        self._show_hidden()

    def _show_hidden(self) -> None:
        is_hidden = self._draft.is_hidden
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Password if is_hidden else modes.Normal)
        self._hide.say(self.tr("Show") if is_hidden else self.tr("Hide"))

    def _put_into_clipboard(self) -> None:
        self._clipboard.copy(self._draft.text)
        self._is_copied = True
        self._tell_of_copy()

    def _forget_copy(self) -> None:
        self._is_copied = False
        self._tell_of_copy()

    def _tell_of_copy(self) -> None:
        counts, left = PasswordCounts(), self._clipboard.seconds_left
        is_there = self._is_copied and left
        words = counts.copied(left) if is_there else counts.copy_stays(SECONDS)
        self._note.say(words)
