"""The passphrase that hides the codes from whoever sits down at the screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.fakes.keychain import FakeKeychain
from tests.window.codes.conftest import PATIENCE, WORDS
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.twostep.screen_lock import ENTRY
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.codes.menu import CodesMenu
from torimodosu.window.codes.window import CodesWindow
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.question import Question
from torimodosu.window.kit.text import Text


def type_in(window: CodesWindow, passphrase: str) -> None:
    QTest.keyClicks(window.locked.field, passphrase)
    QTest.keyClick(window.locked.field, Qt.Key.Key_Return)


def told(window: CodesWindow) -> str:
    return window.locked.field.accessibleDescription()


def test_a_passphrase_is_chosen_by_typing_it_twice(
    qtbot: QtBot, window: CodesWindow, desk: CodesDesk, keychain: FakeKeychain
) -> None:
    window.ask_for_new_passphrase()
    page = window.passphrase
    QTest.keyClicks(page.first, WORDS)
    QTest.keyClick(page.first, Qt.Key.Key_Return)
    assert window.focusWidget() is page.second
    QTest.keyClicks(page.second, WORDS)
    with qtbot.waitSignal(desk.lock.changed, timeout=PATIENCE):
        QTest.keyClick(page.second, Qt.Key.Key_Return)
    assert window.currentWidget() is window.page
    assert page.first.text() == page.second.text() == ""
    assert desk.lock.is_on
    assert not desk.lock.is_locked
    assert desk.lock.is_waiting
    assert WORDS not in "".join(keychain.secrets.values())


@pytest.mark.parametrize(
    ("first", "second", "field"),
    [("short", "short", "first"), (WORDS, WORDS[1:], "second"), ("", "", "first")],
)
def test_one_that_is_short_or_mistyped_is_not_taken(
    window: CodesWindow, desk: CodesDesk, first: str, second: str, field: str
) -> None:
    window.ask_for_new_passphrase()
    page = window.passphrase
    page.first.setText(first)
    page.second.setText(second)
    page.button.click()
    assert window.currentWidget() is page
    assert not desk.lock.is_on
    attended = {"first": attends(page.first), "second": attends(page.second)}
    assert [name for name, attention in attended.items() if attention] == [field]


def attends(field: QLineEdit) -> bool:
    """Tell whether the words below *field* want attention."""
    labelled = field.parentWidget()
    assert labelled is not None
    notes = labelled.findChildren(Text)
    return any(note.property("tone") == "attention" for note in notes)


def test_escape_leaves_the_choice_of_a_passphrase(
    window: CodesWindow, desk: CodesDesk
) -> None:
    window.ask_for_new_passphrase()
    QTest.keyClicks(window.passphrase.first, WORDS)
    QTest.keyClick(window.passphrase.first, Qt.Key.Key_Escape)
    assert window.currentWidget() is window.page
    assert window.passphrase.first.text() == ""
    assert not desk.lock.is_on


def test_locked_it_shows_neither_codes_nor_accounts(locked: CodesWindow) -> None:
    assert locked.locked.isVisible()
    assert not locked.page.isVisible()
    assert not locked.page.panel.is_shown
    assert locked.focusWidget() is locked.locked.field


def test_only_the_right_words_unlock_it(
    qtbot: QtBot, locked: CodesWindow, desk: CodesDesk
) -> None:
    with qtbot.waitSignal(desk.lock.refused, timeout=PATIENCE):
        type_in(locked, WORDS[:-1])
    assert "another one" in told(locked)
    assert locked.locked.field.text() == ""
    assert not locked.page.isVisible()
    with qtbot.waitSignal(desk.lock.changed, timeout=PATIENCE):
        type_in(locked, WORDS)
    assert locked.page.isVisible()
    assert locked.focusWidget() is locked.page.search


def test_while_one_is_looked_at_no_other_is_taken(
    qtbot: QtBot, locked: CodesWindow, desk: CodesDesk
) -> None:
    refused: list[None] = []
    desk.lock.refused.connect(lambda: refused.append(None))
    type_in(locked, "a wrong one")
    type_in(locked, "another wrong one")
    qtbot.waitUntil(lambda: len(refused) == 1, timeout=PATIENCE)
    with qtbot.waitSignal(desk.lock.changed, timeout=PATIENCE):
        type_in(locked, WORDS)
    assert len(refused) == 1


def test_a_keychain_that_does_not_answer_is_told_and_opens_nothing(
    qtbot: QtBot, locked: CodesWindow, desk: CodesDesk, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.LOCKED
    with qtbot.waitSignal(desk.lock.failed, timeout=PATIENCE):
        type_in(locked, WORDS)
    assert "locked" in told(locked)
    assert desk.lock.is_locked


def test_where_the_passphrase_could_not_be_kept_there_is_no_lock(
    qtbot: QtBot, window: CodesWindow, desk: CodesDesk, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.REFUSED
    window.ask_for_new_passphrase()
    window.passphrase.first.setText(WORDS)
    window.passphrase.second.setText(WORDS)
    with qtbot.waitSignal(desk.lock.failed, timeout=PATIENCE):
        window.passphrase.button.click()
    assert not desk.lock.is_on
    assert "not allowed" in window.passphrase.second.accessibleDescription()


def test_a_lock_that_cannot_be_taken_away_stays_and_it_is_told(
    qtbot: QtBot, guarded: CodesWindow, desk: CodesDesk, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.GONE
    with qtbot.waitSignal(desk.lock.failed, timeout=PATIENCE):
        desk.lock.remove()
    assert desk.lock.is_on
    assert guarded.page.panel.trouble.accessibleName()


def test_whoever_deleted_its_entry_gets_in_and_there_is_no_lock_then(
    qtbot: QtBot, locked: CodesWindow, desk: CodesDesk, keychain: FakeKeychain
) -> None:
    del keychain.secrets[ENTRY]
    with qtbot.waitSignal(desk.lock.changed, timeout=PATIENCE):
        type_in(locked, "anything")
    assert locked.page.isVisible()
    assert not desk.lock.is_on


def test_a_key_locks_it_now(locked: CodesWindow, desk: CodesDesk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.lock.changed, timeout=PATIENCE):
        type_in(locked, WORDS)
    QTest.keyClick(
        locked.page.search, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier
    )
    assert desk.lock.is_locked


def test_its_passphrase_cannot_be_changed_while_it_is_locked(
    locked: CodesWindow,
) -> None:
    locked.ask_for_new_passphrase()
    assert locked.currentWidget() is locked.locked


def test_the_lock_can_be_taken_away(
    qtbot: QtBot, guarded: CodesWindow, desk: CodesDesk, keychain: FakeKeychain
) -> None:
    desk.lock.remove()
    qtbot.waitUntil(lambda: not desk.lock.is_on, timeout=PATIENCE)
    assert ENTRY not in keychain.secrets
    assert not desk.lock.is_waiting
    assert guarded.page.isVisible()


def test_what_was_typed_is_forgotten_when_the_window_goes(locked: CodesWindow) -> None:
    QTest.keyClicks(locked.locked.field, "half of i")
    locked.close()
    assert locked.locked.field.text() == ""


def test_the_menu_offers_what_can_be_done(qtbot: QtBot, desk: CodesDesk) -> None:
    def offered() -> dict[str, bool]:
        menu = CodesMenu(desk.settings, desk.lock).build(has_account=True)
        return {a.text(): a.isEnabled() for a in menu.actions()[5:] if a.text()}

    removal = "Remove this account"
    assert offered() == {removal: True, "Lock the codes with a passphrase": True}
    desk.lock.close_with(WORDS)
    qtbot.waitUntil(lambda: desk.lock.is_on, timeout=PATIENCE)
    able = offered()
    desk.lock.lock()
    unable = offered()
    words = ["Lock now", "Choose another passphrase", "Ask for no passphrase any more"]
    both = (
        dict.fromkeys((removal, *words), True),
        dict.fromkeys((removal, *words), False),
    )
    assert (able, unable) == both


def test_the_buttons_do_what_enter_does(
    qtbot: QtBot, locked: CodesWindow, desk: CodesDesk
) -> None:
    button: Button = locked.locked.button
    locked.locked.field.setText(WORDS)
    with qtbot.waitSignal(desk.lock.changed, timeout=PATIENCE):
        button.click()
    assert locked.page.isVisible()


def test_nothing_is_removed_while_it_is_locked(locked: CodesWindow) -> None:
    locked.ask_about_removal()
    assert locked.findChildren(Question) == []
