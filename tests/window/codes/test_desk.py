"""The small window with the codes beside the large one, and its settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.window.codes.conftest import PATIENCE
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.codes.desk import CodesDesk
from torimodosu.window.codes.menu import CodesMenu
from torimodosu.window.codes.settings import CodeSettings
from torimodosu.window.codes.window import CodesWindow
from torimodosu.window.frame import Frame
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.ports import Setting

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(frame: Frame) -> CodesWindow:
    assert frame.codes.window is not None
    return frame.codes.window


def actions(menu: QMenu) -> dict[str, QAction]:
    """Return everything that can be chosen, with its sub-menus."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inner = action.menu()
        found |= actions(inner) if isinstance(inner, QMenu) else {action.text(): action}
    return found


def test_a_key_opens_it_in_front(frame: Frame) -> None:
    QTest.keyClick(frame, Qt.Key.Key_K, CONTROL)
    assert opened(frame).isVisible()


def test_the_menu_and_the_tray_open_it(frame: Frame) -> None:
    frame.menu.codes_asked.emit()
    assert opened(frame).isVisible()
    opened(frame).close()
    frame.tray.codes_asked.emit()
    assert opened(frame).isVisible()


def test_until_it_is_asked_for_there_is_none(frame: Frame) -> None:
    assert frame.codes.window is None


def test_it_leads_to_the_two_step_check_in_the_large_window(frame: Frame) -> None:
    frame.codes.open()
    frame.showMinimized()
    opened(frame).page.setup_asked.emit()
    assert frame.navigation.place is Step.TWO_STEP
    assert not frame.isMinimized()


def test_it_goes_together_with_the_large_window(frame: Frame) -> None:
    frame.codes.open()
    small = opened(frame)
    frame.close()
    assert not small.isVisible()
    assert frame.codes.window is None


def test_closing_it_does_not_end_a_program_that_waits_in_the_tray(
    qtbot: QtBot, qapp: QApplication, frame: Frame
) -> None:
    frame.codes.open()
    frame.hide()
    with qtbot.assertNotEmitted(qapp.lastWindowClosed):
        opened(frame).close()


def test_it_speaks_the_language_that_is_chosen(
    qtbot: QtBot, frame: Frame, appearance: Appearance
) -> None:
    appearance.choose_language(Language.ENGLISH)
    frame.codes.open()
    assert opened(frame).windowTitle() == "Codes"
    appearance.choose_language(Language.JAPANESE)
    qtbot.waitUntil(
        lambda: opened(frame).windowTitle() == "確認コード", timeout=PATIENCE
    )
    assert opened(frame).page.search.placeholderText() == "検索"
    assert opened(frame).isVisible()


def test_it_grows_with_the_size_of_the_words(
    look: Look, desk: CodesDesk, window: CodesWindow
) -> None:
    before = window.minimumWidth()
    look.use(Tokens(colours=LIGHT, scale=2.0))
    assert desk.window is not None
    assert desk.window is not window
    assert desk.window.isVisible()
    assert desk.window.minimumWidth() == 2 * before


def test_a_closed_one_stays_closed_when_it_is_made_anew(
    desk: CodesDesk, window: CodesWindow
) -> None:
    window.close()
    desk.renew()
    assert desk.window is None
    desk.renew()
    assert desk.window is None


def test_its_menu_leads_there_too(qtbot: QtBot, desk: CodesDesk) -> None:
    menu = desk.build_menu()
    with qtbot.waitSignal(desk.place_chosen, timeout=PATIENCE) as chosen:
        actions(menu)["Set up, backups, recovery codes"].trigger()
    assert chosen.args == [Step.TWO_STEP]


def test_its_settings_are_kept(store: Store, desk: CodesDesk) -> None:
    settings = CodeSettings(store)
    usual = settings.shows_at_once, settings.stays_on_top, settings.minutes
    menu = CodesMenu(settings, desk.lock).build(has_account=True)
    chosen = actions(menu)
    chosen["Show a code as soon as it is chosen"].trigger()
    chosen["Stay in front of other windows"].trigger()
    chosen["After 15 minute(s)"].trigger()
    again = CodeSettings(store)
    kept = again.shows_at_once, again.stays_on_top, again.minutes
    assert (usual, kept) == ((False, False, 2), (True, True, 15))
    built = CodesMenu(again, desk.lock).build(has_account=True)
    shown = actions(built)
    assert [words for words, action in shown.items() if action.isChecked()] == [
        "Show a code as soon as it is chosen",
        "Stay in front of other windows",
        "After 15 minute(s)",
    ]


@pytest.mark.parametrize("kept", [None, 0, -1, 10**9, "5"])
def test_an_odd_number_of_minutes_is_not_believed(store: Store, kept: Setting) -> None:
    store.set("codes_minutes", kept)
    assert CodeSettings(store).minutes == 2


class FullDisk:
    """Settings that cannot be kept."""

    settings: dict[str, Setting] = {}  # noqa: RUF012 -- nothing is ever put there

    def set(self, name: str, value: Setting) -> None:
        raise StoreError(StoreTrouble.FULL, f"{name} {value}")


def test_a_setting_that_cannot_be_kept_holds_for_now(qtbot: QtBot) -> None:
    settings = CodeSettings(FullDisk())
    with qtbot.waitSignals([settings.failed, settings.changed]):
        settings.choose_minutes(5)
    assert settings.minutes == 5


def test_it_stays_in_front_where_that_is_chosen(
    desk: CodesDesk, window: CodesWindow
) -> None:
    seen = []
    for chosen in (True, False):
        desk.settings.choose_on_top(chosen)
        flag = window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
        seen.append((bool(flag), window.isVisible()))
    assert seen == [(True, True), (False, True)]


def test_the_settings_open_below_their_button(
    qtbot: QtBot, window: CodesWindow
) -> None:
    window.page.menu_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(menu.destroyed, timeout=PATIENCE):
        menu.close()
