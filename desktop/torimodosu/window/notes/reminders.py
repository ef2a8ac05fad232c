"""What the person says about reminders, and when they want to be told."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.plan.telling import HOUR, hour_of
from torimodosu.recovery.reminders.ports import ReminderWords
from torimodosu.recovery.reminders.reminder import Reminder, Said, Word
from torimodosu.window.ports import Settings

Keep = Callable[[Callable[[Case, datetime], None]], None]


class ReminderNotes(QObject):
    """Keeps words about the open case by *keep*, that of the open `CaseFile`.

    `hour` is the time of day at which the person wants to be told; `failed` tells that
    one holds for now, but could not be kept.
    """

    failed = Signal(Exception)

    def __init__(self, words: ReminderWords, settings: Settings, keep: Keep) -> None:
        super().__init__()
        self._words, self._settings, self._keep = words, settings, keep
        self.hour = hour_of(settings.settings)

    def choose_hour(self, hour: int) -> None:
        """Keep the hour at which the person wants to be told."""
        self.hour = time(hour)
        try:
            self._settings.set(HOUR, hour)
        except StoreError as error:
            self.failed.emit(error)

    def say_done(self, reminder: Reminder) -> None:
        """Keep that they have done what it is about."""
        self._say(reminder.task, Said.DONE)

    def put_off(self, reminder: Reminder, until: datetime) -> None:
        """Keep that it is to come later."""
        self._say(reminder.key, Said.SNOOZED, until)

    def mute(self, reminder: Reminder) -> None:
        """Keep that they want none of its kind, about the same card."""
        self._say(reminder.series, Said.NOT_FOR_ME)

    def take_back(self, key: str) -> None:
        """Forget what they said about *key*."""
        take_back = self._words.take_back
        self._keep(lambda case, at: take_back(case, key, at=at))

    def end_on(self, day: date | None) -> None:
        """Keep the last day of all reminders; None leaves it to the program."""
        end_on = self._words.end_on
        self._keep(lambda case, at: end_on(case, day, at=at))

    def _say(self, key: str, said: Said, until: datetime | None = None) -> None:
        self._keep(partial(self._write, key, said, until))

    def _write(
        self, key: str, said: Said, until: datetime | None, case: Case, at: datetime
    ) -> None:
        self._words.say(case, Word(key=key, said=said, at=at, until=until))
