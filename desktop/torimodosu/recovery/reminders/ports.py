"""What reminders need from the outside world."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.reminders.contact import Contact
from torimodosu.recovery.reminders.reminder import Word


class ReminderWords(Protocol):
    """What the user says about reminders; every word is noted in the journal."""

    def say(self, case: Case, word: Word) -> None:
        """Keep *word* instead of an earlier one with the same key."""
        ...

    def take_back(self, case: Case, key: str, *, at: datetime) -> None:
        """Forget what was said about *key*."""
        ...

    def words_of(self, case: Case) -> Sequence[Word]:
        """Return the newest word about each key that there is one about."""
        ...

    def end_on(self, case: Case, day: date | None, *, at: datetime) -> None:
        """Keep the last day of all reminders; None leaves it to the program."""
        ...


class Told(Protocol):
    """What was told already, by any running copy of the program.

    The keys are those of the tellings (`Reminder.telling`).
    """

    def claim(self, case: Case, keys: Sequence[str], *, at: datetime) -> Sequence[str]:
        """Return those of *keys* that nobody has told yet, and keep them as told.

        Of two processes that ask at once, one gets a key and the other does not.
        """
        ...

    def release(self, case: Case, keys: Sequence[str]) -> None:
        """Take *keys* back that could not be told after all, or are to be told anew."""
        ...


class ContactLog(Protocol):
    """Whom the user turned to; every change is noted in the journal."""

    def keep_contact(self, case: Case, contact: Contact, *, at: datetime) -> Contact:
        """Keep *contact* and return it with its number, or change the one it has."""
        ...

    def forget_contact(self, case: Case, number: int, *, at: datetime) -> None:
        """Forget the contact with *number*."""
        ...

    def contacts_of(self, case: Case) -> Sequence[Contact]:
        """Return the contacts, oldest first."""
        ...
