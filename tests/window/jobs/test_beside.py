"""Work that need not wait for other heavy work: two real processes."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot

from tests.window.jobs.recorder import Recorder
from tests.window.jobs.test_heavy import COMMAND, COUNT, WAIT
from torimodosu.window.jobs import JobRunner

LOOK = replace(COUNT, runs_beside=True)
LONG_LOOK = replace(WAIT, runs_beside=True)


@pytest.fixture
def jobs(qapp: object) -> Iterator[JobRunner]:
    del qapp
    runner = JobRunner(worker=COMMAND, beside=COMMAND)
    yield runner
    runner.shut_down()


def test_it_is_done_while_other_work_goes_on(qtbot: QtBot, jobs: JobRunner) -> None:
    long, look = Recorder(), Recorder()
    job = long.start(jobs, WAIT)
    qtbot.waitUntil(lambda: bool(long.rows))
    look.start(jobs, LOOK)
    qtbot.waitUntil(look.has_ended)
    assert look.calls[-1] == ("done", 3)
    assert not long.has_ended()
    job.cancel()
    qtbot.waitUntil(long.has_ended)
    assert long.calls[-1] == ("cancelled",)


def test_what_does_not_run_beside_waits_for_its_turn(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    long, look, turn = Recorder(), Recorder(), Recorder()
    job = long.start(jobs, WAIT)
    turn.start(jobs, COUNT)
    look.start(jobs, LOOK)
    qtbot.waitUntil(look.has_ended)
    assert turn.calls == []
    job.cancel()
    qtbot.waitUntil(turn.has_ended)
    assert turn.calls[-1] == ("done", 3)


def test_it_is_cancelled_by_itself(qtbot: QtBot, jobs: JobRunner) -> None:
    long, look = Recorder(), Recorder()
    job = long.start(jobs, WAIT)
    looking = look.start(jobs, LONG_LOOK)
    qtbot.waitUntil(lambda: bool(look.rows))
    qtbot.waitUntil(lambda: bool(long.rows))
    assert look.rows != long.rows
    looking.cancel()
    qtbot.waitUntil(look.has_ended)
    assert look.calls[-1] == ("cancelled",)
    assert not long.has_ended()
    job.cancel()
    qtbot.waitUntil(long.has_ended)


def test_one_process_is_enough_where_nothing_else_goes_on(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    look = Recorder()
    look.start(jobs, LOOK)
    qtbot.waitUntil(look.has_ended)
    assert look.calls[-1] == ("done", 3)
    assert len(jobs.findChildren(QProcess)) == 1


def test_the_other_process_goes_when_both_have_ended(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    long, look = Recorder(), Recorder()
    job = long.start(jobs, WAIT)
    looking = look.start(jobs, LONG_LOOK)
    qtbot.waitUntil(lambda: bool(look.rows) and bool(long.rows))
    assert len(jobs.findChildren(QProcess)) == 2
    looking.cancel()
    qtbot.waitUntil(look.has_ended)
    assert len(jobs.findChildren(QProcess)) == 2
    job.cancel()
    qtbot.waitUntil(lambda: len(jobs.findChildren(QProcess)) == 1)


def test_at_the_end_neither_process_is_left(qtbot: QtBot) -> None:
    runner = JobRunner(worker=COMMAND, beside=COMMAND)
    long, look = Recorder(), Recorder()
    long.start(runner, WAIT)
    look.start(runner, LONG_LOOK)
    qtbot.waitUntil(lambda: bool(look.rows) and bool(long.rows))
    processes = runner.findChildren(QProcess)
    runner.shut_down()
    states = {process.state() for process in processes}
    assert (len(processes), states) == (2, {QProcess.ProcessState.NotRunning})
