from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.recovery.passwords.test_rules import rules_of
from tests.window.steps.password.acting import (
    AT,
    GOOD,
    LEAKED,
    Weighing,
    field,
    press,
    run_primary,
    said,
)
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.passwords.strength import Weakness
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.steps.password.page import PasswordPage


def shown(qtbot: QtBot, page: PasswordPage) -> str:
    """Show the page, and return the password that it makes."""
    page.show()
    qtbot.waitUntil(lambda: "Very strong" in said(page))
    return field(page).text()


def typed(qtbot: QtBot, page: PasswordPage, text: str) -> str:
    """Type *text*, and return what is thought of it."""
    field(page).setText(text)
    assert "Being weighed" in said(page)
    qtbot.waitUntil(lambda: "Being weighed" not in said(page))
    return said(page)


def test_one_is_made_as_soon_as_the_page_is_shown(
    qtbot: QtBot, page: PasswordPage
) -> None:
    made = shown(qtbot, page)
    assert made.count("-") == 4
    words = said(page)
    assert page.heading().title == "Here is a new password"
    assert f"{len(made)} character" in words
    assert "Amazon.co.jp: at least 6 character" in words
    assert "Not on the list of leaks" in words
    assert made not in words


def test_what_is_typed_is_weighed_and_what_would_mend_it_is_said(
    qtbot: QtBot, page: PasswordPage, weighing: Weighing
) -> None:
    shown(qtbot, page)
    words = typed(qtbot, page, "tanaka1985")
    assert page.heading().title == "This one would be guessed"
    assert "Weak: guessed quickly" in words
    assert "It is a Japanese word or phrase, however it is written" in words
    assert "There is a day or a year in it" in words
    assert "Better at least 15 character" in words
    assert {"amazon", "アマゾン"} <= set(weighing.own_words)
    words = typed(qtbot, page, GOOD)
    assert page.heading().title == "A good password"
    assert "It is a Japanese word" not in words


def test_names_that_are_given_are_minded_and_not_kept(
    qtbot: QtBot, page: PasswordPage, weighing: Weighing
) -> None:
    shown(qtbot, page)
    typed(qtbot, page, "hanako loves shiro")
    (names,) = page.findChildren(QLineEdit, "names")
    names.setText("Tanaka、hanako, Shiro")
    qtbot.waitUntil(lambda: "Shiro" in weighing.own_words)
    assert {"Tanaka", "hanako", "Shiro", "amazon"} <= set(weighing.own_words)
    page.hide()
    assert names.text() == ""


def test_one_that_leaked_is_not_good_however_long(
    qtbot: QtBot, page: PasswordPage
) -> None:
    shown(qtbot, page)
    assert "On the list of leaks" in typed(qtbot, page, LEAKED)
    assert page.heading().title == "This one would be guessed"


def test_what_the_shop_would_refuse_is_said(
    qtbot: QtBot, page: PasswordPage, snapshot: Snapshot
) -> None:
    case = snapshot.case
    assert case is not None
    answers = replace(case.answers, service="apple.com")
    page.show_snapshot(replace(snapshot, case=replace(case, answers=answers)))
    shown(qtbot, page)
    assert "a digit is missing" in typed(qtbot, page, "Kirei na umi to sora")
    assert page.heading().title == "This one would be guessed"
    assert "too long for the shop" in typed(qtbot, page, "Aa1" * 30)


def test_a_shop_that_takes_no_more_is_no_fault_of_the_password(
    qtbot: QtBot, page: PasswordPage, weighing: Weighing
) -> None:
    shown(qtbot, page)
    weighing.weaknesses = (Weakness.TOO_SHORT,)
    page._draft.rules = rules_of(8, 8)  # noqa: SLF001 -- of no shop in the packs
    words = typed(qtbot, page, "kR7-mZ2q")
    assert "The shop takes no more characters" in words
    assert "It is short" not in words
    assert "Better at least" not in words
    assert "It is short" in typed(qtbot, page, "kR7-mZ2")


def test_an_empty_field_is_no_weak_password(qtbot: QtBot, page: PasswordPage) -> None:
    shown(qtbot, page)
    field(page).clear()
    assert "Type or paste one, or have one made" in said(page)
    assert page.heading().title == "A new password"


@pytest.mark.logs
def test_missing_lists_are_said_and_nothing_is_promised(
    qtbot: QtBot, page: PasswordPage, weighing: Weighing
) -> None:
    shown(qtbot, page)
    weighing.error = FileNotFoundError()
    words = typed(qtbot, page, GOOD)
    assert "The lists to weigh it by are missing" in words
    assert "Leaks not checked yet" in words
    assert page.heading().title == "A new password"


def test_who_has_begun_to_type_keeps_their_own(
    qtbot: QtBot, page: PasswordPage
) -> None:
    shown(qtbot, page)
    press(page, "Another")
    field(page).setText(GOOD)
    qtbot.waitUntil(lambda: page.heading().title == "A good password")
    assert field(page).text() == GOOD


