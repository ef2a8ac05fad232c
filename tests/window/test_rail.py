from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QScrollArea
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.window.scene import SaturdayEvening
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.sent import Sent, SentWhat
from torimodosu.recovery.plan.advice import StepState
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import STEPS_OF, Phase, Step
from torimodosu.window.kit.button import Button
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import DARK, LIGHT, Tokens
from torimodosu.window.place import Place, View
from torimodosu.window.promises import Promises
from torimodosu.window.rail import NARROW_WIDTH, WIDTH, Rail, phase_state
from torimodosu.window.rail_entry import RailEntry

NOW = SaturdayEvening().now()
CASE = Case(number=1, answers=SHOP)
OPEN = Snapshot(at=NOW, case=CASE, saved_at=NOW)

ASKED = Sent(at=NOW, host="example.org", what=SentWhat.TIME_QUESTION)


@pytest.fixture
def rail(qtbot: QtBot, look: Look) -> Rail:
    rail = Rail(look)
    qtbot.addWidget(rail)
    rail.show_way(OPEN, View.OVERVIEW)
    return rail


def names(rail: Rail) -> list[str]:
    return [entry.accessibleName() for entry in rail.entries()]


def entry_of(rail: Rail, place: Place) -> RailEntry:
    return next(e for e in reversed(rail.entries()) if e.place is place)


def words(rail: Rail) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [label.accessibleName() for label in rail.findChildren(QLabel)]


@pytest.mark.parametrize("place", [*View, *Step])
@pytest.mark.parametrize("is_narrow", [True, False])
def test_every_phase_can_be_reached_from_everywhere(
    rail: Rail, place: Place, *, is_narrow: bool
) -> None:
    rail.fold(is_narrow=is_narrow)
    rail.show_way(OPEN, place)
    phases = {e.place.phase for e in rail.entries() if isinstance(e.place, Step)}
    assert phases == set(Phase)
    assert all(entry.isEnabled() for entry in rail.entries())


@pytest.mark.parametrize("phase", [p for p in Phase if len(STEPS_OF[p]) > 1])
def test_the_open_phase_shows_its_steps(rail: Rail, phase: Phase) -> None:
    steps = STEPS_OF[phase]
    rail.show_way(OPEN, steps[-1])
    shown = [entry.place for entry in rail.entries()]
    assert set(steps) <= set(shown)
    assert [e.place for e in rail.entries() if e.isChecked()] == [steps[-1]]


def test_on_the_overview_the_phase_of_the_next_step_is_open(rail: Rail) -> None:
    assert "Check the evidence" in names(rail)
    assert "Card company" not in names(rail)


def test_what_is_chosen_is_told(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.place_chosen) as chosen:
        QTest.mouseClick(entry_of(rail, View.SENT), Qt.MouseButton.LeftButton)
    assert chosen.args == [View.SENT]
    with qtbot.waitSignal(rail.menu_asked):
        QTest.mouseClick(rail.findChildren(Button)[0], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ("proven proven", StepState.PROVEN),
        ("proven said", StepState.SAID),
        ("said open", StepState.OPEN),
        ("open here", StepState.HERE),
        ("proven not_needed", StepState.PROVEN),
        ("said not_needed proven", StepState.SAID),
        ("said later", StepState.LATER),
        ("later open", StepState.OPEN),
        ("not_needed not_needed", StepState.NOT_NEEDED),
    ],
)
def test_a_phase_looks_like_its_weakest_step(states: str, expected: StepState) -> None:
    assert phase_state([StepState(state) for state in states.split()]) is expected


def test_marks_are_said_in_words(rail: Rail) -> None:
    said = replace(OPEN, said={Step.SHOP: NOW})
    rail.show_way(said, Step.SHOP)
    assert entry_of(rail, Step.QUESTIONS).accessibleDescription() == "Done"
    assert entry_of(rail, Step.SHOP).accessibleDescription() == "Said by you"
    assert entry_of(rail, Step.POLICE).accessibleDescription() == "Open"


def test_a_step_that_nobody_needs_looks_so_and_is_no_place_to_go_to(rail: Rail) -> None:
    none = replace(OPEN, said={Step.READ_MAIL: NOW})
    rail.show_way(none, Step.STILL_GOING)
    for step in (Step.SORT_ORDERS, Step.STILL_GOING):
        assert entry_of(rail, step).accessibleDescription() == "Not needed"
    happened = next(e for e in rail.entries() if e.accessibleName() == "What happened")
    # The phase leads to the step in it that is to be done.
    assert happened.place is Step.WHICH_CARD


def test_the_next_step_is_marked_wherever_the_person_is(rail: Rail) -> None:
    rail.show_way(OPEN, Step.POLICE)
    assert entry_of(rail, Step.POLICE).isChecked()
    assert entry_of(rail, Step.POLICE).accessibleDescription() == "Open"
    save = next(e for e in rail.entries() if e.accessibleName() == "Save the evidence")
    assert save.accessibleDescription() == "Next step"


