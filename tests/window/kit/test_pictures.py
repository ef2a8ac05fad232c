"""Widgets that paint themselves, and those that take files or wait."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import JAPAN
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.fields import Choice, ComboBox, DateEdit, Labelled
from torimodosu.window.kit.files import DropZone
from torimodosu.window.kit.header import Heading
from torimodosu.window.kit.hero import Hero
from torimodosu.window.kit.job_card import WHOLE, JobCard, Tally
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.money import MoneyTiles, Share, ShareBar
from torimodosu.window.kit.text import Text
from torimodosu.window.kit.timeline import Bar, Chart, Flag, Timeline, ticks
from torimodosu.window.kit.tokens import LIGHT, Colour

START = datetime(2026, 11, 20, 17, 30, tzinfo=JAPAN)


def paint(widget: QWidget, width: int, height: int) -> QImage:
    """Return what *widget* paints."""
    widget.resize(width, height)
    return widget.grab().toImage()


def has(image: QImage, colour: Colour) -> bool:
    """Tell whether *colour* is in *image*."""
    wanted = QColor(LIGHT[colour]).rgb()
    return any(
        image.pixel(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


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


def chart(**more: object) -> Chart:
    bars = (
        Bar(at=START + timedelta(minutes=10), share=1.0),
        Bar(at=START + timedelta(minutes=40), share=None),
        Bar(at=START + timedelta(minutes=60), share=0.5, is_mine=True),
    )
    end = START + timedelta(hours=3)
    return Chart(start=START, end=end, bars=bars, **more)  # type: ignore[arg-type]


def test_the_timeline_tells_orders_apart(qtbot: QtBot, look: Look) -> None:
    timeline = Timeline(look, chart(), "14 orders in 58 minutes")
    qtbot.addWidget(timeline)
    image = paint(timeline, 600, 116)
    assert has(image, "data_c")
    assert has(image, "unknown_soft")
    assert has(image, "ok")
    assert not has(image, "ok_soft")
    assert timeline.accessibleName() == "14 orders in 58 minutes"


def test_the_quiet_time_is_a_green_band(qtbot: QtBot, look: Look) -> None:
    quiet = START + timedelta(hours=2)
    late = START + timedelta(hours=2, minutes=58)
    flags = (Flag(at=quiet, words="Held"), Flag(at=late, words="A long word", level=1))
    made = chart(flags=flags, quiet_from=quiet, quiet="No orders")
    timeline = Timeline(look, made, "Quiet")
    qtbot.addWidget(timeline)
    assert has(paint(timeline, 600, 116), "ok_soft")


def test_the_timeline_shows_its_focus(qtbot: QtBot, look: Look) -> None:
    timeline = Timeline(look, chart(), "Orders")
    holder = QWidget()
    qtbot.addWidget(holder)
    timeline.setParent(holder)
    with qtbot.waitExposed(holder):
        holder.show()
    timeline.clearFocus()
    assert not has(paint(timeline, 600, 116), "accent")
    timeline.setFocus()
    qtbot.waitUntil(timeline.hasFocus)
    assert has(paint(timeline, 600, 116), "accent")


@pytest.mark.parametrize(
    ("span", "most", "expected"),
    [
        (timedelta(hours=3), 8, ["17:30", "18:00", "18:30", "19:00", "19:30", "20:00"]),
        (timedelta(hours=3), 3, ["18:00", "19:00", "20:00"]),
        (timedelta(days=4), 8, ["11/21", "11/22", "11/23", "11/24"]),
        (timedelta(days=4000), 2, ["09/17"]),
    ],
)
def test_ticks_are_round_and_few(
    span: timedelta, most: int, expected: list[str]
) -> None:
    found = [words for _, words in ticks(START, START + span, most=most)]
    assert len(found) <= most
    if span < timedelta(days=1000):
        assert found == expected


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
