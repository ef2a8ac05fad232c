"""The small window with the codes: search, show, copy, and hide again."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP as CASE
from tests.fakes.keychain import FakeKeychain
from tests.window.codes.conftest import GAMES, MOMENT
from tests.window.words import words_in_sight
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.window.authenticator import Authenticator
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.codes.window import CodesWindow
from torimodosu.window.kit.question import Question

TRUE = True
ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


def press(window: CodesWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press *key* where the focus is."""
    modifier = modifiers[0] if modifiers else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(window.focusWidget(), key, modifier)


def titles(window: CodesWindow) -> list[str]:
    model = window.page.list.accounts
    return [model.index(row).data() for row in range(model.rowCount())]


def copied() -> str:
    return QGuiApplication.clipboard().text()


def test_it_opens_ready_for_a_search_with_every_code_hidden(
    window: CodesWindow, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.LOCKED  # nothing is asked of it
    assert window.page.search.hasFocus()
    assert titles(window) == ["Amazon", "Steam", "みずいろ銀行"]
    assert not window.page.panel.is_shown
    assert window.page.panel.title.accessibleName() == "Amazon · hanako@example.jp"


def test_a_few_letters_and_enter_copy_a_code(qtbot: QtBot, window: CodesWindow) -> None:
    window.page.search.setText("みずい")
    assert titles(window) == ["みずいろ銀行"]
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    assert copied() == "755224"
    assert "Copied" in window.page.panel.view.note.accessibleName()


def test_arrows_choose_while_the_search_keeps_the_focus(
    qtbot: QtBot, window: CodesWindow
) -> None:
    press(window, Qt.Key.Key_Down)
    assert window.page.search.hasFocus()
    current = window.page.list.current
    assert current is not None
    assert current.issuer == "Steam"
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    assert len(copied()) == 5


def test_shift_and_enter_shows_without_copying(
    qtbot: QtBot, window: CodesWindow
) -> None:
    QGuiApplication.clipboard().setText("a shopping list")
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    assert window.page.panel.view.digits.text() == "005 924"
    assert copied() == "a shopping list"


def test_the_space_bar_shows_in_the_list(qtbot: QtBot, window: CodesWindow) -> None:
    window.page.list.setFocus()
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, window: CodesWindow
) -> None:
    QGuiApplication.clipboard().setText("a shopping list")
    window.page.panel.show_button.setFocus()
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    assert copied() == "a shopping list"
    assert window.page.panel.view.copy_button.hasFocus()


def test_a_second_enter_copies_what_is_shown(qtbot: QtBot, window: CodesWindow) -> None:
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    press(window, ENTER)
    assert copied() == "005924"


def test_a_double_click_copies(qtbot: QtBot, window: CodesWindow) -> None:
    window.page.list.doubleClicked.emit(QModelIndex())
    qtbot.waitUntil(lambda: copied() == "005924")


def test_another_account_is_hidden_again(qtbot: QtBot, window: CodesWindow) -> None:
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    press(window, Qt.Key.Key_Down)
    assert not window.page.panel.is_shown
    assert window.page.panel.view.code is None


def test_only_the_account_that_was_chosen_last_is_shown(
    qtbot: QtBot, window: CodesWindow
) -> None:
    press(window, ENTER)
    press(window, Qt.Key.Key_Down)
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    assert len(window.page.panel.view.digits.text()) == 5
    assert copied() == window.page.panel.view.digits.text()


def test_a_code_that_is_not_wanted_any_more_is_not_shown(
    qtbot: QtBot, window: CodesWindow, authenticator: Authenticator
) -> None:
    press(window, ENTER, SHIFT)
    press(window, Qt.Key.Key_Down)
    answered: list[object] = []
    account = authenticator.accounts[0]
    authenticator.read(account, answered.append)  # asked last, so answered last
    qtbot.waitUntil(lambda: len(answered) == 1)
    assert not window.page.panel.is_shown


def test_the_counter_goes_on_when_its_code_was_used(
    qtbot: QtBot, window: CodesWindow
) -> None:
    window.page.search.setText("銀行")
    press(window, ENTER, SHIFT)
    view = window.page.panel.view
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    assert view.digits.text() == "755 224"
    view.next_button.click()
    view.next_button.click()
    qtbot.waitUntil(lambda: view.digits.text() == "287 082")


