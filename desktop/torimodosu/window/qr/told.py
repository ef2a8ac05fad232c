"""What came of a capture, and what is to be decided about it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.exports.outcome import ExportRead, Refusal
from torimodosu.window.kit.blocks import Callout, IconLine, section
from torimodosu.window.kit.boxes import Box, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import ComboBox, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.unfolding import Unfolding
from torimodosu.window.qr.capture import QrCapture
from torimodosu.window.qr.refused import Refused
from torimodosu.window.qr.words import account_words, refused_words

_SHOWN = 3  # lines about files, at first


class Told(Box):
    """Says it once; it is made anew when the outcome of *capture* changes."""

    def __init__(self, look: Look, capture: QrCapture) -> None:
        super().__init__(look, "plain", pad=0, gap=12)
        self._look, self._capture = look, capture
        parts = self._parts()
        self.is_empty = not parts
        self.add(*parts)

    def _parts(self) -> Sequence[QWidget]:
        outcome = self._capture.outcome
        if self._capture.is_busy:
            return [self._looking()]
        locked = outcome.locked
        refused = [one for one in outcome.refused if one not in locked]
        parts = self._unfolded([partial(self._refusal, one) for one in refused])
        # One password after the other: the next is asked for when this one is open.
        parts += [self._password(one) for one in locked[:1]]
        if outcome.read is not None:
            parts.append(self._accounts(outcome.read))
        if outcome.is_copied:
            parts.append(self._copied())
        lines = [partial(self._reminder, path) for path in outcome.open_files]
        return parts + self._unfolded(lines)

    def _unfolded(self, lines: Sequence[Callable[[], QWidget]]) -> list[QWidget]:
        if not lines:
            return []
        return [Unfolding(self._look, lines, first=_SHOWN, gap=12)]

    def _looking(self) -> QWidget:
        stop = Button(self._look, self.tr("Stop"), "link")
        stop.clicked.connect(self._capture.stop)
        words = Text(self._look, self.tr("Looking …"), "body", "muted", wrap=False)
        return Wrapped(self._look, words, stop)

    def _refusal(self, refused: Refused) -> QWidget:
        words = refused_words(refused)
        return IconLine(self._look, "warn", "attention", words)

    def _password(self, refused: Refused) -> QWidget:
        look = self._look
        field = QLineEdit()
        field.setObjectName("export-password")
        field.setEchoMode(QLineEdit.EchoMode.Password)
        open_ = Button(look, self.tr("Open it"), "secondary")
        send = partial(_open, self._capture, refused.path, field)
        open_.clicked.connect(send)
        field.returnPressed.connect(send)
        label = self.tr("The password of {file}").format(
            file=PurePath(refused.path).name
        )
        labelled = Labelled(look, label, field, refused_words(refused))
        if refused.why is Refusal.WRONG_PASSWORD:
            labelled.attend(refused_words(refused))
        row = Row(look, labelled, open_, gap=8, below=460)
        row.line.setStretch(0, 1)
        return row

    def _accounts(self, read: ExportRead) -> QWidget:
        box = Box(self._look, "sunken", pad=16, gap=8)
        if read.missing_parts:
            box.add(self._missing(read))
        box.add(AccountChoice(self._look, self._capture, read.accounts))
        return box

    def _missing(self, read: ExportRead) -> QWidget:
        between = self.tr(", ")
        parts = between.join(map(str, read.missing_parts))
        title = self.tr("More codes belong to it")
        words = self.tr(
            "These are not read yet: number {parts}. Show the next one and read it the"
            " same way."
        )
        return IconLine(self._look, "info", "accent", title, words.format(parts=parts))

    def _copied(self) -> QWidget:
        look = self._look
        empty = Button(look, self.tr("Empty the clipboard"), "secondary")
        empty.clicked.connect(self._capture.empty_clipboard)
        title = self.tr("What you copied still holds the secret")
        words = self.tr("Other programs can read it until you copy something else.")
        return Callout(look, "attention", title, words, empty)

    def _reminder(self, path: str) -> QWidget:
        look = self._look
        delete = Button(look, self.tr("Delete it"), "secondary")
        delete.clicked.connect(partial(self._ask, path))
        title = self.tr("{file} still holds the secret")
        words = self.tr(
            "Whoever opens it can make your codes. Delete it, unless it is your backup."
        )
        name = PurePath(path).name
        return Callout(look, "attention", title.format(file=name), words, delete)

    def _ask(self, path: str) -> None:
        question = Question(
            self._look,
            self.window(),
            self.tr("Delete {file}?").format(file=PurePath(path).name),
            self.tr("It is gone for good, and not in the bin."),
            self.tr("Keep"),
            self.tr("Delete the file"),
        )
        question.answered.connect(partial(_delete, self._capture, path))
        question.open()


class AccountChoice(Box):
    """Which of several accounts to take."""

    def __init__(
        self, look: Look, capture: QrCapture, accounts: Sequence[OtpAccount]
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=8)
        self._capture, self._accounts = capture, tuple(accounts)
        self._field = ComboBox(look)
        self._field.addItems([account_words(account) for account in accounts])
        one = Button(look, self.tr("Take this one"), "secondary")
        one.clicked.connect(self._take_one)
        every = Button(look, self.tr("Take all of them"), "secondary")
        every.clicked.connect(self._take_all)
        buttons = Wrapped(look, one, every)
        every.setHidden(len(self._accounts) == 1)
        label = self.tr("Which account?")
        self._field.setAccessibleName(label)
        self.add(section(look, label), self._field, buttons)

    def _take_one(self) -> None:
        self._capture.take((self._accounts[self._field.currentIndex()],))

    def _take_all(self) -> None:
        self._capture.take(self._accounts)


def _open(capture: QrCapture, path: str, field: QLineEdit) -> None:
    capture.from_files((path,), field.text())


def _delete(capture: QrCapture, path: str, _answer: int) -> None:
    capture.delete(path)
