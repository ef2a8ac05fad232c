"""Judging mails of no case: none waits for other work, and none is passed over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.warm_worker import Command
from tests.window.jobs.recorder import Recorder
from tests.window.jobs.test_heavy import COMMAND, WAIT
from torimodosu.bootstrap.program import WORKER_BESIDE
from torimodosu.window.activities.loose_judging import LooseJudging
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000


@pytest.fixture
def jobs(qapp: object, warm_worker: Command, tmp_path: Path) -> Iterator[JobRunner]:
    """A runner whose first worker can be kept busy, and whose other is the real one."""
    del qapp
    beside = warm_worker(tmp_path, kind=WORKER_BESIDE)
    runner = JobRunner(worker=COMMAND, beside=beside)
    yield runner
    runner.shut_down()


@pytest.fixture
def judging(qtbot: QtBot, jobs: JobRunner) -> LooseJudging:
    """It, while other work goes on that does not end."""
    busy = Recorder()
    busy.start(jobs, WAIT)
    busy.setParent(jobs)
    qtbot.waitUntil(lambda: bool(busy.rows))
    return LooseJudging(jobs)


def mail_about(subject: str) -> str:
    head = "Received: from a.example by b.example; Sat, 21 Nov 2026 11:00:00 +0900\n"
    return f"{head}From: a@shop.example\nSubject: {subject}\n\nHello\n"


def test_a_mail_is_judged_while_other_work_goes_on(
    qtbot: QtBot, judging: LooseJudging, tmp_path: Path
) -> None:
    mail = tmp_path / "strange.eml"
    mail.write_text(mail_about("Strange"), "ascii")
    judging.judge_files([str(mail)])
    qtbot.waitUntil(lambda: not judging.is_running, timeout=PATIENCE)
    assert judging.error is None
    assert [one.kept.subject for one in judging.mails] == ["Strange"]


def test_the_mail_that_is_brought_last_is_the_one_that_is_judged(
    qtbot: QtBot, judging: LooseJudging
) -> None:
    judging.judge_pasted(mail_about("First"))
    judging.judge_pasted(mail_about("Second"))
    qtbot.waitUntil(lambda: not judging.is_running, timeout=PATIENCE)
    assert [one.kept.subject for one in judging.mails] == ["Second"]


def test_judging_beside_other_work_can_be_cancelled(
    qtbot: QtBot, judging: LooseJudging
) -> None:
    judging.judge_pasted(mail_about("First"))
    judging.cancel()
    qtbot.waitUntil(lambda: not judging.is_running, timeout=PATIENCE)
    assert (judging.result, judging.error) == (None, None)
