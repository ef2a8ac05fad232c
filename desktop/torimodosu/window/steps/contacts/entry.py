"""One contact in the log: when, whom, what was said, and whether it is answered."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from torimodosu.recovery.reminders.account_reminders import chase_day
from torimodosu.recovery.reminders.contact import Contact
from torimodosu.recovery.reminders.telling_time import TellingTime
from torimodosu.window.kit.blocks import Beside
from torimodosu.window.kit.boxes import Box, Chip, Row, Wrapped
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.text import Icon, Text
from torimodosu.window.steps.contacts.as_text import entry_title, who_answered
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.contacts import channel_icon
from torimodosu.window.words.dates import day_words, moment_words, near_words


class Entry(QWidget):
    """`answered` tells the Contact and whether the answer has come.

    `chosen` tells the Contact that the person wants to change.
    """

    answered = Signal(object, bool)
    chosen = Signal(object)

    def __init__(
        self, look: Look, contact: Contact, names: CardNames, *, now: datetime
    ) -> None:
        super().__init__()
        self._look, self._contact, self._now = look, contact, now
        self._title = entry_title(contact, names)
        told = Box(look, "plain", pad=0, gap=0).add(Text(look, self._title, "strong"))
        for words in self._lines():
            told.add(Text(look, words, "small", "muted"))
        if contact.note:
            told.add(Text(look, contact.note))
        chip, answers = self._chip(), Wrapped(look, *self._buttons())
        row = Row(look, told, chip, answers, below=700)
        row.line.setStretch(0, 1)
        row.line.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(6), 0, look.px(6))
        icon = Icon(look, channel_icon(contact.channel), "muted", 22)
        column.addWidget(Beside(look, icon, row))

    def _lines(self) -> Sequence[str]:
        """Return when it was, and who answered under which number."""
        who = who_answered(self._contact)
        moment = near_words(self._contact.at, now=self._now)
        return (moment, who) if who else (moment,)

    def _chip(self) -> Chip:
        look, one = self._look, self._contact
        if one.answered_at is not None:
            moment = day_words(one.answered_at.astimezone().date())
            form = QCoreApplication.translate("Contacts", "Answered {day}")
            words = form.format(day=moment)
            return Chip(look, words, "said", "unknown")
        day = self._chase_day()
        if day <= self._now.date():
            return Chip(look, self.tr("Ask again now"), "finding", "attention")
        words = self.tr("Ask again {day}").format(day=day_words(day))
        return Chip(look, words, "clock", "unknown")

    def _chase_day(self) -> date:
        return chase_day(self._contact, TellingTime(now=self._now))

    def _buttons(self) -> list[Button]:
        change = self._button(self.tr("Change"))
        change.clicked.connect(self._change)
        if self._contact.answered_at is not None:
            return [change]
        came = self._button(self.tr("The answer has come"))
        came.clicked.connect(self._say_answered)
        return [came, change]

    def _button(self, words: str) -> Button:
        button = Button(self._look, words, "link")
        moment = moment_words(self._contact.at)
        button.setAccessibleName(f"{words}: {self._title}, {moment}")
        return button

    def _change(self) -> None:
        self.chosen.emit(self._contact)

    def _say_answered(self) -> None:
        self.answered.emit(self._contact, True)  # noqa: FBT003 -- Qt's own
