"""The words of the reminders of one case."""

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.reminders.reminder import Reminder, kind_of
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.reminders import (
    reminder_reason,
    reminder_title,
    series_words,
)


class ReminderNames:
    """Says what a reminder is about, by the names of the cards of the case."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue) -> None:
        self._cards = CardNames(snapshot, catalogue)
        self._contacts = {one.number: one for one in snapshot.contacts}

    def title(self, reminder: Reminder) -> str:
        """Return what there is to do."""
        contact = self._contacts.get(reminder.contact)
        return reminder_title(reminder, self._cards.of(reminder.card), contact)

    def reason(self, reminder: Reminder) -> str:
        """Return why."""
        return reminder_reason(reminder, self._contacts.get(reminder.contact))

    def series(self, key: str) -> str:
        """Return what the reminders whose keys begin so are about."""
        about, card = kind_of(key)
        return series_words(about, self._cards.of(card))
