from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.adapters.packs import load_catalogue
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.checklist import Looked, Place, Seen
from torimodosu.resources import resource
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.notes.sign_in import SignInNotes
from torimodosu.window.steps.take_back.balance import Balance, amount_in
from torimodosu.window.steps.take_back.page import TakeBackPage
from torimodosu.window.steps.take_back.places import IN_TURN, address_of, page_of
from torimodosu.window.steps.take_back.sheet import PlaceSheet
from torimodosu.window.steps.take_back.words import place_name, place_task, seen_words

AT = SaturdayEvening().now()
CATALOGUE = load_catalogue(resource("catalogue"))
SHOP = CATALOGUE.services["amazon.co.jp"]


def no_removal(_case: Case) -> None:
    raise AssertionError


@pytest.fixture
def page(qtbot: QtBot, look: Look, snapshot: Snapshot, practice: Store) -> TakeBackPage:
    """Return the page on a real store, which shows at once what was kept."""

    def keep(note: Callable[[Case, datetime], None]) -> None:
        case = made.snapshot.case
        assert case is not None
        note(case, AT)
        made.show_snapshot(practice.snapshot(case, at=AT))

    notes = SignInNotes(practice, keep, remove_stale=no_removal)
    made = TakeBackPage(look, snapshot, catalogue=CATALOGUE, notes=notes)
    qtbot.addWidget(made)
    made.show_snapshot(snapshot)
    made.show()
    return made


def test_what_is_to_be_done_stands_above_what_they_may_have_seen(
    page: TakeBackPage,
) -> None:
    words = words_in(page)
    titles = ("First, save what you see", "Your mailbox", "Look for what was left")
    told = [words.index(title) for title in (*titles, "may have seen")]
    assert told == sorted(told)
    assert "not the whole number" in words


def sheet(page: TakeBackPage) -> PlaceSheet:
    (shown,) = (s for s in page.findChildren(PlaceSheet) if s.isVisible())
    return shown


def press(page: TakeBackPage, words: str) -> None:
    buttons = [b for b in page.findChildren(Button) if b.isVisible()]
    (button,) = (b for b in buttons if b.accessibleName() == words)
    button.click()


def field(page: TakeBackPage, name: str) -> QLineEdit:
    fields = sheet(page).findChildren(QLineEdit)
    return next(field for field in fields if field.objectName() == name)


def test_the_places_are_gone_through_one_by_one(page: TakeBackPage) -> None:
    assert page.name == "See what was left behind"
    for number, place in enumerate(IN_TURN, 1):
        assert sheet(page).accessibleName() == place_name(place)
        press(page, "As it should be")
        assert page.snapshot.looked[place] == Looked(
            place=place, seen=Seen.CLEAN, at=AT
        )
        if number < len(IN_TURN):
            assert page.name.startswith(f"{number} of {len(IN_TURN)} ")
    assert page.name == "You have looked everywhere"
    assert [s for s in page.findChildren(PlaceSheet) if s.isVisible()] == []


def test_every_place_has_its_turn() -> None:
    assert sorted(place.value for place in IN_TURN) == sorted(p.value for p in Place)


def test_only_with_every_result_the_way_leads_on(
    page: TakeBackPage, snapshot: Snapshot
) -> None:
    primary = page.buttons().primary
    assert primary is not None
    assert primary.held_back
    looked = {p: Looked(place=p, seen=Seen.NOT_THERE, at=AT) for p in Place}
    page.show_snapshot(replace(snapshot, looked=looked))
    primary = page.buttons().primary
    assert primary is not None
    assert not primary.held_back
    places: list[object] = []
    page.place_chosen.connect(places.append)
    primary.run()
    assert places == [Step.PASSWORD]


def test_the_keys_go_on_at_the_next_place(page: TakeBackPage) -> None:
    press(page, "Put right")
    focused = page.focusWidget()
    assert focused is not None
    assert sheet(page).isAncestorOf(focused)


def test_a_result_is_changed_and_taken_back(page: TakeBackPage) -> None:
    press(page, "As it should be")
    first = IN_TURN[0]
    press(page, f"Change: {place_name(first)}")
    press(page, "Put right")
    assert page.snapshot.looked[first].seen is Seen.CLEANED_UP
    press(page, f"Change: {place_name(first)}")
    press(page, "Take the result back")
    assert first not in page.snapshot.looked