def test_a_narrow_rail_keeps_names_and_marks(rail: Rail) -> None:
    assert rail.width() == WIDTH
    rail.fold(is_narrow=True)
    rail.fold(is_narrow=True)
    assert rail.width() == NARROW_WIDTH
    assert all(entry.text() == "" for entry in rail.entries())
    assert all(entry.toolTip() == entry.accessibleName() for entry in rail.entries())


@pytest.mark.parametrize(
    ("snapshot", "promise"),
    [
        (OPEN, "Nothing left this computer"),
        (replace(OPEN, left_this_computer=(ASKED,)), "Sent to 1 place(s)"),
    ],
)
def test_it_promises_what_left_this_computer(
    rail: Rail, snapshot: Snapshot, promise: str
) -> None:
    rail.show_way(snapshot, View.OVERVIEW)
    assert names(rail)[-1] == promise


def test_it_tells_when_it_was_saved(rail: Rail) -> None:
    clock = NOW.astimezone().strftime("%-H:%M")
    assert f"Saved at {clock}" in words(rail)
    yesterday = replace(OPEN, saved_at=NOW - timedelta(days=1))
    rail.show_way(yesterday, View.OVERVIEW)
    assert any(f"20 November, {clock}" in word for word in words(rail))
    rail.show_way(Snapshot(at=NOW), View.WELCOME)
    assert "Nothing to save yet" in words(rail)


@pytest.mark.parametrize("is_narrow", [True, False])
def test_practice_is_always_marked(rail: Rail, *, is_narrow: bool) -> None:
    assert "Practice incident" not in words(rail)
    rail.fold(is_narrow=is_narrow)
    practice = replace(CASE, is_practice=True)
    rail.show_way(replace(OPEN, case=practice), View.OVERVIEW)
    assert "Practice incident" in words(rail)


@pytest.mark.parametrize("is_narrow", [True, False])
def test_a_job_goes_on_in_sight(rail: Rail, *, is_narrow: bool) -> None:
    rail.fold(is_narrow=is_narrow)
    rail.show_job("Reading your mail", 0.25)
    rail.show_job("Reading your mail", 0.5)
    bar = rail.findChildren(QProgressBar)[0]
    assert (bar.value(), bar.accessibleName()) == (500, "Reading your mail")
    rail.hide_job()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert rail.findChildren(QProgressBar) == []


def test_the_focus_stays_on_its_entry(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitExposed(rail):
        rail.show()
    entry_of(rail, Step.CARD_COMPANY).setFocus()
    rail.show_way(replace(OPEN, said={Step.SHOP: NOW}), View.OVERVIEW)
    focused = rail.focusWidget()
    assert isinstance(focused, RailEntry)
    assert focused.place is Step.CARD_COMPANY
    rail.focus_current()
    current = rail.focusWidget()
    assert isinstance(current, RailEntry)
    assert current.place is View.OVERVIEW


def test_it_follows_the_theme_and_waits_for_a_case(qtbot: QtBot, look: Look) -> None:
    rail = Rail(look)
    qtbot.addWidget(rail)
    look.use(Tokens(colours=DARK, scale=1.0))
    assert rail.entries() == []
    rail.show_way(OPEN, View.OVERVIEW)
    look.use(Tokens(colours=LIGHT, scale=2.0))
    assert rail.width() == 2 * WIDTH


@pytest.fixture
def large(qtbot: QtBot) -> Rail:
    look = Look(Tokens(colours=LIGHT, scale=2.0))
    rail = Rail(look)
    qtbot.addWidget(rail)
    rail.fold(is_narrow=True)
    rail.show_way(OPEN, View.OVERVIEW)
    rail.resize(look.px(NARROW_WIDTH), 400)
    with qtbot.waitExposed(rail):
        rail.show()
    return rail


def places_of(rail: Rail) -> QScrollArea:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    places = rail.findChild(QScrollArea)
    assert isinstance(places, QScrollArea)
    return places


def test_in_large_words_the_place_of_the_person_is_in_sight(large: Rail) -> None:
    for step in (Step.CLOSING, Step.QUESTIONS):
        large.show_way(OPEN, step)
        places, entry = places_of(large), entry_of(large, step)
        seen = places.viewport().rect()
        assert seen.contains(entry.mapTo(places.viewport(), entry.rect().center()))


def test_icons_that_scroll_do_not_touch_the_promises(large: Rail) -> None:
    places, promises = places_of(large), large.findChild(Promises)
    assert isinstance(promises, Promises)
    assert places.verticalScrollBar().maximum() > 0
    between = promises.geometry().top() - places.geometry().bottom()
    assert between > 16
