from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.window.scene import SaturdayEvening
from tests.window.seen import words_in
from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.case.beginning import Problem
from torimodosu.recovery.case.case import (
    Answers,
    Case,
    MailPlace,
    PaymentCard,
    SignIn,
)
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.resources import resource
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.steps.questions.card import CardFields
from torimodosu.window.steps.questions.draft import Draft
from torimodosu.window.steps.questions.page import QuestionsPage
from torimodosu.window.steps.questions.words import problem_words, sign_in_words
from torimodosu.window.words.dates import to_qt

NOW = SaturdayEvening().now()
TODAY = NOW.date()
NOTHING = Snapshot(at=NOW)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resource("catalogue"))


@pytest.fixture
def page(qtbot: QtBot, look: Look, catalogue: Catalogue) -> QuestionsPage:
    page = QuestionsPage(look, NOTHING, catalogue)
    qtbot.addWidget(page)
    page.show_snapshot(NOTHING)
    return page


def press(page: QuestionsPage, name: str) -> None:
    buttons = page.findChildren(Button)
    next(button for button in buttons if button.accessibleName() == name).click()


def answer_all(page: QuestionsPage) -> None:
    for name in ("Amazon.co.jp", "Yesterday", "Not tried yet", "Gmail"):
        press(page, name)


def checked_in(page: QuestionsPage) -> list[str]:
    """Return the chosen answers, but for those about single cards."""
    checked = [b.accessibleName() for b in page.findChildren(Button) if b.isChecked()]
    return [words for words in checked if words != "The shop has it"]


def held_back(page: QuestionsPage) -> str:
    primary = page.buttons().primary
    assert primary is not None
    return primary.held_back


def test_the_answers_are_told_when_all_are_there(
    qtbot: QtBot, page: QuestionsPage
) -> None:
    assert held_back(page) == "%n question(s) still need an answer".replace("%n", "3")
    answer_all(page)
    assert held_back(page) == ""
    primary = page.buttons().primary
    assert primary is not None
    with qtbot.waitSignal(page.answered) as answered:
        primary.run()
    assert answered.args == [
        Answers(
            service="amazon.co.jp",
            noticed=TODAY - timedelta(days=1),
            sign_in=SignIn.NOT_TRIED,
            mail_place=MailPlace.GMAIL,
        )
    ]


def test_nothing_is_told_before(qtbot: QtBot, page: QuestionsPage) -> None:
    primary = page.buttons().primary
    assert primary is not None
    with qtbot.assertNotEmitted(page.answered):
        primary.run()


def test_every_answer_changes_the_buttons(qtbot: QtBot, page: QuestionsPage) -> None:
    for name in ("Rakuten Ichiba", "Yes", "Only on my phone", "Yesterday", "Today"):
        with qtbot.waitSignal(page.buttons_changed):
            press(page, name)
    assert page.draft.noticed == TODAY
    with qtbot.waitSignal(page.buttons_changed):
        press(page, "Add a card")


def test_a_day_that_is_still_to_come_cannot_be_chosen(page: QuestionsPage) -> None:
    field = page.findChildren(QDateEdit)[0]
    field.setDate(to_qt(TODAY + timedelta(days=2)))
    assert page.draft.noticed == TODAY


def test_cards_are_added_filled_in_and_removed(page: QuestionsPage) -> None:
    answer_all(page)
    press(page, "Add a card")
    press(page, "Add a card")
    first, second = page.findChildren(CardFields)
    first.issuer.setCurrentIndex(first.issuer.findData("rakuten_card"))
    QTest.keyClicks(first.nickname, "Red")
    QTest.keyClicks(first.last_four, "0935")
    QTest.keyClicks(second.nickname, "Blue")
    remove = second.findChild(Button, "remove2")
    assert remove is not None
    remove.click()
    answers = page.draft.answers()
    assert answers is not None
    assert answers.cards == (
        PaymentCard(issuer="rakuten_card", nickname="Red", last_four="0935"),
    )


@pytest.mark.parametrize(
    ("typed", "kept", "is_told"),
    [
        ("1234", "1234", False),
        ("12-34", "1234", True),
        ("4980123456789012", "9012", True),
        ("abcd", "", False),
    ],
)
def test_of_a_longer_number_only_the_last_four_digits_stay(
    page: QuestionsPage, typed: str, kept: str, *, is_told: bool
) -> None:
    press(page, "Add a card")
    fields = page.findChildren(CardFields)[0]
    QTest.keyClicks(fields.last_four, typed)
    assert fields.last_four.text() == kept
    told = "The last four digits are enough." in words_in(fields)
    assert told == (is_told and len(typed) > 5)
    fields.last_four.undo()
    assert len(fields.last_four.text()) <= 4


def test_a_number_in_the_nickname_is_cut_too(page: QuestionsPage) -> None:
    press(page, "Add a card")
    fields = page.findChildren(CardFields)[0]
    fields.nickname.setText("")
    fields.nickname.insert("Visa ")
    QTest.keyClicks(fields.nickname, "4980123456789012")
    assert fields.nickname.text() == "Visa …9012"
    assert page.draft.cards[0].nickname == "Visa …9012"


