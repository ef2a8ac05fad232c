"""A kept mail that is not in the archive any more."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening, opened, ports_on, practice_store
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.bags import bag_of
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner

ANOTHER = b"""\
From: "Amazon.co.jp" <auto-confirm@amazon.co.jp>
To: taro@example.jp
Date: Sat, 21 Nov 2026 20:00:00 +0900
Subject: Your Amazon.co.jp order
Message-ID: <another@example.jp>

Thank you.
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store with practice, which older packs have read."""
    store = practice_store(tmp_path)
    (case,) = store.all()
    at = SaturdayEvening().now()
    orders = store.snapshot(case, at=at).orders
    store.replace(case, orders, packs="older", at=at)
    return store


@pytest.fixture
def jobs(qapp: QApplication, tmp_path: Path) -> Iterator[JobRunner]:
    del qapp
    runner = JobRunner(worker=worker_command(tmp_path))
    yield runner
    runner.shut_down()


@pytest.fixture
def frame(store: Store, jobs: JobRunner, appearance: Appearance) -> Iterator[Frame]:
    """Return a window on the store, from whose archive a mail was deleted."""
    (case,) = store.all()
    next((bag_of(store, case) / "data" / "mails").iterdir()).unlink()
    with opened(ports_on(store, jobs=jobs, clock=SaturdayEvening()), appearance) as it:
        yield it
        jobs.shut_down()


def is_known_not_to_be_whole(frame: Frame) -> bool:
    verified = frame.case_file.snapshot.verification
    return verified is not None and verified.faults > 0


def test_when_mails_are_read_again_the_evidence_is_checked(
    qtbot: QtBot, frame: Frame
) -> None:
    qtbot.waitUntil(partial(is_known_not_to_be_whole, frame))
    frame.navigation.go_to(Step.CHECK_EVIDENCE)
    assert "no longer" in frame.navigation.page.name


def test_when_more_mails_are_taken_in_the_evidence_is_checked(
    qtbot: QtBot, frame: Frame, tmp_path: Path
) -> None:
    mail = tmp_path / "another.eml"
    mail.write_bytes(ANOTHER)
    with qtbot.waitSignal(frame.book.intake.missed):
        frame.navigation.take_files((str(mail),))
    qtbot.waitUntil(partial(is_known_not_to_be_whole, frame))
