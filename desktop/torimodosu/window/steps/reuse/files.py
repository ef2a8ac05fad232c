"""What came of each export."""

from collections.abc import Sequence
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from torimodosu.recovery.passwords.exports.outcome import ExportTrouble
from torimodosu.recovery.plan.audit_task import ExportSeen
from torimodosu.window.kit.blocks import IconLine, section
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.reuse.words import trouble_words
from torimodosu.window.words.password_counts import PasswordCounts

_ASKS_FOR_KEY = {ExportTrouble.NEEDS_KEY, ExportTrouble.WRONG_KEY}


class FilesCard(Box):
    """A line for each export, those that were not read first.

    `key_typed` tells the password that opens the encrypted ones.
    """

    key_typed = Signal(str)

    def __init__(self, look: Look, files: Sequence[ExportSeen]) -> None:
        super().__init__(look, "card", gap=10)
        self._look = look
        self.add(section(look, self.tr("What was read")))
        for seen in sorted(files, key=lambda one: one.trouble is None):
            self.add(self._line(seen))
        if any(seen.trouble in _ASKS_FOR_KEY for seen in files):
            self._add_key()

    def _line(self, seen: ExportSeen) -> QWidget:
        look, name = self._look, PurePath(seen.path).name
        if seen.trouble is not None:
            words = trouble_words(seen.trouble)
            return IconLine(look, "finding", "attention", name, words)
        counts = PasswordCounts()
        told = [counts.logins(seen.logins)]
        if seen.damaged:
            told.append(counts.damaged_rows(len(seen.damaged)))
        return IconLine(look, "proven", "ok", name, self.tr(" · ").join(told))

    def _add_key(self) -> None:
        self._key = QLineEdit()
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.setObjectName("key")
        self._key.returnPressed.connect(self._tell_key)
        read = Button(self._look, self.tr("Read it"))
        read.clicked.connect(self._tell_key)
        label = Labelled(self._look, self.tr("Password of the export"), self._key)
        row = Row(self._look, label, read, gap=8, below=480).share(1)
        row.line.setAlignment(read, Qt.AlignmentFlag.AlignBottom)
        self.add(row)

    def _tell_key(self) -> None:
        key = self._key.text()
        self._key.clear()
        if key:
            self.key_typed.emit(key)
