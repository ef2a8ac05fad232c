"""The worker is a real process, and it really dies."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.window.jobs.recorder import Recorder
from tests.worker import program
from torimodosu.frames import JobTrouble
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.window.jobs import Heavy, Job, JobFailedError, JobRunner, heavy

COMMAND = (sys.executable, "-P", str(Path(program.__file__)))
COUNT = Heavy(name="count", arguments={"to": 3}, result=int)
WAIT = Heavy(name="wait", arguments={}, result=type(None))
DEAF = Heavy(name="be_deaf", arguments={}, result=type(None))


@pytest.fixture
def jobs(qapp: object) -> Iterator[JobRunner]:
    del qapp
    runner = JobRunner(worker=COMMAND)
    yield runner
    runner.shut_down()


def trouble(recorder: Recorder) -> JobTrouble:
    assert isinstance(recorder.error, JobFailedError)
    return recorder.error.trouble


def test_the_result_comes_back(qtbot: QtBot, jobs: JobRunner) -> None:
    recorder = Recorder()
    recorder.start(jobs, COUNT)
    qtbot.waitUntil(recorder.has_ended)
    assert recorder.calls[-2:] == [("progressed", 3, 3), ("done", 3)]


def test_one_worker_does_jobs_in_the_order_of_asking(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    jobs.prepare()
    recorder = Recorder()
    for number in range(20):
        recorder.start(jobs, Heavy(name="count", arguments={"to": number}, result=int))
    qtbot.waitUntil(lambda: ("done", 19) in recorder.calls)
    done = [result for name, *(result, *_) in recorder.calls if name == "done"]
    assert done == list(range(20))
    assert len(jobs.findChildren(QProcess)) == 1


def test_many_rows_all_come_in_order_and_before_the_end(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    recorder = Recorder()
    began = time.monotonic()
    recorder.start(jobs, Heavy(name="find", arguments={"rows": 50_001}, result=int))
    qtbot.waitUntil(recorder.has_ended)
    milliseconds = (time.monotonic() - began) * 1000
    assert recorder.rows == list(range(50_001))
    assert recorder.calls[-1] == ("done", 50_001)
    # Where the computer is quick, far fewer than the 251 messages that they came in.
    found = [call for call in recorder.calls if call[0] == "found"]
    assert len(found) <= milliseconds / heavy.MILLISECONDS_BETWEEN_ROWS + 2


def test_rows_come_as_what_they_are(qtbot: QtBot, jobs: JobRunner) -> None:
    recorder = Recorder()
    work = Heavy(name="find_mails", arguments={}, result=type(None), row=KeptMail)
    recorder.start(jobs, work)
    qtbot.waitUntil(recorder.has_ended)
    (mail,) = recorder.rows
    assert isinstance(mail, KeptMail)
    assert mail.origin.source == "/mail/\udcff"
    assert mail.subject == "注文済み"


def test_what_others_print_does_not_get_into_the_pipe(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    recorder = Recorder()
    recorder.start(jobs, Heavy(name="shout", arguments={}, result=str))
    qtbot.waitUntil(recorder.has_ended)
    assert recorder.calls == [("done", "")]


@pytest.mark.logs
@pytest.mark.parametrize(
    ("work", "what"),
    [
        (Heavy(name="fill_up", arguments={}, result=int), JobTrouble.DISK_FULL),
        (Heavy(name="stumble", arguments={}, result=int), JobTrouble.MISTAKE),
        (Heavy(name="unheard", arguments={}, result=int), JobTrouble.MISTAKE),
        (Heavy(name="babble", arguments={}, result=int), JobTrouble.WORKER_DIED),
        (
            Heavy(name="answer_another", arguments={}, result=int),
            JobTrouble.WORKER_DIED,
        ),
        (
            Heavy(name="count", arguments={"to": 1}, result=str),
            JobTrouble.WORKER_DIED,
        ),
        (
            Heavy(name="find", arguments={"rows": 1}, result=int, row=KeptMail),
            JobTrouble.WORKER_DIED,
        ),
    ],
)
def test_a_failure_says_what_it_is_and_the_next_job_is_done(
    qtbot: QtBot, jobs: JobRunner, work: Heavy[int], what: JobTrouble
) -> None:
    first, second = Recorder(), Recorder()
    first.start(jobs, work)
    second.start(jobs, COUNT)
    qtbot.waitUntil(second.has_ended)
    assert first.calls[-1] == ("failed", JobFailedError)
    assert trouble(first) is what
    assert second.calls[-1] == ("done", 3)


@pytest.mark.logs
def test_a_killed_worker_is_reported_and_replaced(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    first, again = Recorder(), Recorder()
    first.start(jobs, WAIT)
    qtbot.waitUntil(lambda: bool(first.rows))
    os.kill(first.rows[0], signal.SIGKILL)
    qtbot.waitUntil(first.has_ended)
    assert trouble(first) is JobTrouble.WORKER_DIED
    again.start(jobs, WAIT).cancel()
    qtbot.waitUntil(again.has_ended)
    assert again.calls[-1] == ("cancelled",)
    assert again.rows != first.rows


def test_cancelled_work_stops_at_its_next_report(qtbot: QtBot, jobs: JobRunner) -> None:
    recorder, after = Recorder(), Recorder()
    job = recorder.start(jobs, WAIT)
    qtbot.waitUntil(lambda: bool(recorder.rows))
    job.cancel()
    job.cancel()
    after.start(jobs, COUNT)
    qtbot.waitUntil(after.has_ended)
    assert recorder.calls[-1] == ("cancelled",)
    assert after.calls[-1] == ("done", 3)


def test_work_cancelled_in_the_queue_never_begins(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    running, waiting = Recorder(), Recorder()
    job = running.start(jobs, WAIT)
    waiting.start(jobs, COUNT).cancel()
    assert waiting.calls == [("cancelled",)]
    job.cancel()
    qtbot.waitUntil(running.has_ended)


@pytest.mark.logs
def test_work_that_does_not_hear_is_ended(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heavy, "MILLISECONDS_TO_CANCEL", 1)
    runner = JobRunner(worker=COMMAND)
    recorder, after = Recorder(), Recorder()
    job = recorder.start(runner, DEAF)
    qtbot.waitUntil(lambda: bool(recorder.rows))
    job.cancel()
    after.start(runner, COUNT)
    qtbot.waitUntil(after.has_ended)
    assert recorder.calls[-1] == ("cancelled",)
    assert after.calls[-1] == ("done", 3)
    runner.shut_down()


def test_work_for_a_page_that_died_stops(qtbot: QtBot, jobs: JobRunner) -> None:
    page, after = Recorder(), Recorder()
    job = page.start(jobs, WAIT)
    qtbot.waitUntil(lambda: bool(page.rows))
    with qtbot.waitSignal(job.destroyed):
        delete(page)
    after.start(jobs, COUNT)
    qtbot.waitUntil(after.has_ended)


def test_a_job_is_gone_when_it_has_ended(qtbot: QtBot, jobs: JobRunner) -> None:
    recorder = Recorder()
    with qtbot.waitSignal(recorder.start(jobs, COUNT).destroyed):
        pass
    assert jobs.findChildren(Job) == []


@pytest.mark.parametrize("work", [WAIT, DEAF])
def test_shut_down_ends_the_process_and_calls_nobody(
    qtbot: QtBot, work: Heavy[None]
) -> None:
    runner = JobRunner(worker=COMMAND)
    recorder, waiting = Recorder(), Recorder()
    recorder.start(runner, work)
    waiting.start(runner, COUNT)
    qtbot.waitUntil(lambda: bool(recorder.rows))
    calls = list(recorder.calls)
    (process,) = runner.findChildren(QProcess)
    runner.shut_down()
    assert process.state() is QProcess.ProcessState.NotRunning
    assert (recorder.calls, waiting.calls) == (calls, [])


def test_a_worker_that_rests_goes_and_another_does_the_next_job(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    for _ in range(2):
        recorder = Recorder()
        recorder.start(jobs, COUNT)
        qtbot.waitUntil(recorder.has_ended)
        assert recorder.calls[-1] == ("done", 3)
        jobs.rest()
        qtbot.waitUntil(lambda: not jobs.findChildren(QProcess))
        assert jobs.is_idle


def test_a_worker_with_work_does_not_rest(qtbot: QtBot, jobs: JobRunner) -> None:
    recorder = Recorder()
    recorder.start(jobs, COUNT)
    jobs.rest()
    assert not jobs.is_idle
    qtbot.waitUntil(recorder.has_ended)
    assert recorder.calls[-1] == ("done", 3)


def test_a_worker_that_is_leaving_is_waited_for_at_the_end(
    qtbot: QtBot, jobs: JobRunner
) -> None:
    jobs.rest()
    recorder = Recorder()
    recorder.start(jobs, COUNT)
    qtbot.waitUntil(recorder.has_ended)
    jobs.rest()
    jobs.shut_down()
    states = {process.state() for process in jobs.findChildren(QProcess)}
    assert states <= {QProcess.ProcessState.NotRunning}


def test_nothing_begins_after_shut_down(qapp: object) -> None:
    del qapp
    runner, recorder = JobRunner(worker=COMMAND), Recorder()
    runner.shut_down()
    runner.prepare()
    recorder.start(runner, COUNT)
    assert runner.findChildren(QProcess) == []


@pytest.mark.logs
@pytest.mark.parametrize(
    "command", [("/nowhere/torimodosu",), (sys.executable, "-c", "print('hello')")]
)
def test_a_worker_that_cannot_work_is_not_started_for_ever(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture, command: tuple[str, ...]
) -> None:
    runner, recorder = JobRunner(worker=command), Recorder()
    runner.prepare()
    qtbot.waitUntil(lambda: caplog.text.count("the worker ") >= heavy.DEATHS_IN_A_ROW)
    qtbot.waitUntil(lambda: runner.findChildren(QProcess) == [])
    recorder.start(runner, COUNT)
    qtbot.waitUntil(recorder.has_ended)
    assert trouble(recorder) is JobTrouble.WORKER_DIED
    runner.shut_down()
