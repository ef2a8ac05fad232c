"""What is kept about reminders and about whom the user turned to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from torimodosu.adapters.store import contacts, reminders
from torimodosu.adapters.store.shelves import Shelves
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.reminders.contact import Contact
from torimodosu.recovery.reminders.reminder import Word


@dataclass(frozen=True, slots=True)
class ReminderRecords:
    """The part of a store that is about reminders and contacts.

    It is the `ReminderWords`, `Told` and `ContactLog` of the rules. Whatever returns
    has been kept for good.
    """

    shelves: Shelves

    def say(self, case: Case, word: Word) -> None:
        """Keep *word* instead of an earlier one about the same."""
        reminders.say(self.shelves.of(case), case, word)

    def take_back(self, case: Case, key: str, *, at: datetime) -> None:
        """Forget what was said about *key*."""
        reminders.take_back(self.shelves.of(case), case, key, at=at)

    def words_of(self, case: Case) -> Sequence[Word]:
        """Return the newest word about each key that there is one about."""
        with self.shelves.of(case).read() as connection:
            return reminders.words_of(connection, case.number)

    def end_on(self, case: Case, day: date | None, *, at: datetime) -> None:
        """Keep the last day of all reminders; None leaves it to the program."""
        reminders.end_on(self.shelves.of(case), case, day, at=at)

    def claim(self, case: Case, keys: Sequence[str], *, at: datetime) -> Sequence[str]:
        """Return those of *keys* that nobody has told yet, and keep them as told."""
        return reminders.claim(self.shelves.of(case), case, keys, at=at)

    def release(self, case: Case, keys: Sequence[str]) -> None:
        """Forget that *keys* were told."""
        reminders.release(self.shelves.of(case), case, keys)

    def keep_contact(self, case: Case, contact: Contact, *, at: datetime) -> Contact:
        """Keep *contact* and return it with its number, or change the one it has."""
        return contacts.keep_contact(self.shelves.of(case), case, contact, at=at)

    def forget_contact(self, case: Case, number: int, *, at: datetime) -> None:
        """Forget the contact with *number*."""
        contacts.forget_contact(self.shelves.of(case), case, number, at=at)

    def contacts_of(self, case: Case) -> Sequence[Contact]:
        """Return the contacts, oldest first."""
        with self.shelves.of(case).read() as connection:
            return contacts.contacts_of(connection, case.number)
