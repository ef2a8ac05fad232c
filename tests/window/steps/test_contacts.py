from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QDate
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.contracts.cases import OTHER, SHOP
from tests.fakes.moving_clock import MovingClock
from tests.recovery.reminders.moments import MONDAY, at
from tests.window.seen import words_in, words_in_sight
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom
from torimodosu.resources import resource
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import DateEdit, MomentEdit
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.question import Question
from torimodosu.window.notes.contacts import ContactNotes
from torimodosu.window.place import View
from torimodosu.window.steps.contacts.page import ContactsPage, Tools
from torimodosu.window.words.dates import clock_words, full_day_words, moment_words

T = TypeVar("T", bound=QWidget)
NOW = at(MONDAY)
CATALOGUE = load_catalogue(resource("catalogue"))
MAIL = Contact(
    at=NOW - timedelta(days=2),
    whom=Whom.SHOP,
    channel=Channel.MAIL,
    reference="C-17",
    note="Two orders are not mine.",
)
MOMENT = moment_words(MAIL.at)


class Desk:
    """A page on a real store, which shows at once what was kept."""

    def __init__(self, look: Look, store: Store) -> None:
        self.store = store
        self.case = store.open(SHOP, at=NOW, is_practice=False)
        notes = ContactNotes(store.reminder_records, self._keep)
        self.clock = MovingClock(NOW)
        tools = Tools(catalogue=CATALOGUE, clock=self.clock, notes=notes)
        self.page = ContactsPage(look, self._look(), tools)
        self.page.show_snapshot(self._look())

    def kept(self) -> list[Contact]:
        return list(self.store.reminder_records.contacts_of(self.case))

    def press(self, name: str) -> None:
        buttons = [one for one in self.page.findChildren(Button) if one.isVisible()]
        next(one for one in buttons if one.accessibleName() == name).click()

    def primary(self) -> None:
        action = self.page.buttons().primary
        assert action is not None
        action.run()

    def secondary(self) -> None:
        action = self.page.buttons().secondary
        assert action is not None
        action.run()

    def add(self, contact: Contact) -> Contact:
        kept = self.store.reminder_records.keep_contact(self.case, contact, at=NOW)
        self.page.show_snapshot(self._look())
        return kept

    def _keep(self, note: Callable[[Case, datetime], None]) -> None:
        note(self.case, NOW)
        self.page.show_snapshot(self._look())

    def _look(self) -> Snapshot:
        return self.store.snapshot(self.case, at=NOW)


@pytest.fixture
def desk(qtbot: QtBot, look: Look, store: Store) -> Desk:
    desk = Desk(look, store)
    qtbot.addWidget(desk.page)
    desk.page.show()
    return desk


def field(desk: Desk, kind: type[T], name: str) -> T:
    found = desk.page.findChildren(kind, name)
    (shown,) = (one for one in found if one.isVisible())
    return shown


def line(desk: Desk, name: str) -> QLineEdit:
    return field(desk, QLineEdit, name)


def test_at_first_it_says_what_the_log_is_for(desk: Desk) -> None:
    assert desk.page.name == "Nobody is noted yet"
    assert "Note each call" in words_in(desk.page)


def test_a_call_is_noted_in_a_few_fields(desk: Desk) -> None:
    desk.primary()
    desk.press("A card company")
    desk.press("Telephone")
    card = field(desk, QComboBox, "card")
    card.setCurrentIndex(card.findData(1))
    line(desk, "name").textEdited.emit("Ms Okada")
    line(desk, "reference").textEdited.emit(" A-17 ")
    note = field(desk, QPlainTextEdit, "note")
    note.setPlainText("The card is stopped.")
    moment = field(desk, MomentEdit, "at")
    moment.show_moment(NOW - timedelta(hours=1))
    desk.primary()
    assert desk.kept() == [
        Contact(
            number=1,
            at=NOW - timedelta(hours=1),
            whom=Whom.ISSUER,
            channel=Channel.PHONE,
            card=1,
            name="Ms Okada",
            reference="A-17",
            note="The card is stopped.",
            answered_at=NOW,
        )
    ]
    assert desk.page.name == "Everybody you asked has answered"
    assert "青いカード 1234  ·  Telephone" in words_in(desk.page)
    assert "Ms Okada  ·  Enquiry number A-17" in words_in(desk.page)


def test_an_answer_that_was_promised_is_waited_for(desk: Desk) -> None:
    desk.primary()
    promise = field(desk, QComboBox, "promise")
    promise.setCurrentIndex(1)
    day = field(desk, DateEdit, "promised_by")
    day.setDate(QDate(2026, 3, 25))
    desk.primary()
    (contact,) = desk.kept()
    assert (contact.channel, contact.answered_at) == (Channel.FORM, None)
    assert contact.promised_by == date(2026, 3, 25)
    assert desk.page.name == "1 answer(s) still to come"
    assert "Ask again 26 March" in words_in(desk.page)


def test_every_field_is_named_for_screen_readers(desk: Desk) -> None:
    desk.primary()
    desk.press("A card company")
    field(desk, QComboBox, "promise").setCurrentIndex(1)
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, DateEdit, MomentEdit, Button)
    for kind in kinds:
        for part in desk.page.findChildren(kind):
            is_own = part.isVisible() and not part.objectName().startswith("qt_")
            assert part.accessibleName() or not is_own


