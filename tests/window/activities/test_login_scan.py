"""The look at the browsers, and the watch that repeats it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.window.scene import SaturdayEvening
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.jobs import JobRunner
from torimodosu.window.login_watch import LoginWatch

PATIENCE = 120_000
AT = SaturdayEvening().now()


class Stamps:
    """What the login stores look like from outside, as a test sets it."""

    def __init__(self) -> None:
        self.now = "at first"
        self.asked = 0
        self.is_restless = self.is_gone = False

    def of(self, _case: Case) -> str:
        self.asked += 1
        if self.is_gone:
            raise PermissionError
        return f"{self.asked}" if self.is_restless else self.now


@pytest.fixture
def stamps() -> Stamps:
    return Stamps()


@pytest.fixture
def scan(worker: JobRunner, stamps: Stamps) -> LoginScan:
    return LoginScan(worker, stamps.of)


@pytest.fixture
def watch(worker: JobRunner, scan: LoginScan, stamps: Stamps) -> Iterator[LoginWatch]:
    watch = LoginWatch(
        jobs=worker,
        scan=scan,
        stamp=stamps.of,
        is_worth_it=lambda snapshot: snapshot.case is not None,
    )
    yield watch
    watch.follow(Snapshot(at=AT))


def look(qtbot: QtBot, scan: LoginScan, case: Case) -> None:
    with qtbot.waitSignal(scan.ended, timeout=PATIENCE):
        scan.start(case)


def test_a_look_is_kept(
    qtbot: QtBot, scan: LoginScan, practice: Store, practice_case: Case
) -> None:
    with qtbot.waitSignal(scan.ended, timeout=PATIENCE):
        scan.start(practice_case)
        scan.start(practice_case, by_itself=True)
        assert scan.was_asked_for
    assert not scan.is_running
    kept = practice.snapshot(practice_case, at=AT).scan
    assert kept is not None
    assert any(read.logins for read in kept.profiles)
    assert scan.stamp == "at first"
    assert scan.done == scan.total


def test_a_look_may_be_stopped(
    qtbot: QtBot, scan: LoginScan, practice: Store, practice_case: Case
) -> None:
    scan.start(practice_case)
    scan.cancel()
    qtbot.waitUntil(lambda: not scan.is_running, timeout=PATIENCE)
    assert scan.error is None
    assert practice.snapshot(practice_case, at=AT).scan is None


@pytest.mark.logs
def test_a_look_that_fails_is_told_and_forgotten_with_its_case(
    qtbot: QtBot, scan: LoginScan, stamps: Stamps, practice_case: Case
) -> None:
    stamps.is_gone = True
    scan.start(practice_case)
    qtbot.waitUntil(lambda: not scan.is_running, timeout=PATIENCE)
    assert isinstance(scan.error, PermissionError)
    scan.forget()
    assert scan.error is None


def test_while_nothing_changes_nobody_looks(
    qtbot: QtBot, scan: LoginScan, watch: LoginWatch, stamps: Stamps, snapshot: Snapshot
) -> None:
    assert snapshot.case is not None
    look(qtbot, scan, snapshot.case)
    asked = stamps.asked
    watch.follow(snapshot)
    with qtbot.assertNotEmitted(scan.changed):
        qtbot.waitUntil(lambda: stamps.asked >= asked + 4, timeout=PATIENCE)


def test_a_change_that_came_to_rest_is_looked_at(
    qtbot: QtBot, scan: LoginScan, watch: LoginWatch, stamps: Stamps, snapshot: Snapshot
) -> None:
    assert snapshot.case is not None
    look(qtbot, scan, snapshot.case)
    watch.follow(snapshot)
    assert watch.is_watching
    with qtbot.waitSignal(scan.ended, timeout=PATIENCE):
        stamps.now = "the entry is gone"
    assert not scan.was_asked_for
    assert scan.stamp == "the entry is gone"


def test_what_changed_while_the_program_was_closed_is_looked_at(
    qtbot: QtBot, scan: LoginScan, watch: LoginWatch, snapshot: Snapshot
) -> None:
    with qtbot.waitSignal(scan.ended, timeout=PATIENCE):
        watch.follow(snapshot)


def test_a_browser_that_never_rests_is_looked_at_nevertheless(
    qtbot: QtBot, scan: LoginScan, watch: LoginWatch, stamps: Stamps, snapshot: Snapshot
) -> None:
    stamps.is_restless = True
    with qtbot.waitSignal(scan.ended, timeout=PATIENCE):
        watch.follow(snapshot)


@pytest.mark.logs
def test_a_folder_that_is_gone_is_asked_for_again(
    qtbot: QtBot, scan: LoginScan, watch: LoginWatch, stamps: Stamps, snapshot: Snapshot
) -> None:
    stamps.is_gone = True
    watch.follow(snapshot)
    qtbot.waitUntil(lambda: stamps.asked >= 2, timeout=PATIENCE)
    assert not scan.is_running
    with qtbot.waitSignal(scan.ended, timeout=PATIENCE):
        stamps.is_gone = False


def test_where_nothing_is_stale_it_asks_nothing(
    qtbot: QtBot, watch: LoginWatch, stamps: Stamps, snapshot: Snapshot
) -> None:
    watch.follow(snapshot)
    qtbot.waitUntil(lambda: stamps.asked >= 1, timeout=PATIENCE)
    watch.follow(Snapshot(at=AT))
    assert not watch.is_watching