def test_a_card_with_too_few_digits_is_not_kept(page: QuestionsPage) -> None:
    answer_all(page)
    press(page, "Add a card")
    QTest.keyClicks(page.findChildren(CardFields)[0].last_four, "12")
    assert held_back(page) == "The last digits of a card are four"


@pytest.mark.parametrize(
    ("typed", "is_told"), [("123", True), ("1", True), ("", False), ("1234", False)]
)
def test_the_field_says_that_digits_are_missing_once_it_is_left(
    page: QuestionsPage, typed: str, *, is_told: bool
) -> None:
    press(page, "Add a card")
    fields = page.findChildren(CardFields)[0]
    told = "All four of them, please"
    QTest.keyClicks(fields.last_four, typed)
    assert told not in words_in(fields)
    fields.last_four.editingFinished.emit()
    assert (told in words_in(fields)) is is_told
    fields.last_four.selectAll()
    QTest.keyClicks(fields.last_four, "5678")
    assert told not in words_in(fields)


def test_an_empty_card_is_no_card(page: QuestionsPage) -> None:
    answer_all(page)
    press(page, "Add a card")
    answers = page.draft.answers()
    assert answers is not None
    assert answers.cards == ()


def test_kept_answers_are_shown_and_can_be_changed(page: QuestionsPage) -> None:
    kept = replace(NOTHING, case=Case(number=1, answers=SHOP))
    page.show_snapshot(kept)
    assert page.draft == Draft.of(SHOP)
    assert checked_in(page) == ["Amazon.co.jp", "No", "Thunderbird"]
    primary = page.buttons().primary
    assert primary is not None
    assert primary.words == "Keep the answers"


def test_news_of_the_case_do_not_disturb_who_is_typing(page: QuestionsPage) -> None:
    press(page, "Add a card")
    fields = page.findChildren(CardFields)[0]
    page.show_snapshot(replace(NOTHING, at=NOW + timedelta(minutes=1)))
    assert page.findChildren(CardFields)[0] is fields


def test_a_service_that_is_no_longer_in_the_packs_is_kept_until_another_is_chosen(
    page: QuestionsPage,
) -> None:
    answers = replace(SHOP, service="gone.example")
    page.show_snapshot(replace(NOTHING, case=Case(number=1, answers=answers)))
    assert page.draft.service == "gone.example"
    assert checked_in(page) == ["No", "Thunderbird"]


def test_every_answer_has_words() -> None:
    assert len({sign_in_words(sign_in) for sign_in in SignIn}) == len(SignIn)
    assert len({problem_words(problem) for problem in Problem}) == len(Problem)


def test_a_draft_counts_what_is_missing() -> None:
    start = partial(Draft, noticed=date(2026, 11, 20))
    assert start().missing == 3
    assert start(service="x", sign_in=SignIn.YES).missing == 1


def test_enter_in_a_field_is_not_a_letter(page: QuestionsPage) -> None:
    press(page, "Add a card")
    fields = page.findChildren(CardFields)[0]
    QTest.keyClick(fields.last_four, Qt.Key.Key_Return)
    assert fields.last_four.text() == ""
    assert "last four digits" in page.help_words()


def test_who_does_not_find_their_shop_is_told_what_to_do(page: QuestionsPage) -> None:
    assert "Your shop is not here?" in words_in(page)


def test_a_card_says_whether_the_shop_has_it_and_when_it_is_billed(
    page: QuestionsPage,
) -> None:
    answer_all(page)
    press(page, "Add a card")
    (fields,) = page.findChildren(CardFields)
    assert not fields.cycle.isVisibleTo(fields)
    fields.issuer.setCurrentIndex(fields.issuer.findData("smbc_card"))
    assert fields.cycle.isVisibleTo(fields)
    told = [fields.cycle.itemText(n) for n in range(fields.cycle.count())]
    assert told == [
        "Not sure",
        "Taken on day 10, closed on day 15",
        "Taken on day 26, closed at the end of the month",
    ]
    fields.cycle.setCurrentIndex(2)
    press(page, "The shop does not have it")
    expected = PaymentCard(
        issuer="smbc_card", nickname="", last_four="", is_registered=False, cycle=1
    )
    assert page.draft.cards == (expected,)
    fields.issuer.setCurrentIndex(fields.issuer.findData("jcb"))
    assert page.draft.cards == (replace(expected, issuer="jcb", cycle=None),)


def test_a_kept_card_keeps_its_number_when_it_is_changed(page: QuestionsPage) -> None:
    card = PaymentCard(
        issuer="rakuten_card", nickname="", last_four="0935", cycle=1, number=7
    )
    answers = replace(SHOP, cards=(card,))
    page.show_snapshot(replace(NOTHING, case=Case(number=1, answers=answers)))
    press(page, "The shop does not have it")
    assert page.draft.cards == (replace(card, is_registered=False),)
    press(page, "The shop has it")
    assert page.draft.cards == (card,)
