from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.moving_clock import MovingClock
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.window.retry_bell import RetryBell

LATER = FRIDAY_NIGHT + timedelta(hours=5)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(FRIDAY_NIGHT)


@pytest.fixture
def bell(qapp: object, clock: MovingClock) -> RetryBell:
    del qapp
    return RetryBell(clock)


def test_it_rings_once_when_the_time_has_come(
    qtbot: QtBot, bell: RetryBell, clock: MovingClock
) -> None:
    bell.follow(Snapshot(at=FRIDAY_NIGHT, retry_at=LATER))
    with qtbot.assertNotEmitted(bell.rung):
        bell.look()
    clock.moment = LATER
    with qtbot.waitSignal(bell.rung):
        bell.look()
    assert not bell.is_set


def test_what_was_over_before_does_not_ring(bell: RetryBell) -> None:
    bell.follow(Snapshot(at=FRIDAY_NIGHT, retry_at=FRIDAY_NIGHT))
    assert not bell.is_set


def test_a_reminder_can_be_taken_back(
    qtbot: QtBot, bell: RetryBell, clock: MovingClock
) -> None:
    bell.follow(Snapshot(at=FRIDAY_NIGHT, retry_at=LATER))
    assert bell.is_set
    bell.follow(Snapshot(at=FRIDAY_NIGHT))
    clock.moment = LATER
    with qtbot.assertNotEmitted(bell.rung):
        bell.look()
    assert not bell.is_set
