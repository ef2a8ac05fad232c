"""Looking at the clock, by a server and by hand."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.clock import JAPAN
from tests.fakes.time_servers import TellingTime
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.twostep.clock import ClockReading, TimeTrouble
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.recovery.twostep.otpauth import read_uri
from torimodosu.window.activities.clock_check import NOTHING_FOUND, AskTime, ClockCheck
from torimodosu.window.jobs import JobRunner

PATIENCE = 120_000
CASE = Case(number=1, answers=SHOP)
HOST = "ntp.nict.jp"
NOW = datetime(2026, 11, 21, 21, 6, 10, tzinfo=JAPAN)
ACCOUNT = read_uri("otpauth://totp/Shop:taro?secret=JBSWY3DPEHPK3PXP")


class Checks:
    """Makes looks at the clock that end before the jobs that they run."""

    def __init__(self, jobs: JobRunner) -> None:
        self._jobs = jobs
        self.made: list[ClockCheck] = []

    def asking(self, ask_time: AskTime) -> ClockCheck:
        self.made.append(ClockCheck(self._jobs, ask_time))
        return self.made[-1]

    def of(self, server: TellingTime) -> ClockCheck:
        return self.asking(lambda _case, host: server.ask(host))


@pytest.fixture
def checks(jobs: JobRunner) -> Iterator[Checks]:
    checks = Checks(jobs)
    yield checks
    for check in checks.made:
        shiboken6.delete(check)


def wait_for(qtbot: QtBot, check: ClockCheck) -> None:
    qtbot.waitUntil(lambda: not check.is_asking, timeout=PATIENCE)


def test_a_server_tells_how_far_the_clock_is_off(checks: Checks, qtbot: QtBot) -> None:
    check = checks.of(TellingTime(47))
    check.ask(CASE, HOST)
    assert check.is_asking
    assert check.found == NOTHING_FOUND
    wait_for(qtbot, check)
    assert check.found.host == HOST
    assert check.found.error is not None
    assert check.found.error.middle == timedelta(seconds=47)


def test_no_server_is_asked_again_right_away(checks: Checks, qtbot: QtBot) -> None:
    server = TellingTime()
    check = checks.of(server)
    check.ask(CASE, HOST)
    check.ask(CASE, HOST)
    wait_for(qtbot, check)
    assert check.is_resting
    check.ask(CASE, HOST)
    check.ask(CASE, "pool.ntp.org")
    assert server.asked == [HOST]
    assert not check.is_asking


def test_a_server_that_tells_nothing_is_named(checks: Checks, qtbot: QtBot) -> None:
    check = checks.of(TellingTime(trouble=TimeTrouble.NO_ANSWER))
    check.ask(CASE, HOST)
    wait_for(qtbot, check)
    assert (check.found.host, check.found.trouble) == (HOST, TimeTrouble.NO_ANSWER)
    assert check.found.error is None
    assert not check.has_sent_away(HOST)


def test_a_server_that_sends_us_away_is_left_alone(
    checks: Checks, qtbot: QtBot
) -> None:
    check = checks.of(TellingTime(trouble=TimeTrouble.SENT_AWAY))
    check.ask(CASE, HOST)
    wait_for(qtbot, check)
    assert check.has_sent_away(HOST)
    assert not check.has_sent_away("pool.ntp.org")


@pytest.mark.logs
def test_what_cannot_be_kept_is_not_sent_and_said(checks: Checks, qtbot: QtBot) -> None:
    def fail(_case: Case, _host: str) -> ClockReading:
        raise StoreError(StoreTrouble.FULL, "no room")

    check = checks.asking(fail)
    check.ask(CASE, HOST)
    wait_for(qtbot, check)
    assert isinstance(check.found.trouble, StoreError)
    assert not check.is_resting


def test_another_device_tells_how_far_the_clock_is_off(checks: Checks) -> None:
    check = checks.of(TellingTime())
    theirs = code_at(ACCOUNT, NOW - timedelta(seconds=300)).code
    check.compare_code(ACCOUNT, theirs, NOW)
    error = check.found.error
    assert error is not None
    assert error.least <= timedelta(seconds=300) <= error.most
    check.compare_code(ACCOUNT, "000000", NOW)
    assert check.found.is_other_secret
    assert check.found.error is None


def test_a_clock_on_the_wall_tells_how_far_this_one_is_off(
    checks: Checks, qtbot: QtBot
) -> None:
    check = checks.of(TellingTime())
    with qtbot.waitSignal(check.changed):
        check.compare_clock(NOW - timedelta(seconds=47), NOW)
    assert check.found.error is not None
    assert check.found.error.middle == timedelta(seconds=47)
    check.forget()
    assert check.found == NOTHING_FOUND


def test_a_server_that_tells_nothing_takes_away_nothing_that_is_known(
    checks: Checks, qtbot: QtBot
) -> None:
    check = checks.of(TellingTime(trouble=TimeTrouble.NO_ANSWER))
    check.compare_clock(NOW - timedelta(seconds=47), NOW)
    known = check.found.error
    assert known is not None
    check.ask(CASE, HOST)
    assert check.found.error == known
    wait_for(qtbot, check)
    assert check.found.error == known
    assert check.found.trouble is TimeTrouble.NO_ANSWER
    check.forget()
    assert check.found == NOTHING_FOUND
