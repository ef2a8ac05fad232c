import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.window.jobs.recorder import Recorder
from tests.worker import program
from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Heavy, Job, JobRunner

JOBS = 3
COMMAND = (sys.executable, "-P", str(Path(program.__file__)))
COUNT = Heavy(name="count", arguments={"to": 3}, result=int)


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


class Leaving(Recorder):
    """Shuts the runner down as soon as it hears how a job ended, as a window may."""

    def __init__(self, runner: JobRunner) -> None:
        super().__init__()
        self._runner = runner

    def done(self, result: object) -> None:
        """Note the call, and shut down while the job still tells of its end."""
        super().done(result)
        self._runner.shut_down()


@pytest.mark.parametrize("work", [nothing, COUNT], ids=["light", "heavy"])
def test_whoever_hears_of_an_end_may_shut_down(
    qtbot: QtBot, work: Callable[[Progress], None] | Heavy[Any]
) -> None:
    runner = JobRunner(worker=COMMAND)
    recorder = Leaving(runner)
    recorder.start(runner, work)
    qtbot.waitUntil(recorder.has_ended)
    qtbot.wait(1)
    assert [call[0] for call in recorder.calls if call[0] != "progressed"] == ["done"]
    assert runner.findChildren(Job) == []


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
