"""At which hour the person is told, until when, and by what."""

from collections.abc import Sequence
from datetime import date, time

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Row, divider
from torimodosu.window.kit.fields import ComboBox, DateEdit, Labelled
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Text
from torimodosu.window.words.dates import from_qt, to_qt

HOURS = range(6, 23)


class TellingCard(Box):
    """`hour_chosen` tells an hour, `end_chosen` the last day; None is no own one."""

    hour_chosen = Signal(int)
    end_chosen = Signal(object)

    def __init__(
        self, look: Look, hour: time, *, planned: date, ends_on: date | None
    ) -> None:
        super().__init__(look, "card", gap=12)
        self._planned = planned
        words = self.tr(
            "A notification says only “1 item to check”. What it is about stands in"
            " here alone, as others may see your screen. On days when banks are closed"
            " nothing is told; it comes on the next working day, all at once."
        )
        # Also one that was not chosen here, so that the card tells what is so.
        self._hours = sorted({*HOURS, hour.hour})
        self.hour = ComboBox(look)
        for number in self._hours:
            self.hour.addItem(QTime(number, 0).toString("H:mm"))
        self.hour.setCurrentIndex(self._hours.index(hour.hour))
        self.hour.currentIndexChanged.connect(self._choose_hour)
        self.until = ComboBox(look)
        self.until.addItem(self.tr("When nothing is left to watch"))
        self.until.addItem(self.tr("On a day of my own"))
        self.until.setCurrentIndex(0 if ends_on is None else 1)
        self.until.currentIndexChanged.connect(self._choose_until)
        self.day = DateEdit(look)
        self.day.setDate(to_qt(ends_on or planned))
        self.day.userDateChanged.connect(self._choose_day)
        labelled = [
            Labelled(look, self.tr("Tell me at"), self.hour),
            Labelled(look, self.tr("The reminders end"), self.until),
        ]
        if ends_on is not None:
            labelled.append(Labelled(look, self.tr("Last day"), self.day))
        self.add(section(look, self.tr("How you are told")))
        self.add(Text(look, words, "body", "muted"))
        self.add(Row(look, *labelled, gap=16, below=620))

    def add_ways(self, ways: Sequence[QWidget]) -> None:
        """Add parts about the tray and the start of the program."""
        for way in ways:
            self.add(divider(), way)

    def _choose_hour(self, number: int) -> None:
        self.hour_chosen.emit(self._hours[number])

    def _choose_until(self, number: int) -> None:
        self.end_chosen.emit(self._planned if number else None)

    def _choose_day(self, day: QDate) -> None:
        self.end_chosen.emit(from_qt(day))
