"""What is to come, by day."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from torimodosu.recovery.reminders.reminder import About, Reminder
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.rows import Cell, Column, TableRow
from torimodosu.window.kit.table import Table
from torimodosu.window.steps.reminders.names import ReminderNames
from torimodosu.window.words.counts import Counts
from torimodosu.window.words.dates import dated_words, moment_words

FEW = 8


class ComingCard(Box):
    """A table, of which the first rows are shown until the person wants all.

    `opened` tells the Reminder that they want to look into, `turned` that they want all
    or few.
    """

    opened = Signal(object)
    turned = Signal()

    def __init__(
        self,
        look: Look,
        coming: Sequence[Reminder],
        names: ReminderNames,
        *,
        shows_all: bool,
    ) -> None:
        super().__init__(look, "card", gap=8)
        self._coming = {one.key: one for one in coming}
        columns = (
            Column(title=self.tr("Day"), width=140),
            Column(title=self.tr("What")),
            Column(title="", width=108, kind="link"),
        )
        title = self.tr("What is to come")
        table = Table(look, columns, title)
        shown = coming if shows_all else coming[:FEW]
        table.show_rows([self._row(one, names) for one in shown])
        table.opened.connect(self._open)
        self.add(section(look, title), table)
        if len(coming) > FEW:
            words = Counts().more(len(coming) - FEW)
            if shows_all:
                words = self.tr("Show the next ones only")
            turn = Button(look, words, "link")
            turn.setObjectName("turn")
            turn.clicked.connect(self.turned)
            self.add(Wrapped(look, turn))

    def _row(self, reminder: Reminder, names: ReminderNames) -> TableRow:
        here = reminder.due.astimezone()
        day = dated_words(here.date())
        if reminder.about is About.RETRY_SIGN_IN:
            day = moment_words(here)
        cells = (
            Cell(day, order=here),
            Cell(names.title(reminder)),
            Cell(self.tr("Look at it")),
        )
        return TableRow(key=reminder.key, cells=cells)

    def _open(self, key: str, _column: int) -> None:
        self.opened.emit(self._coming[key])
