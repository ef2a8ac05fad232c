"""What the window keeps an eye on, whatever page is open."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.fakes.moving_clock import MovingClock
from tests.window.scene import SaturdayEvening, opened
from torimodosu.adapters.store import Store
from torimodosu.window.appearance import Appearance
from torimodosu.window.ports import Ports

NOW = SaturdayEvening().now()
LATER = NOW + timedelta(hours=5)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock(NOW)


def test_a_reminder_from_the_last_time_rings_and_the_page_knows(
    qtbot: QtBot, ports: Ports, appearance: Appearance, store: Store, clock: MovingClock
) -> None:
    case = store.open(SHOP, at=NOW, is_practice=False)
    store.keep_retry(case, LATER, at=NOW)
    with opened(replace(ports, clock=clock), appearance) as frame:
        qtbot.waitUntil(lambda: frame.watches.bell.is_set)
        assert not frame.watches.logins.is_watching
        clock.moment = LATER
        with qtbot.waitSignal(frame.case_file.changed):
            frame.watches.bell.look()
        assert frame.case_file.snapshot.at == LATER
        ports.jobs.shut_down()
