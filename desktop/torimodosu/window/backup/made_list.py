"""The backups that were made, and whether each was read back."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.twostep.proof import Backup
from torimodosu.window.backup.drill import BackupDrill
from torimodosu.window.backup.words import form_words, made_words
from torimodosu.window.kit.blocks import pair, section
from torimodosu.window.kit.boxes import Box, Row, chip_of
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look

_MOST = 4


class MadeList(Box):
    """Shows the newest backups; one that was never read back waits for that."""

    def __init__(
        self,
        look: Look,
        drill: BackupDrill,
        backups: Sequence[Backup],
        *,
        now: datetime,
    ) -> None:
        super().__init__(look, "plain", pad=0, gap=10)
        self._look, self._drill, self._now = look, drill, now
        self.add(section(look, self.tr("Your backups")))
        for backup in list(reversed(backups))[:_MOST]:
            self.add(self._line(backup))

    def _line(self, backup: Backup) -> QWidget:
        look = self._look
        words = made_words(backup, now=self._now)
        told = pair(look, form_words(backup.form), words, small=True)
        is_tried = backup.restored_at is not None
        certainty = Certainty.CONFIRMED if is_tried else Certainty.UNKNOWN
        row = Row(look, told, chip_of(look, certainty), gap=10, below=360)
        row.line.setStretch(0, 1)
        again = self.tr("Read it once more") if is_tried else self.tr("Read it back")
        button = Button(look, again, "link" if is_tried else "secondary")
        button.setAccessibleDescription(form_words(backup.form))
        button.setEnabled(not self._drill.reader.is_busy)
        button.clicked.connect(partial(_begin, self._drill, backup))
        row.line.addWidget(button)
        return row


def _begin(drill: BackupDrill, backup: Backup) -> None:
    drill.begin_reading(backup)