def test_nobody_promises_for_the_end_of_all_days(desk: Desk) -> None:
    desk.primary()
    field(desk, QComboBox, "promise").setCurrentIndex(1)
    field(desk, DateEdit, "promised_by").setDate(QDate(9999, 12, 31))
    desk.primary()
    (contact,) = desk.kept()
    # A day that the calendar has no room for is as if it had not been typed.
    assert contact.promised_by is not None
    assert contact.promised_by.year < 2030


def test_a_promise_can_be_taken_out_again(desk: Desk) -> None:
    kept = desk.add(replace(MAIL, promised_by=date(2026, 3, 25)))
    desk.press(f"Change: The shop  ·  Mail, {MOMENT}")
    promise = field(desk, QComboBox, "promise")
    promise.setCurrentIndex(0)
    desk.primary()
    assert desk.kept() == [replace(kept, promised_by=None)]


def test_a_call_is_of_now_however_long_the_page_was_open(desk: Desk) -> None:
    desk.clock.go_on(hours=3)
    desk.primary()
    desk.press("Telephone")
    desk.clock.go_on(minutes=5)
    desk.primary()
    (call,) = desk.kept()
    assert call.at == NOW + timedelta(hours=3)
    assert call.answered_at == NOW + timedelta(hours=3, minutes=5)


def test_what_is_not_kept_is_gone(desk: Desk) -> None:
    desk.primary()
    line(desk, "name").textEdited.emit("Nobody")
    desk.secondary()
    assert desk.kept() == []
    desk.primary()
    assert line(desk, "name").text() == ""


def test_the_answer_has_come_with_one_press(desk: Desk) -> None:
    kept = desk.add(MAIL)
    desk.press(f"The answer has come: The shop  ·  Mail, {MOMENT}")
    assert desk.kept() == [replace(kept, answered_at=NOW)]
    here, _, _ = moment_words(NOW).partition(",")
    assert f"Answered {here}" in words_in(desk.page)


def test_it_says_when_it_is_time_to_ask_again(desk: Desk) -> None:
    desk.add(replace(MAIL, promised_by=MONDAY - timedelta(days=3)))
    assert "Ask again now" in words_in(desk.page)


def test_what_was_noted_can_be_changed_under_its_number(desk: Desk) -> None:
    kept = desk.add(replace(MAIL, answered_at=NOW - timedelta(days=1)))
    desk.press(f"Change: The shop  ·  Mail, {MOMENT}")
    assert line(desk, "reference").text() == "C-17"
    desk.press("Yes, I am waiting")
    desk.primary()
    assert desk.kept() == [replace(kept, answered_at=None)]


def test_an_entry_is_deleted_after_a_question(qtbot: QtBot, desk: Desk) -> None:
    desk.add(MAIL)
    desk.press(f"Change: The shop  ·  Mail, {MOMENT}")
    desk.press("Delete this entry")
    (question,) = desk.page.findChildren(Question)
    with qtbot.waitSignal(question.destroyed):
        question.buttons[1].click()
    assert desk.kept() == []
    assert desk.page.name == "Nobody is noted yet"


def test_a_card_number_is_cut_before_it_is_kept(desk: Desk) -> None:
    desk.primary()
    note = field(desk, QPlainTextEdit, "note")
    note.setPlainText("4111 1111 1111 1111 was charged, call 0120-000-000")
    desk.primary()
    (contact,) = desk.kept()
    assert contact.note == "…1111 was charged, call 0120-000-000"


def test_words_beyond_all_measure_are_cut(desk: Desk) -> None:
    desk.primary()
    note = field(desk, QPlainTextEdit, "note")
    note.setPlainText("x" * 5000)
    desk.primary()
    assert len(desk.kept()[0].note) == 2000


def test_only_a_card_company_is_about_a_card(desk: Desk) -> None:
    desk.primary()
    assert "About which card?" not in words_in_sight(desk.page)
    desk.press("A card company")
    card = field(desk, QComboBox, "card")
    card.setCurrentIndex(1)
    desk.press("The police")
    desk.primary()
    assert desk.kept()[0].card == 0


def test_what_is_written_down_belongs_to_one_case(desk: Desk) -> None:
    desk.primary()
    other = desk.store.open(OTHER, at=NOW, is_practice=False)
    desk.page.show_snapshot(desk.store.snapshot(other, at=NOW))
    assert desk.page.name == "Nobody is noted yet"


def test_the_log_can_be_given_to_whoever_asks_for_it(desk: Desk) -> None:
    desk.add(replace(MAIL, promised_by=date(2026, 3, 18)))
    call = Contact(
        at=NOW, whom=Whom.ISSUER, channel=Channel.PHONE, card=1, answered_at=NOW
    )
    desk.add(call)
    desk.press("Copy all as text")
    day = full_day_words(MAIL.at.astimezone().date())
    here = full_day_words(NOW.astimezone().date())
    assert QGuiApplication.clipboard().text() == (
        f"{day}, {clock_words(MAIL.at)}\nThe shop  ·  Mail\nEnquiry number C-17\n"
        "Two orders are not mine.\nAn answer was promised by 18 March 2026\n\n"
        f"{here}, {clock_words(NOW)}\n青いカード 1234  ·  Telephone\nAnswered {here}"
    )


def test_the_reminders_are_one_press_away(desk: Desk) -> None:
    places: list[object] = []
    desk.page.place_chosen.connect(places.append)
    desk.secondary()
    assert places == [View.REMINDERS]


def test_without_a_case_nothing_can_be_noted(desk: Desk) -> None:
    desk.page.show_snapshot(Snapshot(at=NOW))
    assert desk.page.buttons().primary is None
