"""The accounts in the small window: none, some, more, and fewer."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP as CASE
from tests.fakes.keychain import FakeKeychain
from tests.window.codes.conftest import GAMES, MOMENT, PATIENCE
from tests.window.codes.hands import press, titles
from tests.window.seen import words_in_sight
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.codes.window import CodesWindow
from torimodosu.window.kit.question import Question

TRUE = True
ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier


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
    with qtbot.waitSignal(desk.place_chosen, timeout=PATIENCE) as chosen:
        desk.window.page.setup_asked.emit()
    assert chosen.args is not None
    assert chosen.args[0].value == "two_step"


def test_an_account_that_comes_later_is_listed_and_the_choice_stays(
    qtbot: QtBot, window: CodesWindow, vault: Vault, authenticator: Authenticator
) -> None:
    press(window, Qt.Key.Key_Down)
    press(window, ENTER, SHIFT)
    qtbot.waitUntil(lambda: window.page.panel.is_shown, timeout=PATIENCE)
    vault.add(GAMES)
    authenticator.load()
    qtbot.waitUntil(lambda: len(titles(window)) == 4, timeout=PATIENCE)
    assert window.page.panel.is_shown
    current = window.page.list.current
    assert current is not None
    assert current.issuer == "Steam"


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
    qtbot.waitUntil(
        lambda: titles(window) == ["Steam", "みずいろ銀行"], timeout=PATIENCE
    )
    assert len(keychain.secrets) == before - 1
    assert window.page.panel.title.accessibleName() == "Steam · hanako"


def test_an_account_that_cannot_be_removed_stays_and_it_is_told(
    qtbot: QtBot, window: CodesWindow, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.LOCKED
    window.ask_about_removal()
    answer(window, "Remove")
    qtbot.waitUntil(window.page.panel.again_button.isVisible, timeout=PATIENCE)
    assert len(titles(window)) == 3


def test_without_an_account_there_is_nothing_to_remove(
    qtbot: QtBot, desk: CodesDesk
) -> None:
    desk.open()
    assert desk.window is not None
    desk.window.ask_about_removal()
    assert desk.window.findChildren(Question) == []
    qtbot.waitUntil(desk.window.isVisible, timeout=PATIENCE)


def test_it_says_that_the_accounts_are_those_of_practice(
    qtbot: QtBot, window: CodesWindow, authenticator: Authenticator, store: Store
) -> None:
    case = store.open(CASE, at=MOMENT, is_practice=True)
    before = "Practice incident" in words_in_sight(window.page)
    with qtbot.waitSignal(authenticator.changed, timeout=PATIENCE):
        authenticator.open(Snapshot(at=MOMENT, case=case))
    assert (before, "Practice incident" in words_in_sight(window.page)) == (False, True)
    assert titles(window) == []
