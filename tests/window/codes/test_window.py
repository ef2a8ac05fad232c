"""The small window with the codes: search, show, copy, and hide again."""

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.fakes.keychain import FakeKeychain
from tests.window.codes.conftest import PATIENCE
from tests.window.codes.hands import copied, press, titles
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.clipboard import SecretClipboard
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.codes.window import CodesWindow

TRUE = True
ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


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
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
    assert len(copied()) == 5


def test_shift_and_enter_shows_without_copying(
    qtbot: QtBot, window: CodesWindow
) -> None:
    QGuiApplication.clipboard().setText("a shopping list")
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
    assert window.page.panel.view.digits.text() == "005 924"
    assert copied() == "a shopping list"


def test_the_space_bar_shows_in_the_list(qtbot: QtBot, window: CodesWindow) -> None:
    window.page.list.setFocus()
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)


def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, window: CodesWindow
) -> None:
    QGuiApplication.clipboard().setText("a shopping list")
    window.page.panel.show_button.setFocus()
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
    assert copied() == "a shopping list"
    assert window.page.panel.view.copy_button.hasFocus()


def test_a_second_enter_copies_what_is_shown(qtbot: QtBot, window: CodesWindow) -> None:
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
    press(window, ENTER)
    assert copied() == "005924"


def test_a_double_click_copies(qtbot: QtBot, window: CodesWindow) -> None:
    window.page.list.doubleClicked.emit(QModelIndex())
    qtbot.waitUntil(lambda: copied() == "005924", timeout=PATIENCE)


def test_another_account_is_hidden_again(qtbot: QtBot, window: CodesWindow) -> None:
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
    press(window, Qt.Key.Key_Down)
    assert not window.page.panel.is_shown
    assert window.page.panel.view.code is None


def test_only_the_account_that_was_chosen_last_is_shown(
    qtbot: QtBot, window: CodesWindow
) -> None:
    press(window, ENTER)
    press(window, Qt.Key.Key_Down)
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: len(answered) == 1, timeout=PATIENCE)
    assert not window.page.panel.is_shown


def test_the_counter_goes_on_when_its_code_was_used(
    qtbot: QtBot, window: CodesWindow
) -> None:
    window.page.search.setText("銀行")
    press(window, ENTER, SHIFT)
    view = window.page.panel.view
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
    assert view.digits.text() == "755 224"
    view.next_button.click()
    view.next_button.click()
    qtbot.waitUntil(lambda: view.digits.text() == "287 082", timeout=PATIENCE)


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
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
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
    qtbot.waitUntil(window.page.search.hasFocus, timeout=PATIENCE)
    assert window.page.search.selectedText() == "steam"


@pytest.mark.parametrize("trouble", KeychainTrouble)
def test_a_keychain_that_gives_nothing_is_told_and_asked_again(
    qtbot: QtBot,
    window: CodesWindow,
    keychain: FakeKeychain,
    trouble: KeychainTrouble,
) -> None:
    keychain.trouble = trouble
    press(window, ENTER)
    qtbot.waitUntil(window.page.panel.again_button.isVisible, timeout=PATIENCE)
    assert window.page.panel.trouble.accessibleName()
    assert window.page.panel.remedy.accessibleName()
    assert not window.page.panel.is_shown
    keychain.trouble = None
    window.page.panel.again_button.click()
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)


def test_chosen_so_a_code_is_shown_at_once(
    qtbot: QtBot, window: CodesWindow, desk: CodesDesk
) -> None:
    desk.settings.choose_at_once(TRUE)
    press(window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)


def test_a_copy_is_taken_out_of_the_clipboard_again(
    qtbot: QtBot, window: CodesWindow, clipboard: SecretClipboard
) -> None:
    press(window, ENTER)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)


def test_while_it_is_hidden_no_timer_runs(window: CodesWindow, desk: CodesDesk) -> None:
    def running() -> int:
        timers = window.findChildren(QTimer) + desk.findChildren(QTimer)
        return len([timer for timer in timers if timer.isActive()])

    visible = running()
    window.close()
    assert (visible > 0, running()) == (True, 0)
