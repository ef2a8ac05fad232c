"""The way to take the reminders into a calendar of one's own."""

from PySide6.QtCore import Signal

from torimodosu.window.kit.blocks import Beside, Callout, pair
from torimodosu.window.kit.boxes import Box, Row
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon
from torimodosu.window.steps.reminders.saving import CalendarSaving


class CalendarCard(Box):
    """`asked` tells that the person wants the file."""

    asked = Signal()

    def __init__(self, look: Look, saving: CalendarSaving) -> None:
        super().__init__(look, "card", gap=12)
        words = self.tr(
            "For when this program is not running. The calendar too says only how many"
            " things there are to check. Import a new file now and then; it changes the"
            " days that are there."
        )
        told = pair(look, self.tr("In your own calendar"), words, small=True)
        save = Button(look, self.tr("Save as a calendar file"), "secondary", "calendar")
        save.clicked.connect(self.asked)
        row = Row(look, told, save, gap=12, below=560)
        row.line.setStretch(0, 1)
        self.add(Beside(look, Icon(look, "calendar", "muted", 22), row))
        if saving.name:
            title = self.tr("{file} is saved").format(file=saving.name)
            words = self.tr("Open it with your calendar program to take it in.")
            self.add(Callout(look, "ok", title, words))
        if saving.has_failed:
            title = self.tr("The file could not be written")
            words = self.tr("Choose another folder. Nothing else has changed.")
            self.add(Callout(look, "attention", title, words))
