from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from torimodosu.window.bar import Bar
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.page import Action, Buttons


class Done:
    def __init__(self) -> None:
        self.times = 0

    def do(self) -> None:
        self.times += 1


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> Iterator[Bar]:
    holder, bar = QWidget(), Bar(look)
    qtbot.addWidget(holder)
    bar.setParent(holder)
    bar.resize(1000, 66)
    with qtbot.waitExposed(holder):
        holder.show()
    yield bar
    holder.hide()


def test_a_press_does_the_action(qtbot: QtBot, bar: Bar) -> None:
    next_, save = Done(), Done()
    buttons = Buttons(
        primary=Action(words="Next", run=next_.do, icon="arrow"),
        secondary=Action(words="Save the table", run=save.do),
    )
    bar.show_buttons(buttons, can_go_back=True)
    assert bar.press_primary()
    qtbot.waitUntil(lambda: next_.times == 1)
    assert bar.secondary is not None
    QTest.mouseClick(bar.secondary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: save.times == 1)


def test_what_is_held_back_says_why(bar: Bar) -> None:
    action = Action(words="Next", run=Done().do, held_back="Reading has not finished")
    bar.show_buttons(Buttons(primary=action), can_go_back=False)
    assert bar.primary is not None
    assert bar.primary.toolTip() == "Reading has not finished"
    assert not bar.press_primary()
    bar.focus_first()
    assert bar.focusWidget() is bar.quiet[0]


def test_there_is_a_way_back_only_where_there_is_one(qtbot: QtBot, bar: Bar) -> None:
    bar.show_buttons(Buttons(), can_go_back=False)
    assert [button.accessibleName() for button in bar.quiet] == [
        "Safe to stop for tonight?"
    ]
    assert not bar.press_primary()
    bar.show_buttons(Buttons(), can_go_back=True)
    with qtbot.waitSignal(bar.back_asked):
        QTest.mouseClick(bar.quiet[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.tonight_asked):
        QTest.mouseClick(bar.quiet[1], Qt.MouseButton.LeftButton)


def test_quiet_buttons_fold_where_there_is_no_room(bar: Bar) -> None:
    action = Action(words="Go on with everything that is here", run=Done().do)
    bar.show_buttons(Buttons(primary=action), can_go_back=True)
    assert "Back" in bar.quiet[0].text()
    bar.resize(420, 66)
    assert bar.quiet[0].text() == ""
    assert bar.quiet[0].toolTip() == "Back"
    bar.resize(1000, 66)
    assert bar.quiet[0].toolTip() == ""


def test_a_page_without_a_bar_hides_it(bar: Bar) -> None:
    bar.show_buttons(Buttons(has_bar=False), can_go_back=True)
    assert not bar.isVisible()


def test_the_focus_stays_when_the_buttons_are_made_anew(
    qtbot: QtBot, bar: Bar, look: Look
) -> None:
    action = Action(words="Next", run=Done().do)
    bar.show_buttons(Buttons(primary=action), can_go_back=True)
    bar.focus_first()
    assert bar.primary is not None
    qtbot.waitUntil(bar.primary.hasFocus)
    look.use(Tokens(colours=LIGHT, scale=1.5))
    assert bar.focusWidget() is bar.primary
