"""The backup room on one card: ways to make one, those there are, reading one back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.proof import BackupForm
from torimodosu.window.activities.password_desk import PasswordDesk
from torimodosu.window.backup.drill import BackupDrill
from torimodosu.window.backup.encrypted_card import EncryptedCard
from torimodosu.window.backup.made_list import MadeList
from torimodosu.window.backup.making import UnprintedError
from torimodosu.window.backup.phone_card import PhoneCard
from torimodosu.window.backup.reading_card import ReadingCard
from torimodosu.window.backup.sheets import Sheets
from torimodosu.window.backup.ways import Ways
from torimodosu.window.backup.words import unwritten_words
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.troubles import trouble_title, trouble_words
from torimodosu.window.words.keychain import keychain_title, keychain_words


class BackupPanel(Box):
    """Shows what *drill* does, and the backups of *snapshot*."""

    def __init__(self, look: Look, drill: BackupDrill, snapshot: Snapshot) -> None:
        super().__init__(look, "card", gap=16)
        self._look, self._drill, self._snapshot = look, drill, snapshot
        self._desk = PasswordDesk(drill.ports.jobs, drill.ports.lock)
        self._desk.setParent(self)
        self._sheets = Sheets(drill.maker, drill.ports.clock, self)
        self._encrypted: EncryptedCard | None = None
        self._reading: ReadingCard | None = None
        words = self.tr(
            "If this computer breaks or is lost, only a backup lets you back in. One"
            " that was never read back may be empty, so we read it back once."
        )
        self.add(
            section(look, self.tr("Make a backup, and try it once")), Text(look, words)
        )
        self._is_asking_which, self._typed_in = False, ""
        self._parts: Sequence[QWidget] = ()
        self._rebuild()
        drill.changed.connect(self._rebuild)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the backups that are known now."""
        self._snapshot = snapshot
        self._rebuild()

    def take_files(self, paths: tuple[str, ...]) -> None:
        """Read files that were dropped, or ask which backup they are."""
        reader = self._drill.reader
        backups = [
            one
            for one in self._snapshot.two_step.backups
            if one.form is not BackupForm.PHONE
        ]
        if reader.attempt is None and self._drill.maker.way is None:
            self._is_asking_which = len(backups) != 1
            if self._is_asking_which:
                self._rebuild()
                return
            reader.begin(backups[0])
        attempt = reader.attempt
        if attempt is not None and attempt.backup.form is not BackupForm.PHONE:
            reader.read_files(paths)

    def hover_files(self, *, is_over: bool) -> None:
        """Show that files hang over the window."""
        if self._reading is not None and self._reading.drop is not None:
            self._reading.drop.welcome(is_over=is_over)

    def _rebuild(self) -> None:
        focused = self.window().focusWidget()
        if isinstance(focused, QLineEdit) and self.isAncestorOf(focused):
            self._typed_in = focused.objectName()
        # One thing at a time: either a backup is made, or one is read back.
        doing = self._read_back() or self._making()
        parts = [*self._troubles(), *self._which(), *doing, *self._made()]
        if self._encrypted not in parts:
            self._encrypted = None
        for part in self._parts:
            self.body.removeWidget(part)
            if part not in parts:
                part.hide()
                part.deleteLater()
        self._parts = parts
        self.add(*parts)
        for part in parts:
            part.show()
        self._type_on()

    def _type_on(self) -> None:
        """Give the focus back to the field that somebody types in, once it is there."""
        if self._reading is None:
            self._typed_in = ""
        elif self._typed_in:
            for field in self._reading.findChildren(QLineEdit, self._typed_in):
                field.setFocus()

    def _troubles(self) -> Sequence[QWidget]:
        error = self._drill.maker.error or self._drill.reader.error
        if error is None:
            return []
        if isinstance(error, KeychainError):
            title, words = keychain_title(error.trouble), keychain_words(error.trouble)
        elif isinstance(error, OSError):
            title, words = unwritten_words(error)
        elif isinstance(error, UnprintedError):
            title = self.tr("The sheet was not printed")
            words = self.tr(
                "See that the printer is on and has paper, or save the sheet as a PDF."
            )
        else:
            title, words = trouble_title(error), trouble_words(error)
        return [IconLine(self._look, "warn", "attention", title, words)]

    def _which(self) -> Sequence[QWidget]:
        """Say that files were dropped of which nobody knows what backup they are."""
        is_busy = self._drill.reader.attempt or self._drill.maker.way
        if is_busy or not self._is_asking_which:
            self._is_asking_which = False
            return []
        title = self.tr("These files were not read")
        words = self.tr(
            "Press “Read it back” beside the backup that they are, then drop them"
            " once more."
        )
        if not self._snapshot.two_step.backups:
            words = self.tr("Make a backup first. Then it is read back here.")
        return [IconLine(self._look, "warn", "attention", title, words)]

    def _making(self) -> Sequence[QWidget]:
        look, maker = self._look, self._drill.maker
        if maker.way is BackupForm.ENCRYPTED_FILE:
            # What was typed stays while something else changes.
            if self._encrypted is None:
                self._encrypted = EncryptedCard(look, maker, self._desk)
            self._encrypted.setEnabled(not maker.is_busy)
            return [self._encrypted]
        if maker.way is BackupForm.PHONE:
            return [PhoneCard(look, maker)]
        return [*self._saved(), Ways(look, maker, self._sheets)]

    def _saved(self) -> Sequence[QWidget]:
        if not self._drill.maker.file or self._drill.maker.is_busy:
            return []
        words = self.tr("{file} is written").format(file=self._drill.maker.file)
        small = self.tr(
            "Bring it to where it is to stay, then read it back from there."
        )
        return [IconLine(self._look, "proven", "ok", words, small)]

    def _made(self) -> Sequence[QWidget]:
        backups = self._snapshot.two_step.backups
        if not backups:
            return []
        now = self._snapshot.at
        return [MadeList(self._look, self._drill, backups, now=now)]

    def _read_back(self) -> Sequence[QWidget]:
        self._reading = None
        reader = self._drill.reader
        if reader.attempt is None:
            return []
        accounts = self._drill.authenticator.accounts
        self._reading = ReadingCard(self._look, reader, reader.attempt, accounts)
        return [self._reading]
