"""Judging in the background: what is kept, and when it is done anew."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.mail_judging import MailJudging
from torimodosu.window.activities.mail_saving import MailSaving
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000


@pytest.fixture
def judging(worker: JobRunner) -> Iterator[MailJudging]:
    judging = MailJudging(worker)
    yield judging
    shiboken6.delete(judging)


def wait_for(qtbot: QtBot, judging: MailJudging) -> None:
    qtbot.waitUntil(lambda: not judging.is_running, timeout=PATIENCE)


def test_the_mails_of_a_case_are_judged_once_for_each_seal(
    qtbot: QtBot, judging: MailJudging, snapshot: Snapshot
) -> None:
    judging.look(snapshot)
    assert judging.is_running
    wait_for(qtbot, judging)
    assert len(judging.mails) == sum(snapshot.kept.values())
    verdicts = [mail.judgement.verdict for mail in judging.mails.values()]
    assert verdicts.count(Verdict.NOT_GENUINE) == 2
    assert judging.result is not None
    assert judging.result.missing == 0
    judging.look(snapshot)
    assert judging.result is not None  # it begins with none
    assert snapshot.seal is not None
    judging.look(replace(snapshot, seal=replace(snapshot.seal, sha256="1" * 64)))
    assert judging.is_running
    wait_for(qtbot, judging)
    judging.outdate()
    judging.look(replace(snapshot, seal=replace(snapshot.seal, sha256="1" * 64)))
    assert judging.is_running
    judging.cancel()
    wait_for(qtbot, judging)


def test_what_is_judged_for_another_case_is_dropped(
    qtbot: QtBot, judging: MailJudging, snapshot: Snapshot
) -> None:
    judging.look(snapshot)
    judging.forget()
    wait_for(qtbot, judging)
    assert (judging.mails, judging.result) == ({}, None)


def test_without_a_case_there_is_nothing_to_judge(
    judging: MailJudging, snapshot: Snapshot
) -> None:
    judging.look(Snapshot(at=snapshot.at))
    assert not judging.is_running


def test_a_text_that_cannot_be_saved_is_told(
    qtbot: QtBot, jobs: JobRunner, tmp_path: Path
) -> None:
    def refuse(_path: Path, _content: bytes) -> None:
        raise PermissionError

    saving = MailSaving(jobs, refuse)
    with qtbot.waitSignal(saving.changed, timeout=PATIENCE):
        saving.save(tmp_path / "mail.txt", "words")
    assert saving.has_failed
    assert saving.path is None
    shiboken6.delete(saving)
