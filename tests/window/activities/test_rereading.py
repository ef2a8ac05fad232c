from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import saved
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import worker_command
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.plan.mail_verdicts import reading_stamp
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.trusting_servers import OWN_MAIL_SERVERS
from torimodosu.window.activities.rereading import Rereading
from torimodosu.window.jobs import Job, JobRunner

PATIENCE = 120_000


@pytest.fixture
def snapshot(store: Store) -> Snapshot:
    answers = saved({}, {}).case
    assert answers is not None
    case = store.open(answers.answers, at=FRIDAY_NIGHT, is_practice=False)
    store.replace(case, {}, packs=reading_stamp("old", ()), at=FRIDAY_NIGHT)
    snapshot = store.snapshot(case, at=FRIDAY_NIGHT)
    return replace(snapshot, kept={MailKind.SHIPMENT: 1})


@pytest.fixture
def jobs(qapp: object, tmp_path: Path) -> Iterator[JobRunner]:
    del qapp
    runner = JobRunner(worker=worker_command(tmp_path))
    yield runner
    runner.shut_down()


def test_orders_of_older_packs_are_read_again(
    qtbot: QtBot, store: Store, jobs: JobRunner, snapshot: Snapshot
) -> None:
    rereading = Rereading(jobs)
    with qtbot.waitSignal(rereading.ended, timeout=PATIENCE):
        rereading.look(snapshot, "new")
        rereading.look(snapshot, "new")
        assert len(jobs.findChildren(Job)) == 1
    after = store.snapshot(snapshot.case, at=FRIDAY_NIGHT)
    assert after.orders_packs not in {reading_stamp("old", ()), None}


def test_mails_are_read_again_by_a_server_that_the_person_trusts(
    qtbot: QtBot, store: Store, jobs: JobRunner, snapshot: Snapshot
) -> None:
    rereading, own = Rereading(jobs), frozenset({"mx.example"})
    store.set(OWN_MAIL_SERVERS, "mx.example")
    with qtbot.waitSignal(rereading.ended, timeout=PATIENCE):
        rereading.look(replace(snapshot, own_servers=own), "old")
    after = store.snapshot(snapshot.case, at=FRIDAY_NIGHT)
    assert after.orders_packs is not None
    assert after.orders_packs.endswith(" own=mx.example")


def test_the_same_is_never_read_again_twice(
    qtbot: QtBot, jobs: JobRunner, snapshot: Snapshot
) -> None:
    rereading = Rereading(jobs)
    with qtbot.waitSignal(rereading.ended, timeout=PATIENCE):
        rereading.look(snapshot, "new")
    jobs_before = len(jobs.findChildren(Job))
    rereading.look(snapshot, "new")
    assert len(jobs.findChildren(Job)) == jobs_before


@pytest.mark.parametrize("packs", ["old", "new"])
def test_nothing_is_read_without_need(
    jobs: JobRunner, snapshot: Snapshot, packs: str
) -> None:
    rereading = Rereading(jobs)
    if packs == "new":
        snapshot = Snapshot(at=FRIDAY_NIGHT)
    rereading.look(snapshot, packs)
    assert jobs.findChildren(Job) == []
