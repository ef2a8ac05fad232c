"""The chart of the burst."""

from datetime import datetime, timedelta
from itertools import combinations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import JAPAN
from tests.window.kit.painting import has, paint
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.timeline import Bar, Chart, Flag, Timeline, ticks

START = datetime(2026, 11, 20, 17, 30, tzinfo=JAPAN)


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


@pytest.mark.parametrize("width", [900, 420, 300])
def test_no_words_of_flags_cross(qtbot: QtBot, look: Look, width: int) -> None:
    flags = tuple(
        Flag(at=START + timedelta(minutes=minutes), words=words, level=level)
        for minutes, words, level in (
            (100, "19:08 orders on hold", 0),
            (130, "19:42 password changed", 1),
            (160, "20:09 temporary password", 0),
        )
    )
    timeline = Timeline(look, chart(flags=flags), "Orders")
    qtbot.addWidget(timeline)
    timeline.resize(width, timeline.height())
    timeline.grab()
    areas = [placed.area for placed in timeline.placed]
    assert all(area.left() >= 0 and area.right() <= width for area in areas)
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
    tallest = timeline.height() - look.px(24 + 58)
    assert all(area.bottom() <= tallest for area in areas)


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
