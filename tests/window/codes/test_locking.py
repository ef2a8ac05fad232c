"""When the codes lock themselves."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.moving_clock import MovingClock
from tests.window.codes.conftest import PATIENCE
from torimodosu.adapters.store import Store
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.codes.code_lock import CodeLock
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.codes.session_watch import SessionWatch
from torimodosu.window.codes.settings import CodeSettings
from torimodosu.window.codes.window import CodesWindow
from torimodosu.window.ports import Ports


def test_at_the_next_start_it_is_locked(
    locked: CodesWindow, ports: Ports, store: Store
) -> None:
    del locked
    again = CodeLock(ports, CodeSettings(store))
    assert again.is_locked


def test_without_a_passphrase_nothing_is_ever_locked(
    window: CodesWindow, desk: CodesDesk, clock: MovingClock
) -> None:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    clock.go_on(hours=9)
    desk.lock.look_at_clock()
    assert not desk.lock.is_locked
    assert not desk.lock.is_waiting


@pytest.mark.parametrize(
    ("minutes", "is_locked"), [(1.9, False), (2, True), (540, True), (-1, True)]
)
def test_opened_after_a_while_it_asks_again(
    guarded: CodesWindow, clock: MovingClock, minutes: float, *, is_locked: bool
) -> None:
    """It is two minutes as a rule; a clock that was turned back is not trusted."""
    guarded.close()
    clock.go_on(minutes=minutes)
    guarded.show()
    assert guarded.locked.isVisible() == is_locked
    assert guarded.page.isVisible() != is_locked


def test_in_front_again_after_a_while_it_asks_again(
    qtbot: QtBot, guarded: CodesWindow, desk: CodesDesk, clock: MovingClock
) -> None:
    qtbot.waitUntil(guarded.isActiveWindow, timeout=PATIENCE)
    clock.go_on(minutes=3)
    QApplication.sendEvent(guarded, QEvent(QEvent.Type.ActivationChange))
    assert desk.lock.is_locked


def test_use_puts_the_lock_off(
    guarded: CodesWindow, desk: CodesDesk, clock: MovingClock
) -> None:
    for _ in range(3):
        clock.go_on(seconds=100)
        QTest.keyClicks(guarded.page.search, "a")
    desk.lock.look_at_clock()
    assert not desk.lock.is_locked


def test_what_is_asked_for_after_a_while_is_neither_shown_nor_copied(
    qtbot: QtBot, guarded: CodesWindow, authenticator: Authenticator, clock: MovingClock
) -> None:
    """As with a computer that slept while the window was in front."""
    QApplication.clipboard().setText("a shopping list")
    clock.go_on(minutes=3)
    QTest.keyClick(guarded.page.search, Qt.Key.Key_Return)
    assert guarded.locked.isVisible()
    answered: list[object] = []
    authenticator.read(authenticator.accounts[0], answered.append)
    qtbot.waitUntil(lambda: len(answered) == 1, timeout=PATIENCE)
    assert guarded.page.panel.view.code is None
    assert QApplication.clipboard().text() == "a shopping list"


@pytest.mark.skipif(sys.platform != "linux", reason="only there the desktop tells")
def test_a_locked_screen_locks_the_codes_and_closes_the_window(
    guarded: CodesWindow, desk: CodesDesk
) -> None:
    watch = desk.findChild(SessionWatch)
    assert isinstance(watch, SessionWatch)
    watch.note_lock()
    assert desk.lock.is_locked
    assert not guarded.isVisible()
