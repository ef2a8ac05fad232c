"""Whatever there is can be brought into sight, by mouse, keyboard and screen reader."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.window.seen import words_in
from torimodosu.window.kit.blocks import IconLine
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.unfolding import STEP, Unfolding


def line(look: Look, number: int) -> QWidget:
    """Return a line about a file, with something to press."""
    see = Button(look, f"See {number}", "link")
    words = f"File {number}", "Not a mail"
    return IconLine(look, "warn", "attention", *words, see)


def unfolding(look: Look, count: int) -> Unfolding:
    lines = [partial(line, look, number) for number in range(count)]
    return Unfolding(look, lines, first=6)


def files_in(part: QWidget) -> list[str]:
    return [one for one in words_in(part).splitlines() if one.startswith("File")]


def more_buttons(part: QWidget) -> list[Button]:
    buttons = part.findChildren(Button)
    return [one for one in buttons if one.accessibleName().startswith("Show ")]


def test_few_lines_have_no_button(qtbot: QtBot, look: Look) -> None:
    part = unfolding(look, 6)
    qtbot.addWidget(part)
    assert len(files_in(part)) == 6
    assert more_buttons(part) == []


def test_one_press_shows_the_others_in_their_order(qtbot: QtBot, look: Look) -> None:
    part = unfolding(look, 30)
    qtbot.addWidget(part)
    assert len(files_in(part)) == 6
    (more,) = more_buttons(part)
    assert more.accessibleName() == "Show 24 more"
    more.click()
    assert files_in(part) == [f"File {number}" for number in range(30)]
    assert not more.isVisibleTo(part)


def test_all_are_reached_by_the_keyboard_alone_and_read_out(
    qtbot: QtBot, look: Look
) -> None:
    part, after = unfolding(look, 120), Button(look, "After it")
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(Box(look).add(part, after))
    qtbot.addWidget(area)
    area.show()
    qtbot.waitExposed(area)
    (more,) = more_buttons(part)
    assert more.accessibleName() == f"Show {STEP} of 114 more"
    more.setFocus()
    for begin, end in ((6, 56), (56, 106), (106, 120)):
        QTest.keyClick(more, Qt.Key.Key_Space)
        assert focused(area) == f"File {begin}\nNot a mail"
        for number in range(begin, end):
            assert next_by_tab(area) == f"See {number}"
        if end < 120:
            assert next_by_tab(area) == more.accessibleName()
    assert next_by_tab(area) == "After it"
    assert len(files_in(part)) == 120


def focused(area: QWidget) -> str:
    widget = area.focusWidget()
    assert widget is not None
    return widget.accessibleName()


def next_by_tab(area: QWidget) -> str:
    widget = area.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Tab)
    return focused(area)
