from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.kit.boxes import Box
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import LIGHT, Tokens
from torimodosu.window.page import Buttons, Page

NOW = SaturdayEvening().now()


class Two(Page):
    """A page with two buttons."""

    names = ("One", "Two")

    def heading(self) -> Heading:
        return Heading(phase="Phase", title=f"Made {self.names}", why="Because")

    def parts(self) -> Sequence[QWidget]:
        return [Button(self.look, name) for name in self.names]


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> Two:
    page = Two(look, Snapshot(at=NOW))
    qtbot.addWidget(page)
    page.rebuild()
    with qtbot.waitExposed(page):
        page.show()
    return page


def buttons(page: Page) -> list[Button]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return page.findChildren(Button)


def test_a_page_is_called_by_its_title_and_helps_with_its_why(page: Two) -> None:
    assert page.name == "Made ('One', 'Two')"
    assert page.help_words() == "Because"
    assert page.buttons() == Buttons()
    assert page.takes is None


def test_parts_are_made_anew_and_the_old_ones_go(page: Two) -> None:
    before = buttons(page)
    page.show_snapshot(Snapshot(at=NOW))
    after = buttons(page)
    assert len(after) == 2
    assert not set(after) & set(before)


def test_new_parts_are_seen_and_have_their_places_at_once(page: Two) -> None:
    page.rebuild()
    first, second = buttons(page)
    assert page.header is not None
    assert page.header.isVisible()
    assert second.isVisible()
    assert page.header.geometry().bottom() < first.geometry().top()
    assert first.geometry().bottom() < second.geometry().top()


def test_the_focus_stays_on_the_part_that_had_it(qtbot: QtBot, page: Two) -> None:
    second = buttons(page)[1]
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    page.rebuild()
    focused = page.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Two"
    assert focused is not second


def test_the_focus_goes_to_the_title_where_the_part_is_gone(
    qtbot: QtBot, page: Two
) -> None:
    second = buttons(page)[1]
    second.setFocus()
    qtbot.waitUntil(second.hasFocus)
    page.names = ("One", "Three")
    page.rebuild()
    assert page.focusWidget() is page.header


def test_only_the_header_is_made_anew_where_that_is_enough(page: Two) -> None:
    before, header = buttons(page), page.header
    page.names = ("New", "Words")
    page.renew_header()
    assert page.header is not header
    assert page.header is not None
    assert page.header.accessibleName() == "Made ('New', 'Words')"
    assert buttons(page) == before


def test_a_page_that_nobody_sees_waits_with_its_new_scale(
    qtbot: QtBot, page: Two, look: Look
) -> None:
    page.hide()
    before = buttons(page)
    look.use(Tokens(colours=LIGHT, scale=2.0))
    assert buttons(page) == before
    with qtbot.waitExposed(page):
        page.show()
    assert not set(buttons(page)) & set(before)


def test_a_page_takes_no_files_unless_it_says_so(page: Two) -> None:
    page.take_files(["/x"])
    page.hover_files(is_over=True)
    assert page.property("box") is None


class Stretching(Two):
    """A page with a card whose words stay together at its top."""

    def parts(self) -> Sequence[QWidget]:
        card = Box(self.look).add(*super().parts())
        card.body.addStretch()
        return [card]


def test_a_card_is_as_tall_as_what_is_in_it(qtbot: QtBot, look: Look) -> None:
    page = Stretching(look, Snapshot(at=NOW))
    qtbot.addWidget(page)
    page.resize(800, 2000)
    with qtbot.waitExposed(page):
        page.show()
    (card,) = page.findChildren(Box)
    assert card.height() == card.sizeHint().height()