def test_escape_empties_the_search_and_then_closes(window: CodesWindow) -> None:
    window.page.search.setText("steam")
    press(window, Qt.Key.Key_Escape)
    assert titles(window) == ["Amazon", "Steam", "みずいろ銀行"]
    press(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_closed_it_keeps_no_code_and_waits_for_nothing(
    qtbot: QtBot, window: CodesWindow
) -> None:
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    before = window.page.is_watching, window.page.panel.view.is_counting
    window.close()
    after = window.page.is_watching, window.page.panel.view.is_counting
    assert (before, after) == ((True, True), (False, False))
    assert window.page.panel.view.code is None


def test_opened_again_it_is_ready_for_another_search(
    qtbot: QtBot, window: CodesWindow, desk: CodesDesk
) -> None:
    window.page.search.setText("steam")
    window.close()
    desk.open()
    assert desk.window is window
    qtbot.waitUntil(window.page.search.hasFocus)
    assert window.page.search.selectedText() == "steam"


def test_where_nothing_is_found_it_says_so(window: CodesWindow) -> None:
    window.page.search.setText("no such shop")
    assert not window.page.list.isVisible()
    assert not window.page.panel.isVisible()
    press(window, ENTER)
    assert not window.page.panel.is_shown
    window.page.search.clear()
    assert window.page.list.isVisible()
    assert window.page.panel.isVisible()


def test_without_accounts_it_leads_to_the_step_that_makes_them(
    qtbot: QtBot, desk: CodesDesk
) -> None:
    desk.open()
    assert desk.window is not None
    assert not desk.window.page.list.isVisible()
    assert not desk.window.page.panel.isVisible()
    with qtbot.waitSignal(desk.place_chosen) as chosen:
        desk.window.page.setup_asked.emit()
    assert chosen.args is not None
    assert chosen.args[0].value == "two_step"


def test_an_account_that_comes_later_is_listed_and_the_choice_stays(
    qtbot: QtBot, window: CodesWindow, vault: Vault, authenticator: Authenticator
) -> None:
    press(window, Qt.Key.Key_Down)
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    vault.add(GAMES)
    authenticator.load()
    qtbot.waitUntil(lambda: len(titles(window)) == 4)
    assert window.page.panel.is_shown
    current = window.page.list.current
    assert current is not None
    assert current.issuer == "Steam"


@pytest.mark.parametrize("trouble", KeychainTrouble)
def test_a_keychain_that_gives_nothing_is_told_and_asked_again(
    qtbot: QtBot,
    window: CodesWindow,
    keychain: FakeKeychain,
    trouble: KeychainTrouble,
) -> None:
    keychain.trouble = trouble
    press(window, ENTER)
    qtbot.waitUntil(window.page.panel.again_button.isVisible)
    assert window.page.panel.trouble.accessibleName()
    assert window.page.panel.remedy.accessibleName()
    assert not window.page.panel.is_shown
    keychain.trouble = None
    window.page.panel.again_button.click()
    qtbot.waitUntil(lambda: window.page.panel.is_shown)


def test_chosen_so_a_code_is_shown_at_once(
    qtbot: QtBot, window: CodesWindow, desk: CodesDesk
) -> None:
    desk.settings.choose_at_once(TRUE)
    press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)


def test_a_copy_is_taken_out_of_the_clipboard_again(
    qtbot: QtBot, window: CodesWindow, clipboard: SecretClipboard
) -> None:
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown)
    clipboard.stop()
    assert copied() == ""


def test_a_keychain_that_takes_its_time_is_told(
    window: CodesWindow, authenticator: Authenticator
) -> None:
    before = window.page.panel.note.accessibleName()
    authenticator.waiting.emit(TRUE)
    assert "may ask for a password" in window.page.panel.note.accessibleName()
    authenticator.waiting.emit(not TRUE)
    assert window.page.panel.note.accessibleName() == before


def test_opened_again_it_shows_at_once_where_that_was_chosen(
    qtbot: QtBot, window: CodesWindow, desk: CodesDesk
) -> None:
    desk.settings.choose_at_once(TRUE)
    window.close()
    desk.open()
    qtbot.waitUntil(lambda: window.page.panel.is_shown)


def test_while_it_is_hidden_no_timer_runs(window: CodesWindow, desk: CodesDesk) -> None:
    def running() -> int:
        timers = window.findChildren(QTimer) + desk.findChildren(QTimer)
        return len([timer for timer in timers if timer.isActive()])

    visible = running()
    window.close()
    assert (visible > 0, running()) == (True, 0)


def answer(window: CodesWindow, words: str) -> None:
    """Give the answer with *words* to the question over the window."""
    question = window.findChild(Question)
    assert isinstance(question, Question)
    (button,) = [one for one in question.buttons if one.accessibleName() == words]
    button.click()


def test_an_account_is_removed_only_after_a_question(
    qtbot: QtBot, window: CodesWindow, keychain: FakeKeychain
) -> None:
    window.page.list.setFocus()
    before = len(keychain.secrets)
    press(window, Qt.Key.Key_Delete)
    answer(window, "Keep")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert titles(window)[0] == "Amazon"
    press(window, Qt.Key.Key_Delete)
    answer(window, "Remove")
    qtbot.waitUntil(lambda: titles(window) == ["Steam", "みずいろ銀行"])
    assert len(keychain.secrets) == before - 1
    assert window.page.panel.title.accessibleName() == "Steam · hanako"


def test_an_account_that_cannot_be_removed_stays_and_it_is_told(
    qtbot: QtBot, window: CodesWindow, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.LOCKED
    window.ask_about_removal()
    answer(window, "Remove")
    qtbot.waitUntil(window.page.panel.again_button.isVisible)
    assert len(titles(window)) == 3


def test_without_an_account_there_is_nothing_to_remove(
    qtbot: QtBot, desk: CodesDesk
) -> None:
    desk.open()
    assert desk.window is not None
    desk.window.ask_about_removal()
    assert desk.window.findChildren(Question) == []
    qtbot.waitUntil(desk.window.isVisible)


def test_it_says_that_the_accounts_are_those_of_practice(
    qtbot: QtBot, window: CodesWindow, authenticator: Authenticator, store: Store
) -> None:
    case = store.open(CASE, at=MOMENT, is_practice=True)
    before = "Practice incident" in words_in_sight(window.page)
    with qtbot.waitSignal(authenticator.changed):
        authenticator.open(Snapshot(at=MOMENT, case=case))
    assert (before, "Practice incident" in words_in_sight(window.page)) == (False, True)
    assert titles(window) == []