def test_a_note_is_kept_without_a_whole_card_number(page: TakeBackPage) -> None:
    press(page, "Write a note")
    note = field(page, "note")
    note.setText("card 4111 1111 1111 1111")
    note.textEdited.emit(note.text())
    press(page, "Put right")
    assert page.snapshot.looked[IN_TURN[0]].note == "card …1111"


def test_a_note_may_follow_its_result(page: TakeBackPage) -> None:
    press(page, "As it should be")
    press(page, f"Change: {place_name(IN_TURN[0])}")
    press(page, "Write a note")
    note = field(page, "note")
    note.setText("two rules")
    note.textEdited.emit(note.text())
    note.editingFinished.emit()
    assert page.snapshot.looked[IN_TURN[0]].note == "two rules"
    assert page.snapshot.looked[IN_TURN[0]].seen is Seen.CLEAN


def test_what_is_typed_survives_a_change_elsewhere(page: TakeBackPage) -> None:
    press(page, "Write a note")
    note = field(page, "note")
    note.setText("half a sen")
    note.textEdited.emit(note.text())
    page.rebuild()
    assert field(page, "note").text() == "half a sen"


def test_the_balance_is_noted_before_and_after(page: TakeBackPage) -> None:
    press(page, f"Look: {place_name(Place.GIFT_BALANCE)}")
    for name, typed in (("before", "６０，０００円"), ("now", "58200")):
        amount = field(page, name)
        amount.setText(typed)
        amount.textEdited.emit(typed)
    press(page, "As it should be")
    assert page.snapshot.looked[Place.GIFT_BALANCE].note == "60,000 → 58,200"
    press(page, f"Change: {place_name(Place.GIFT_BALANCE)}")
    assert field(page, "before").text() == "60,000"


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("60,000円", 60000),
        ("０", 0),
        ("", None),
        ("?", None),
        ("4111 1111 1111 1111", None),
    ],
)
def test_an_amount_is_read_and_a_card_number_is_none(
    typed: str, amount: int | None
) -> None:
    assert amount_in(typed) == amount


@pytest.mark.parametrize("before", [None, 0, 60000])
@pytest.mark.parametrize("now", [None, 0, 58200])
def test_a_balance_comes_back_out_of_its_note(
    before: int | None, now: int | None
) -> None:
    balance = Balance(before=before, now=now)
    assert Balance.of(balance.note()) == balance


def test_any_other_note_is_no_balance() -> None:
    assert Balance.of("looks fine") == Balance()


def test_the_address_is_copied_and_its_age_told(page: TakeBackPage) -> None:
    press(page, f"Look: {place_name(Place.GIFT_BALANCE)}")
    press(page, "Copy https://www.amazon.co.jp/gc/balance")
    assert QGuiApplication.clipboard().text() == "https://www.amazon.co.jp/gc/balance"
    assert "See whether it is there." in words_in(sheet(page))


def test_no_address_holds_a_gap(page: TakeBackPage) -> None:
    del page
    for place in Place:
        known = page_of(SHOP, place)
        if known is not None:
            address = address_of(known, year=2026)
            assert "{" not in address
            assert address or known.path
    assert page_of(SHOP, Place.MAILBOX_RULES) is None
    assert page_of(None, Place.PASSKEYS) is None


def test_who_is_not_in_yet_is_told_so(page: TakeBackPage, snapshot: Snapshot) -> None:
    assert "This is for when you are in" in words_in(page)
    page.show_snapshot(replace(snapshot, said={Step.SIGN_IN: AT}))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert "This is for when you are in" not in words_in(page)


def test_without_a_case_the_questions_come_first(
    page: TakeBackPage, snapshot: Snapshot
) -> None:
    page.show_snapshot(replace(snapshot, case=None))
    places: list[object] = []
    page.place_chosen.connect(places.append)
    press(page, "Answer five questions")
    assert places == [Step.QUESTIONS]


def test_places_and_results_are_told_apart() -> None:
    for words in (place_name, place_task):
        assert len({words(place) for place in Place}) == len(Place)
    assert len({seen_words(seen) for seen in Seen}) == len(Seen)
