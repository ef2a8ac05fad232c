"""The page of whom the person turned to."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Phase
from torimodosu.recovery.reminders.contact import Contact
from torimodosu.window.kit.blocks import section
from torimodosu.window.kit.boxes import Box, Wrapped, divider
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.states import Empty
from torimodosu.window.notes.contacts import ContactNotes
from torimodosu.window.page import Action, Buttons, Page
from torimodosu.window.place import View
from torimodosu.window.steps.contacts.as_text import log_text
from torimodosu.window.steps.contacts.draft import Draft
from torimodosu.window.steps.contacts.entry import Entry
from torimodosu.window.steps.contacts.form import ContactForm
from torimodosu.window.steps.contacts.settling import (
    STEP_OF,
    SettlingCallout,
    may_settle,
)
from torimodosu.window.words.card_names import CardNames
from torimodosu.window.words.way import phase_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """What the page works with."""

    catalogue: Catalogue
    clock: Clock
    notes: ContactNotes


class ContactsPage(Page):
    """Shows the log, or the fields in which a contact is written down.

    `said` tells the Step that a contact has settled, as the person says; `reported`
    the number of the card whose loss it reported, and the day.
    """

    said = Signal(object)
    reported = Signal(int, object)

    def __init__(self, look: Look, snapshot: Snapshot, tools: Tools) -> None:
        super().__init__(look, snapshot)
        self._tools = tools
        self._draft: Draft | None = None
        self._just_kept: Contact | None = None

    def heading(self) -> Heading:
        """Say for how many answers the person waits."""
        return Heading(
            phase=phase_name(Phase.TELL),
            title=self._title(),
            why=self.tr(
                "When it was, by which way, who answered, and the number of the"
                " enquiry: then nothing has to be told twice."
            ),
        )

    def parts(self) -> Sequence[QWidget]:
        """Show the fields while something is written down, else the log."""
        if self._draft is not None:
            return self._form(self._draft)
        contacts = self.snapshot.contacts
        if not contacts:
            return [self._nothing()]
        waiting = [one for one in contacts if one.answered_at is None]
        answered = [one for one in contacts if one.answered_at is not None]
        parts = self._settling()
        if waiting:
            title = self.tr("Waiting for an answer")
            parts.append(self._list(title, waiting))
        if answered:
            title = self.tr("Answered")
            parts.append(self._list(title, answered[::-1]))
        copy = Button(self.look, self.tr("Copy all as text"), "link", "copy")
        copy.clicked.connect(self._copy)
        return [*parts, Wrapped(self.look, copy)]

    def buttons(self) -> Buttons:
        """Take a new contact, or keep the one that is written down."""
        if self.snapshot.case is None:
            return Buttons()
        if self._draft is None:
            begin = Action(words=self.tr("Note a contact"), run=self._begin)
            return Buttons(
                primary=begin,
                secondary=Action(words=self.tr("Reminders"), run=self._remind),
            )
        keep = Action(words=self.tr("Keep it"), run=self._keep)
        leave = Action(words=self.tr("Do not keep it"), run=self._leave)
        return Buttons(primary=keep, secondary=leave)

    def help_words(self) -> str:
        """Say what comes of an answer that is waited for."""
        return self.tr(
            "For each answer that you wait for, you are reminded to ask again: after"
            " the promised day, or after a few working days. That ends when you note"
            " that the answer has come."
        )

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is known now; what is being written down is of one case only."""
        if _number(snapshot) != _number(self.snapshot):
            self._draft = self._just_kept = None
        super().show_snapshot(snapshot)

    def _title(self) -> str:
        if self._draft is not None:
            return self.tr("Write down what you will have to know again")
        contacts = self.snapshot.contacts
        waiting = sum(one.answered_at is None for one in contacts)
        if waiting:
            return self.tr("%n answer(s) still to come", "", waiting)
        if contacts:
            return self.tr("Everybody you asked has answered")
        return self.tr("Nobody is noted yet")

    def _list(self, title: str, contacts: Sequence[Contact]) -> QWidget:
        box = Box(self.look, "card", gap=4)
        box.add(section(self.look, title))
        names = self._names()
        for number, contact in enumerate(contacts):
            if number:
                box.add(divider())
            entry = Entry(self.look, contact, names, now=self.snapshot.at)
            entry.answered.connect(self._say_answered)
            entry.chosen.connect(self._change)
            box.add(entry)
        return box

    def _form(self, draft: Draft) -> list[QWidget]:
        now = self._tools.clock.now()
        form = ContactForm(self.look, draft, self._names(), now=now)
        form.edited.connect(self._take)
        form.reshaped.connect(self._reshape)
        parts: list[QWidget] = [form]
        if draft.contact.number:
            delete = Button(self.look, self.tr("Delete this entry"), "link", "bin")
            delete.clicked.connect(self._ask)
            parts.append(Wrapped(self.look, delete))
        return parts

    def _settling(self) -> list[QWidget]:
        kept = self._just_kept
        if kept is None or not may_settle(kept, self.snapshot):
            return []
        asking = SettlingCallout(self.look, kept, self._names())
        asking.settled.connect(self._settle)
        return [asking]

    def _nothing(self) -> QWidget:
        return Empty(
            self.look,
            "tell",
            self.tr("The log will be here"),
            self.tr(
                "Note each call, chat and mail about the case, even a short one. You"
                " will be asked for it."
            ),
        )

    def _names(self) -> CardNames:
        return CardNames(self.snapshot, self._tools.catalogue)

    def _copy(self) -> None:
        text = log_text(self.snapshot.contacts, self._names())
        QGuiApplication.clipboard().setText(text)

    def _begin(self) -> None:
        self._open(Draft.new(self._tools.clock.now()))

    def _change(self, contact: Contact) -> None:
        self._open(Draft.of(contact))

    def _open(self, draft: Draft | None, just_kept: Contact | None = None) -> None:
        self._draft, self._just_kept = draft, just_kept
        self.rebuild()
        self.go_to_top()

    def _take(self, draft: Draft) -> None:
        self._draft = draft

    def _reshape(self, draft: Draft) -> None:
        self._draft = draft
        self.rebuild()

    def _keep(self) -> None:
        written = None
        if self._draft is not None:
            written = self._draft.written(self._tools.clock.now())
            self._tools.notes.keep_contact(written)
        self._open(None, written)

    def _settle(self) -> None:
        kept, self._just_kept = self._just_kept, None
        if kept is None:
            return
        step = STEP_OF[kept.whom]
        if step not in self.snapshot.said:
            self.said.emit(step)
        if kept.card:
            self.reported.emit(kept.card, kept.at.astimezone().date())
        self.place_chosen.emit(View.OVERVIEW)

    def _leave(self) -> None:
        self._open(None)

    def _say_answered(self, contact: Contact, is_answered: bool) -> None:  # noqa: FBT001
        self._tools.notes.say_answered(contact, is_answered=is_answered)

    def _ask(self) -> None:
        question = Question(
            self.look,
            self,
            self.tr("Delete this entry?"),
            self.tr("It goes from the log, and you are not reminded of it."),
            self.tr("Leave it"),
            self.tr("Delete it"),
        )
        question.answered.connect(self._delete)
        question.open()

    def _delete(self, _answer: int) -> None:
        if self._draft is not None:
            self._tools.notes.forget(self._draft.contact)
        self._open(None)

    def _remind(self) -> None:
        self.place_chosen.emit(View.REMINDERS)


def _number(snapshot: Snapshot) -> tuple[int, bool] | None:
    case = snapshot.case
    return None if case is None else (case.number, case.is_practice)
