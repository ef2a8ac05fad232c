"""Reading one backup back: what to bring, and what came of it."""

from collections.abc import Sequence
from functools import partial
from pathlib import PurePath

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.twostep.backup.comparing import Comparison, Fault
from torimodosu.recovery.twostep.exports.outcome import Refusal
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.proof import BackupForm
from torimodosu.window.backup.ask_line import AskLine
from torimodosu.window.backup.attempt import Attempt
from torimodosu.window.backup.reading_back import BackupReader
from torimodosu.window.backup.words import (
    fault_words,
    form_words,
    name_of,
    other_words,
    stranger_words,
)
from torimodosu.window.kit.blocks import Callout, Fact, IconLine, section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.file_choice import asked_files
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.qr.refused import Refused
from torimodosu.window.qr.words import refused_words

_LOCKED = (Refusal.NEEDS_PASSWORD, Refusal.WRONG_PASSWORD)
_BIT_BY_BIT = (BackupForm.SHEET, BackupForm.PHONE)  # more of these may follow
_MOST = 3  # lines about what was not read


class ReadingCard(Box):
    """Made anew whenever *reader* changes; `accounts` names what it should hold."""

    def __init__(
        self,
        look: Look,
        reader: BackupReader,
        attempt: Attempt,
        accounts: Sequence[KeptAccount],
    ) -> None:
        super().__init__(look, "sunken", pad=16, gap=12)
        self._look, self._reader, self._attempt = look, reader, attempt
        self._names = {account.id: name_of(account) for account in accounts}
        self.drop: DropZone | None = None
        title = self.tr("Read back: {form}")
        self.add(section(look, title.format(form=form_words(attempt.backup.form))))
        self.add(*self._came_of_it())
        if not attempt.is_whole:
            self.add(*self._ways(attempt.backup.form))
        words = self.tr("Done") if attempt.is_whole else self.tr("Leave it")
        leave = Button(look, words, "link")
        leave.clicked.connect(reader.forget)
        self.add(Wrapped(look, leave))

    def _ways(self, form: BackupForm) -> Sequence[QWidget]:
        if self._reader.is_busy:
            return [Text(self._look, self.tr("Reading …"), "body", "muted")]
        if form is BackupForm.PHONE:
            return [self._code()]
        locked = [one for one in self._attempt.refused if one.why in _LOCKED]
        if locked:
            return [self._password(locked[0]), self._zone(form)]
        if form is BackupForm.SHEET:
            return [self._zone(form), self._key()]
        return [self._zone(form)]

    def _zone(self, form: BackupForm) -> QWidget:
        choose = Button(self._look, self.tr("Choose a file"), "secondary")
        choose.clicked.connect(self._choose)
        if form is BackupForm.SHEET:
            title = self.tr("Drop photos or a scan of the sheet here")
            words = self.tr("Take them with your phone, straight and in good light.")
        else:
            title = self.tr("Drop the file here")
            words = self.tr(
                "Take it from where it lies now: the USB stick, the other disk."
            )
        self.drop = DropZone(self._look, title, words, choose)
        self.drop.dropped.connect(self._reader.read_files)
        return self.drop

    def _key(self) -> QWidget:
        label = self.tr("Or type a key from the sheet")
        hint = self.tr("This tests that you can read it. Blanks do no harm.")
        line = AskLine(self._look, label, hint, self.tr("Compare"))
        line.field.setObjectName("backup-key")
        line.given.connect(self._reader.read_key)
        return line

    def _code(self) -> QWidget:
        label = self.tr("The code that your phone shows now")
        hint = self.tr("Of each account in turn; the order does not matter.")
        line = AskLine(self._look, label, hint, self.tr("Compare"))
        line.field.setObjectName("backup-code")
        line.given.connect(self._reader.read_code)
        return line

    def _password(self, refused: Refused) -> QWidget:
        name = PurePath(refused.path).name
        label = self.tr("The password of {file}").format(file=name)
        hint = refused_words(refused)
        line = AskLine(self._look, label, hint, self.tr("Open it"))
        if refused.why is Refusal.WRONG_PASSWORD:
            line.attend(hint)
        line.field.setObjectName("backup-password")
        line.hide_text()
        line.given.connect(partial(_open, self._reader, refused.path))
        return line

    def _choose(self) -> None:
        paths = asked_files(self, self.tr("Where is the backup?"))
        if paths:
            self._reader.read_files(paths)

    def _came_of_it(self) -> Sequence[QWidget]:
        """Say which accounts the backup restores, and what was not read."""
        attempt = self._attempt
        parts = [
            IconLine(self._look, "warn", "attention", refused_words(one))
            for one in attempt.refused[:_MOST]
            if one.why not in _LOCKED
        ]
        if attempt.is_other:
            words = self.tr("This is another kind of backup")
            small = other_words(attempt.backup.form)
            parts.append(IconLine(self._look, "warn", "attention", words, small))
        if attempt.is_wrong_code:
            words = self.tr("This code belongs to none of your accounts here")
            small = self.tr(
                "Type the one that the phone shows now. If it still does not match,"
                " the phone has another key: let it read the codes again."
            )
            parts.append(IconLine(self._look, "warn", "attention", words, small))
        return [*self._verdict(), *parts]

    def _verdict(self) -> Sequence[QWidget]:
        look, comparison = self._look, self._attempt.comparison
        # What another file held says nothing of one that is still to be opened.
        is_locked = any(one.why in _LOCKED for one in self._attempt.refused)
        if comparison is None or is_locked:
            return []
        if comparison.is_whole:
            title = self.tr("This backup brings everything back")
            words = self.tr(
                "Every account in it was compared with the one in your keychain: the"
                " same keys, the same codes."
            )
            return [Callout(look, "ok", title, words)]
        if not comparison.whole and not comparison.faults:
            title = self.tr("There is nothing to compare it with")
            words = self.tr(
                "None of its accounts is in your authenticator any more. Make a new"
                " backup."
            )
            return [Callout(look, "attention", title, words)]
        if comparison.is_of_others:
            title = self.tr("None of your accounts is in it")
            words = stranger_words(self._attempt.backup.form)
            return [Callout(look, "attention", title, words)]
        return self._lines(comparison)

    def _lines(self, comparison: Comparison) -> Sequence[QWidget]:
        held = self.tr("The same key")
        whole = [
            Fact(self._look, self._name(id_), held, Certainty.CONFIRMED)
            for id_ in comparison.whole
        ]
        return [*whole, *(self._line(id_, f) for id_, f in comparison.faults.items())]

    def _line(self, id_: str, fault: Fault) -> QWidget:
        """Say why an account cannot be restored; one may only not be read yet."""
        look, name = self._look, self._name(id_)
        words = fault_words(fault, self._attempt.backup.form)
        if fault is Fault.MISSING and self._attempt.backup.form in _BIT_BY_BIT:
            return Fact(look, name, words, Certainty.UNKNOWN)
        return IconLine(look, "warn", "attention", name, words)

    def _name(self, id_: str) -> str:
        return self._names.get(id_, "")


def _open(reader: BackupReader, path: str, password: str) -> None:
    reader.read_files((path,), password)
