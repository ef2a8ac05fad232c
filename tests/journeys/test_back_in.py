"""I cannot sign in: the cause is found, and when it is gone the step says so itself."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.pressing import press, press_primary
from tests.window.scene import SaturdayEvening, opened, ports_on, undressed_after
from tests.window.seen import words_in
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.checklist import Place
from torimodosu.recovery.signin.trial import Outcome, Trial
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.place import View

PATIENCE = 120_000


@pytest.fixture
def frame(qapp: QApplication, practice: Store) -> Iterator[Frame]:
    """Open the window on the practice incident, with a worker of its own."""
    with undressed_after(qapp):
        jobs = JobRunner(worker=worker_command(practice.path.parent))
        appearance = Appearance(qapp, practice)
        appearance.choose_language(Language.ENGLISH)
        ports = ports_on(practice, jobs=jobs, clock=SaturdayEvening())
        with opened(ports, appearance) as frame:
            yield frame
            jobs.shut_down()


def wait_for_title(qtbot: QtBot, frame: Frame, title: str) -> None:
    qtbot.waitUntil(lambda: frame.navigation.page.name == title, timeout=PATIENCE)


def state(frame: Frame) -> StepState:
    return state_of(Step.SIGN_IN, frame.case_file.snapshot)


def has_results(frame: Frame, count: int) -> bool:
    return len(frame.case_file.snapshot.looked) == count


def find_the_cause(qtbot: QtBot, frame: Frame) -> None:
    frame.navigation.go_to(Step.SIGN_IN)
    assert frame.navigation.page.name == "Let us find out why sign-in fails"
    press(frame, "Wrong number of dots")
    qtbot.waitUntil(
        lambda: Trial.TYPED_BY_HAND in frame.case_file.snapshot.tried, timeout=PATIENCE
    )
    press_primary(qtbot, frame)
    wait_for_title(qtbot, frame, "Found it: an old password is being sent")
    assert state(frame) is not StepState.PROVEN
    said = words_in(frame.navigation.page)
    assert "10 years older than your reset" in said
    assert "Press “Delete / 削除”" in said


def test_the_step_turns_proven_by_itself_once_the_entry_is_gone(
    qtbot: QtBot, frame: Frame
) -> None:
    find_the_cause(qtbot, frame)
    press(frame, "Remove it in the practice")
    wait_for_title(qtbot, frame, "Fixed: no old password is left")
    assert state(frame) is StepState.PROVEN
    press(frame, "Change: Type it by hand")
    press(frame, "I got in")
    qtbot.waitUntil(lambda: "You noted this" in words_in(frame.navigation.page))
    tried = frame.case_file.snapshot.tried[Trial.TYPED_BY_HAND]
    assert tried.outcome is Outcome.GOT_IN
    press_primary(qtbot, frame)
    qtbot.waitUntil(lambda: frame.navigation.place is Step.TAKE_BACK)


def test_it_is_seen_from_any_page_and_after_a_new_start(
    qtbot: QtBot, qapp: QApplication, practice: Store, frame: Frame
) -> None:
    find_the_cause(qtbot, frame)
    frame.navigation.go_to(View.OVERVIEW)
    frame.close()
    case = frame.case_file.case
    assert case is not None
    jobs = JobRunner(worker=worker_command(practice.path.parent))
    ports = ports_on(practice, jobs=jobs, clock=SaturdayEvening())
    ports.practice_remove_stale(case)
    with opened(ports, Appearance(qapp, practice)) as again:
        assert again.navigation.place is View.OVERVIEW
        qtbot.waitUntil(lambda: state(again) is StepState.PROVEN, timeout=PATIENCE)
        jobs.shut_down()


def test_what_was_left_behind_is_looked_at_place_by_place(
    qtbot: QtBot, frame: Frame
) -> None:
    frame.navigation.go_to(Step.TAKE_BACK)
    for number in range(1, len(Place) + 1):
        press(frame, "As it should be")
        qtbot.waitUntil(partial(has_results, frame, number), timeout=PATIENCE)
    assert frame.navigation.page.name == "You have looked everywhere"
    assert state_of(Step.TAKE_BACK, frame.case_file.snapshot) is StepState.SAID
