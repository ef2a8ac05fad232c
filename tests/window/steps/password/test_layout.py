import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.window.steps.password.acting import said
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.text import Text
from torimodosu.window.steps.password.page import PasswordPage


# In a window of the usual size, in the smallest one, and at 150 %.
@pytest.mark.parametrize("width", [942, 870, 620])
def test_the_buttons_stand_in_one_line(
    qtbot: QtBot, page: PasswordPage, width: int
) -> None:
    page.resize(width, 900)
    with qtbot.waitExposed(page):
        page.show()

    def tops() -> set[int]:
        buttons = {one.accessibleName(): one for one in page.findChildren(Button)}
        shown = [buttons[words] for words in ("Hide", "Another", "Copy")]
        return {one.mapTo(page, QPoint(0, 0)).y() for one in shown}

    qtbot.waitUntil(lambda: len(tops()) == 1)


def test_what_was_checked_begins_at_one_height(
    qtbot: QtBot, page: PasswordPage
) -> None:
    page.resize(760, 900)
    with qtbot.waitExposed(page):
        page.show()

    def tops() -> list[set[int]]:
        boxes = [
            one
            for one in page.findChildren(Box)
            if one.accessibleName() and one.property("box") == "sunken"
        ]
        texts = [one.findChildren(Text) for one in boxes]
        return [
            {line.mapTo(page, QPoint(0, 0)).y() for line in lines}
            for lines in zip(*texts, strict=True)
        ]

    qtbot.waitUntil(lambda: [len(each) for each in tops()] == [1, 1])


def test_how_they_may_have_got_in_is_told_below_what_there_is_to_do(
    qtbot: QtBot, page: PasswordPage
) -> None:
    with qtbot.waitExposed(page):
        page.show()
    told = [said(page).index(words) for words in ("How to change it", "got in")]
    assert told == sorted(told)
    assert "Often it stays unknown." in said(page)
