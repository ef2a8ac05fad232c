"""The real worker under the real job runner, killed and started again."""

import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess
from pytestqt.qtbot import QtBot

from tests.bootstrap.working import ANSWERS, MAIL
from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.frames import JobTrouble
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.plan.tasks import EvidenceVerified, TakeIn, TakenIn
from torimodosu.window.jobs import JobFailedError, JobRunner
from torimodosu.window.jobs.tasks import take_in, verify_evidence

MAILS = 450
GIGABYTES = 64
PATIENCE = 120_000


class Page(QObject):
    """What a page hears."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[KeptMail] = []
        self.result: TakenIn | EvidenceVerified | None = None
        self.error: Exception | None = None

    def find(self, mails: list[KeptMail]) -> None:
        self.found += mails

    def finish(self, result: TakenIn | EvidenceVerified) -> None:
        self.result = result

    def fail(self, error: Exception) -> None:
        self.error = error

    def has_ended(self) -> bool:
        return self.result is not None or self.error is not None


@pytest.fixture
def jobs(qapp: object, tmp_path: Path) -> Iterator[JobRunner]:
    del qapp
    runner = JobRunner(worker=worker_command(tmp_path))
    yield runner
    runner.shut_down()


@pytest.fixture
def case(store: Store) -> Case:
    return store.open(ANSWERS, at=FRIDAY_NIGHT, is_practice=False)


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    """Write an mbox of many order mails, which come in several batches."""
    path = tmp_path / "mailbox.mbox"
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number in range(MAILS):
            mail = MAIL.replace("000000{number}", "{number:07}").format(number=number)
            file.write(f"From a@example.com Fri Mar 13 19:02:00 2026\n{mail}\n")
    return path


@pytest.fixture
def endless(mailbox: Path) -> Path:
    """Write beside *mailbox* one of a hole, which takes half a minute to search."""
    path = mailbox.with_name("endless.mbox")
    path.write_bytes(b"From a@example.com Fri Mar 13 19:02:00 2026\n\n")
    os.truncate(path, GIGABYTES * 2**30)
    return path


@pytest.mark.logs
def test_a_worker_killed_in_the_middle_of_an_intake_loses_nothing(
    qtbot: QtBot, jobs: JobRunner, store: Store, case: Case, endless: Path
) -> None:
    request = TakeIn(case=case, sources=(str(endless.with_name("mailbox.mbox")),))
    killed = Page()
    # However late this process has its turn, the other one is in the middle.
    jobs.run(
        take_in(replace(request, sources=(*request.sources, str(endless)))),
        on_done=killed.finish,
        on_failed=killed.fail,
        on_found=killed.find,
    )
    qtbot.waitUntil(lambda: bool(killed.found), timeout=PATIENCE)
    (process,) = jobs.findChildren(QProcess)
    os.kill(process.processId(), signal.SIGKILL)
    qtbot.waitUntil(killed.has_ended, timeout=PATIENCE)
    assert isinstance(killed.error, JobFailedError)
    assert killed.error.trouble is JobTrouble.WORKER_DIED
    kept = {mail.sha256 for mail in store.mails(case).all()}
    assert kept >= {mail.sha256 for mail in killed.found}

    again = Page()
    jobs.run(take_in(request), on_done=again.finish, on_failed=again.fail)
    qtbot.waitUntil(again.has_ended, timeout=PATIENCE)
    assert isinstance(again.result, TakenIn)
    assert again.result.intake.again >= len(kept)
    assert again.result.intake.again + again.result.intake.kept == MAILS
    assert again.result.orders is not None
    assert again.result.orders.orders == MAILS

    checked = Page()
    jobs.run(verify_evidence(case), on_done=checked.finish, on_failed=checked.fail)
    qtbot.waitUntil(checked.has_ended, timeout=PATIENCE)
    assert isinstance(checked.result, EvidenceVerified)
    assert (checked.result.harms, checked.result.mails) == ((), MAILS)
