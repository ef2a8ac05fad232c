"""The pages of reminders and contacts, imported and built when they are first shown."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from torimodosu.window.case_file import CaseFile
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.notes.cards import CardNotes
from torimodosu.window.notes.contacts import ContactNotes
from torimodosu.window.notes.reminders import ReminderNotes
from torimodosu.window.page import Page
from torimodosu.window.ports import Ports


class ReminderPages(QObject):
    """Builds the page of what is due, and that of whom the person turned to.

    `failed` tells the exception when something could not be kept.
    """

    failed = Signal(Exception)

    def __init__(
        self, look: Look, ports: Ports, case_file: CaseFile, *, library: Library
    ) -> None:
        super().__init__()
        self._look, self._ports, self._case_file = look, ports, case_file
        self._library = library
        self._notes = ReminderNotes(
            ports.reminder_words, ports.settings, case_file.keep
        )
        self._contacts = ContactNotes(ports.contact_log, case_file.keep)
        self._cards = CardNotes(ports.card_book, ports.statement_log, case_file.keep)
        for part in (self._notes, self._contacts, self._cards):
            part.setParent(self)
        self._notes.failed.connect(self.failed)

    def reminders(self) -> Page:
        """Return the page of what is due and what is to come."""
        from torimodosu.window.steps.reminders.page import RemindersPage, Tools
        from torimodosu.window.steps.reminders.saving import CalendarSaving

        tools = Tools(
            catalogue=self._library.catalogue,
            clock=self._ports.clock,
            notes=self._notes,
            saving=CalendarSaving(self._ports.jobs, self._ports.save_calendar),
            ways=self._ways,
        )
        return RemindersPage(self._look, self._case_file.snapshot, tools)

    def contacts(self) -> Page:
        """Return the log of whom the person turned to."""
        from torimodosu.window.steps.contacts.page import ContactsPage, Tools

        tools = Tools(
            catalogue=self._library.catalogue,
            clock=self._ports.clock,
            notes=self._contacts,
        )
        page = ContactsPage(self._look, self._case_file.snapshot, tools)
        page.said.connect(self._case_file.say)
        page.reported.connect(self._cards.say_reported)
        return page

    def _ways(self, look: Look) -> Sequence[QWidget]:
        """Return parts about how the desktop lets the program tell."""
        from torimodosu.window.reminding.autostart_switch import AutostartSwitch

        ports = self._ports
        return [AutostartSwitch(look, ports.autostart, ports.settings)]
