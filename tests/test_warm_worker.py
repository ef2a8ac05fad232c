"""A forked worker is told apart from a started one by nothing but its time."""

import os
import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from tests.warm_worker import Command
from torimodosu.bootstrap.program import worker_command
from torimodosu.plain import to_plain
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.tasks import EvidenceVerified, ForCase, Task
from torimodosu.window.jobs import Heavy, Job, JobFailedError, JobRunner

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it has no fork")
PATIENCE = 120_000


class Recorder(QObject):
    """Keeps how a job ended."""

    def __init__(self) -> None:
        super().__init__()
        self.ends: list[object] = []

    def end(self, how: object) -> None:
        self.ends.append(how)


def verify(jobs: JobRunner, case: Case, recorder: Recorder) -> Job:
    work = Heavy(
        name=Task.VERIFY_EVIDENCE.value,
        arguments=to_plain(ForCase(case=case)),
        result=EvidenceVerified,
    )
    return jobs.run(work, on_done=recorder.end, on_failed=recorder.end)


def test_it_does_the_jobs_of_the_program(
    qtbot: QtBot, worker: JobRunner, practice_case: Case
) -> None:
    recorder = Recorder()
    verify(worker, practice_case, recorder)
    qtbot.waitUntil(lambda: bool(recorder.ends), timeout=PATIENCE)
    (result,) = recorder.ends
    assert isinstance(result, EvidenceVerified)


@pytest.mark.logs
def test_it_dies_where_it_is_killed(
    qtbot: QtBot, worker: JobRunner, practice_case: Case
) -> None:
    recorder = Recorder()
    worker.prepare()
    (process,) = worker.findChildren(QProcess)
    assert process.waitForStarted()
    verify(worker, practice_case, recorder)
    os.kill(process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: bool(recorder.ends), timeout=PATIENCE)
    assert isinstance(recorder.ends[0], JobFailedError)


def test_it_takes_the_arguments_of_a_worker(
    warm_worker: Command, tmp_path: Path
) -> None:
    started, forked = worker_command(tmp_path), warm_worker(tmp_path)
    assert forked[-3:] == started[-3:]
