import gc

import pytest
from pytestqt.qtbot import QtBot

from tests.window.jobs.recorder import Recorder
from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Job, JobRunner

JOBS = 3


class Knot:
    """What holds itself, as a window does, and is freed as a whole."""

    def __init__(self, *held: object) -> None:
        self.held = (self, *held)


def nothing(_progress: Progress) -> None:
    pass


@pytest.mark.parametrize("is_runner_first", [True, False])
def test_what_is_left_over_is_collected_without_a_word(
    qtbot: QtBot, *, is_runner_first: bool
) -> None:
    with qtbot.capture_exceptions() as thrown:
        leave_a_knot(is_runner_first=is_runner_first)
        gc.collect()
    assert thrown == []


def leave_a_knot(*, is_runner_first: bool) -> None:
    """Shut down while the ends of jobs are untold, and let go of everything."""
    runner, recorder = JobRunner(), Recorder()
    jobs = [recorder.start(runner, nothing) for _ in range(JOBS)]
    runner.shut_down()
    held = (recorder, runner, *jobs)
    knot = Knot(*(held if is_runner_first else reversed(held)))
    for one in held:
        vars(one)["knot"] = knot


def test_no_job_is_left_after_shut_down(qapp: object) -> None:
    del qapp
    runner, recorder = JobRunner(), Recorder()
    jobs = [recorder.start(runner, nothing) for _ in range(JOBS)]
    runner.shut_down()
    jobs.append(recorder.start(runner, nothing))
    assert runner.findChildren(Job) == [jobs[-1]]
    for job in jobs:
        job.drop()
    assert recorder.calls == []
