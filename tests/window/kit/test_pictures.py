"""Widgets that paint themselves, and those that take files or wait."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.clock import JAPAN
from tests.window.kit.painting import has, paint
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice, ComboBox, DateEdit, Labelled
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.hero import Hero
from torimodosu.window.kit.job_card import WHOLE, JobCard, Tally
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.money import MoneyTiles, Share, ShareBar, Tile
from torimodosu.window.kit.text import Money, Text
from torimodosu.window.kit.tokens import Colour

START = datetime(2026, 11, 20, 17, 30, tzinfo=JAPAN)


def share(key: str, colour: Colour, weight: float = 1) -> Share:
    return Share(
        key=key, name=key, amount="1", source="1", weight=weight, colour=colour
    )


PARTS = (share("gift", "data_a"), share("card", "data_c"), share("open", "data_open"))


def test_the_bar_shows_each_part_and_hatches_the_open_one(
    qtbot: QtBot, look: Look
) -> None:
    bar = ShareBar(look, PARTS)
    qtbot.addWidget(bar)
    image = paint(bar, 300, 12)
    assert all(has(image, part.colour) for part in PARTS)
    assert has(image, "unknown_soft")
    assert bar.accessibleName() == "gift 1, card 1, open 1"


def test_the_bar_of_nothing_is_empty(qtbot: QtBot, look: Look) -> None:
    bar = ShareBar(look, (share("gift", "data_a", 0),))
    qtbot.addWidget(bar)
    assert not has(paint(bar, 300, 12), "data_a")


@pytest.mark.parametrize("adds_up", [True, False])
def test_tiles_say_whether_they_add_up(
    qtbot: QtBot, look: Look, *, adds_up: bool
) -> None:
    tiles = MoneyTiles(look, share("all", "text"), PARTS, "Check", adds_up=adds_up)
    qtbot.addWidget(tiles)
    assert "Check" in [text.accessibleName() for text in tiles.findChildren(Text)]
    image = paint(tiles, 900, 200)
    assert has(image, "ok" if adds_up else "attention")


def test_every_amount_leads_to_its_rows(qtbot: QtBot, look: Look) -> None:
    tiles = MoneyTiles(look, share("all", "text"), PARTS, "Check")
    qtbot.addWidget(tiles)
    opened: list[str] = []
    tiles.opened.connect(opened.append)
    for button in tiles.findChildren(Button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == ["all", "gift", "card", "open"]


@pytest.mark.parametrize(("width", "is_line"), [(200, False), (600, True)])
def test_a_tile_stands_in_one_line_where_there_is_room(
    qtbot: QtBot, look: Look, width: int, *, is_line: bool
) -> None:
    tile = Tile(look, share("gift", "data_a"), sign="+")
    qtbot.addWidget(tile)
    paint(tile, width, 120)
    amount, source = (
        tile.findChildren(kind)[0].mapTo(tile, QPoint(0, 0)).y()
        for kind in (Money, Button)
    )
    assert (source < amount + 24) is is_line


def drag_over(zone: DropZone, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    QApplication.sendEvent(zone, event)
    return event


def test_the_zone_takes_files_and_shows_that_it_would(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    zone = DropZone(look, "Here", "mbox", Button(look, "Choose"))
    qtbot.addWidget(zone)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.org")])
    assert drag_over(zone, data).isAccepted()
    assert zone.property("box") == "over"
    QApplication.sendEvent(zone, QDragLeaveEvent())
    assert zone.property("box") == "waiting"
    drag_over(zone, data)
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(zone.dropped) as dropped:
        QApplication.sendEvent(zone, drop)
    assert dropped.args == [(str(tmp_path),)]


def test_the_zone_takes_no_words(qtbot: QtBot, look: Look) -> None:
    zone = DropZone(look, "Here", "mbox")
    qtbot.addWidget(zone)
    data = QMimeData()
    data.setText("hello")
    assert not drag_over(zone, data).isAccepted()


def test_the_zone_says_what_to_bring_instead(qtbot: QtBot, look: Look) -> None:
    zone = DropZone(look, "Here", "mbox")
    qtbot.addWidget(zone)
    zone.refuse("This is a statement")
    told = [text for text in zone.findChildren(Text) if text.isVisibleTo(zone)]
    assert told[-1].accessibleName() == "This is a statement"
    zone.refuse("")
    assert not told[-1].isVisibleTo(zone)


def test_a_job_says_how_far_it_is(qtbot: QtBot, look: Look) -> None:
    tally = Tally(look, "archive", "ok", "mails kept")
    card = JobCard(look, "Reading", tally)
    qtbot.addWidget(card)
    tally.show_count("137")
    card.show_progress(5 * 2**40, 8 * 2**40, detail="5 of 8", left="About 20 seconds")
    words = [text.accessibleName() for text in card.findChildren(Text)]
    assert {"Reading", "5 of 8", "62 %", "About 20 seconds", "137"} <= set(words)
    assert card.bar.value() == round(0.625 * WHOLE)
    assert card.bar.accessibleName() == "Reading 60 %"


def test_a_job_whose_size_is_not_known_claims_nothing(qtbot: QtBot, look: Look) -> None:
    card = JobCard(look, "Reading")
    qtbot.addWidget(card)
    card.show_progress(5, 0, detail="5 mails", left="")
    assert card.bar.value() == 0
    assert "0 %" not in [text.accessibleName() for text in card.findChildren(Text)]


def test_a_job_can_be_cancelled(qtbot: QtBot, look: Look) -> None:
    card = JobCard(look, "Reading")
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.cancelled):
        QTest.mouseClick(card.findChildren(Button)[0], Qt.MouseButton.LeftButton)


def test_one_answer_is_chosen_and_wears_a_ring(qtbot: QtBot, look: Look) -> None:
    choice = Choice(look, "Can you?", ("Yes", "No"))
    qtbot.addWidget(choice)
    yes, no = choice.findChildren(Button)
    choice.choose(1)
    assert no.isChecked()
    with qtbot.waitSignal(choice.chosen) as chosen:
        QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert chosen.args == [0]
    assert not no.isChecked()
    assert yes.accessibleDescription() == "Can you?"


@pytest.mark.parametrize("kind", [ComboBox, DateEdit])
def test_fields_show_that_they_open_downwards(
    qtbot: QtBot, look: Look, kind: type[ComboBox]
) -> None:
    field = kind(look)
    qtbot.addWidget(field)
    assert has(paint(field, 120, 40), "muted")


def test_a_field_says_what_to_look_at(qtbot: QtBot, look: Look) -> None:
    field = ComboBox(look)
    labelled = Labelled(look, "Company", field, "Any")
    qtbot.addWidget(labelled)
    assert field.accessibleName() == "Company"
    labelled.attend("Too long")
    assert field.accessibleDescription() == "Too long"
    labelled.attend("")
    assert field.accessibleDescription() == "Any"


def test_the_hero_has_its_buttons_left(qtbot: QtBot, look: Look) -> None:
    start, other = Button(look, "Go", "primary", "arrow"), Button(look, "No", "quiet")
    heading = Heading(phase="Next", title="Do it", why="So", minutes="3", hand="Pen")
    hero = Hero(look, "key", heading, start, other)
    qtbot.addWidget(hero)
    for width in (900, 320):
        paint(hero, width, 400)
        assert start.mapTo(hero, QPoint()).x() < 160


def test_a_list_wishes_for_room_for_its_longest_entry(qtbot: QtBot, look: Look) -> None:
    field = ComboBox(look)
    qtbot.addWidget(field)
    field.addItem("No")
    short = field.sizeHint().width()
    field.addItem("No day was promised by them")
    more = field.fontMetrics().horizontalAdvance("day was promised")
    assert field.sizeHint().width() > short + more - 60
    assert field.minimumSizeHint().width() == short