def test_it_is_made_as_it_is_wanted(qtbot: QtBot, page: PasswordPage) -> None:
    first = shown(qtbot, page)
    press(page, "Another")
    qtbot.waitUntil(lambda: field(page).text() != first)
    press(page, "More words")
    qtbot.waitUntil(lambda: field(page).text().count("-") == 5)
    press(page, "Fewer words")
    qtbot.waitUntil(lambda: field(page).text().count("-") == 4)
    press(page, "Random characters")
    qtbot.waitUntil(lambda: len(field(page).text()) == 20)
    press(page, "More characters")
    qtbot.waitUntil(lambda: len(field(page).text()) == 21)
    press(page, "Japanese words")
    qtbot.waitUntil(lambda: field(page).text().count("-") == 4)


def test_it_can_be_hidden_from_who_looks_over_the_shoulder(
    qtbot: QtBot, page: PasswordPage
) -> None:
    shown(qtbot, page)
    press(page, "Hide")
    assert field(page).echoMode() is QLineEdit.EchoMode.Password
    page.rebuild()
    assert field(page).echoMode() is QLineEdit.EchoMode.Password
    press(page, "Show")
    assert field(page).echoMode() is QLineEdit.EchoMode.Normal


def test_a_copy_says_how_long_it_stays(qtbot: QtBot, page: PasswordPage) -> None:
    made = shown(qtbot, page)
    assert "A copy clears itself after 30" in said(page)
    press(page, "Copy")
    assert QApplication.clipboard().text() == made
    assert "Copied. It clears itself in 30" in said(page)


def test_the_kind_of_the_old_one_is_met_with_kindness(
    qtbot: QtBot, page: PasswordPage
) -> None:
    shown(qtbot, page)
    assert "Do not type it here" in said(page)
    press(page, "The same as elsewhere")
    assert "no fault of yours" in said(page)
    page.rebuild()
    assert "no fault of yours" in said(page)


def test_what_is_typed_stays_while_other_things_become_known(
    qtbot: QtBot, page: PasswordPage, snapshot: Snapshot
) -> None:
    shown(qtbot, page)
    typed(qtbot, page, GOOD)
    before = field(page)
    page.show_snapshot(replace(snapshot, saved_at=AT))
    assert field(page) is before
    page.rebuild()
    assert field(page).text() == GOOD
    assert "Very strong" in said(page)


def test_leaving_the_page_forgets_it(qtbot: QtBot, page: PasswordPage) -> None:
    made = shown(qtbot, page)
    page.hide()
    assert field(page).text() == ""
    page.show()
    qtbot.waitUntil(lambda: bool(field(page).text()))
    assert field(page).text() != made


def test_without_a_case_one_is_made_all_the_same(
    qtbot: QtBot, page: PasswordPage, snapshot: Snapshot
) -> None:
    page.show_snapshot(replace(snapshot, case=None))
    assert shown(qtbot, page)
    assert "The shop: its rules are not known" in said(page)
    assert page.buttons().primary is None


def test_the_word_keeps_since_when_a_saved_login_is_new(
    qtbot: QtBot, page: PasswordPage, practice: Store, practice_case: Case
) -> None:
    made = shown(qtbot, page)
    run_primary(page)
    now = practice.snapshot(practice_case, at=AT)
    assert now.said[Step.PASSWORD] == AT
    assert now.reset_said == AT
    assert page.heading().title == "Changed, as you say"
    said(page)
    assert not page.findChildren(QLineEdit)
    for path in practice.path.parent.rglob("*"):
        assert not path.is_file() or made.encode() not in path.read_bytes()


def test_one_changed_before_leaves_what_the_mails_tell(
    qtbot: QtBot, page: PasswordPage, practice: Store, practice_case: Case
) -> None:
    shown(qtbot, page)
    secondary = page.buttons().secondary
    assert secondary is not None
    secondary.run()
    now = practice.snapshot(practice_case, at=AT)
    assert now.said[Step.PASSWORD] == AT
    assert now.reset_said is None


def test_the_word_can_be_taken_back(
    qtbot: QtBot, page: PasswordPage, practice: Store, practice_case: Case
) -> None:
    shown(qtbot, page)
    run_primary(page)
    press(page, "Not done after all")
    assert Step.PASSWORD not in practice.snapshot(practice_case, at=AT).said
    qtbot.waitUntil(lambda: bool(field(page).text()))


def test_another_one_can_be_made_later(qtbot: QtBot, page: PasswordPage) -> None:
    shown(qtbot, page)
    run_primary(page)
    press(page, "Make another one")
    qtbot.waitUntil(lambda: "Very strong" in said(page))
    run_primary(page)
    # The look at the browsers that the first word began may have ended by now.
    assert page.heading().title in {
        "Changed, as you say",
        "A browser still has the old one",
    }


@pytest.mark.parametrize("words", ["I changed it", "I changed it before"])
def test_both_words_begin_a_look_at_the_browsers(
    qtbot: QtBot, page: PasswordPage, words: str
) -> None:
    shown(qtbot, page)
    buttons = page.buttons()
    (action,) = (
        one
        for one in (buttons.primary, buttons.secondary)
        if one is not None and one.words == words
    )
    action.run()
    held = page.buttons().primary
    assert held is not None
    assert held.held_back == "Your browsers are being looked at"


def test_one_that_would_be_guessed_is_nowhere_called_strong(
    qtbot: QtBot, page: PasswordPage, weighing: Weighing
) -> None:
    shown(qtbot, page)
    weighing.shortest = 8  # strong by its guesses alone
    words = typed(qtbot, page, "kR7-mZ2q")
    assert page.heading().title == "This one would be guessed"
    assert "Very strong" not in words
    assert "Nearly there" in words
