"""The whole window without a mouse: every control, and a way from start to damage."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, opened, ports_on, undressed_after
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.table import Table
from torimodosu.window.place import Place, View

PATIENCE = 120_000
MOST_TABS = 250
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(qapp: QApplication, store: Store, qtbot: QtBot) -> Iterator[Frame]:
    """Open the program of somebody new, with the focus in its window."""
    jobs = JobRunner(worker=worker_command(store.path.parent))
    ports = ports_on(store, jobs=jobs, clock=SaturdayEvening())
    with undressed_after(qapp):
        appearance = Appearance(qapp, store)
        appearance.choose_language(Language.ENGLISH)
        with opened(ports, appearance) as frame:
            activate(frame, qtbot)
            yield frame
            jobs.shut_down()


def activate(frame: Frame, qtbot: QtBot) -> None:
    """Do what a window manager does, also when a menu has closed."""
    QCoreApplication.processEvents()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)


def focused() -> QWidget:
    part = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert part is not None
    return part


def key(key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
    QTest.keyClick(focused(), key, modifier)


def tab_to(words: str) -> None:
    """Press Tab until what is called *words* has the focus."""
    for _ in range(MOST_TABS):
        if focused().accessibleName() == words:
            return
        key(Qt.Key.Key_Tab)
    raise AssertionError(words)


def reached_in(page: QWidget) -> list[QWidget]:
    """Return what Tab reaches in *page*, in its order."""
    found: list[QWidget] = []
    key(Qt.Key.Key_Tab)
    while page.isAncestorOf(focused()) and len(found) < MOST_TABS:
        found.append(focused())
        key(Qt.Key.Key_Tab)
    return found


def controls_of(page: QWidget) -> set[QWidget]:
    """Return what Tab should reach in *page*: a group of answers is one of them."""
    return {
        part
        for part in page.findChildren(QWidget)
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.isVisible()
        and part.isEnabled()
        and part.focusProxy() is None
    }


def look_for_help(frame: Frame) -> None:
    """Have said what the page is for; Escape takes it away."""
    key(Qt.Key.Key_F1)
    assert frame.notice.isVisible()
    key(Qt.Key.Key_Escape)
    assert not frame.notice.isVisible()


def choose_in_menu(words: str) -> None:
    """Choose what has *words* in the menu of the window."""
    key(Qt.Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction() is None or words not in menu.activeAction().text():
        key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)


def test_from_the_start_to_the_damage_without_a_mouse(
    frame: Frame, qtbot: QtBot
) -> None:
    def is_at(place: Place) -> bool:
        return frame.navigation.place is place

    # The first page: the language first, then practice.
    tab_to("English")
    key(Qt.Key.Key_Tab)
    assert focused().accessibleName() == "Begin"
    tab_to("Practise first")
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_at(View.OVERVIEW), timeout=PATIENCE)
    # The menu leads anywhere else, and Alt+Left back.
    choose_in_menu("Everything")
    assert is_at(View.EVERYTHING)
    activate(frame, qtbot)
    key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert is_at(View.OVERVIEW)
    # Round the regions: page, rail, page.
    key(Qt.Key.Key_F6)
    assert frame.rail.isAncestorOf(focused())
    tab_to("What happened")
    key(Qt.Key.Key_Return)
    assert is_at(Step.SORT_ORDERS)
    # Every order gets its verdict by a single key.
    table = frame.navigation.page.findChild(Table)
    assert isinstance(table, Table)
    tab_to(table.accessibleName())
    key(Qt.Key.Key_A, CONTROL)
    key(Qt.Key.Key_N)
    qtbot.waitUntil(lambda: not frame.case_file.snapshot.unsorted, timeout=PATIENCE)
    # Enter is the primary button, from wherever nothing else takes it.
    frame.navigation.focus_page()
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not is_at(Step.SORT_ORDERS), timeout=PATIENCE)
    look_for_help(frame)


def test_tab_reaches_every_control_of_every_page_from_top_to_bottom(
    frame: Frame, qtbot: QtBot
) -> None:
    frame.case_file.begin_practice()
    qtbot.waitUntil(lambda: frame.case_file.case is not None, timeout=PATIENCE)
    missed: dict[str, list[str]] = {}
    count = 0
    for place in (*View, *Step):
        frame.navigation.go_to(place)
        page = frame.navigation.page
        reached = reached_in(page)
        count += len(reached)
        left = controls_of(page) - set(reached)
        names = [part.accessibleName() or type(part).__name__ for part in left]
        if names:
            missed[place.value] = names
    assert missed == {}
    assert count > 100
