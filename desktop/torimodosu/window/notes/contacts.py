"""Whom the person turned to, as they note it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.reminders.contact import Contact
from torimodosu.recovery.reminders.ports import ContactLog

Keep = Callable[[Callable[[Case, datetime], None]], None]


class ContactNotes(QObject):
    """Keeps the log of the open case by *keep*, that of the open `CaseFile`."""

    def __init__(self, log: ContactLog, keep: Keep) -> None:
        super().__init__()
        self._log, self._keep = log, keep

    def keep_contact(self, contact: Contact) -> None:
        """Keep a new contact, or what was changed of one."""
        self._keep(partial(self._write, contact))

    def say_answered(self, contact: Contact, *, is_answered: bool) -> None:
        """Keep that the answer has come by now, or that it has not after all."""
        self._keep(partial(self._write_answer, contact, is_answered))

    def forget(self, contact: Contact) -> None:
        """Forget a contact."""
        forget, number = self._log.forget_contact, contact.number
        self._keep(lambda case, at: forget(case, number, at=at))

    def _write(self, contact: Contact, case: Case, at: datetime) -> None:
        self._log.keep_contact(case, contact, at=at)

    def _write_answer(
        self, contact: Contact, is_answered: object, case: Case, at: datetime
    ) -> None:
        answered = replace(contact, answered_at=at if is_answered else None)
        self._log.keep_contact(case, answered, at=at)
