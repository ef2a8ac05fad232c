"""The clock of a real process jumps, as after sleep; the computer goes abroad."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.desktop_bus import DesktopBus, desktop_on
from tests.journeys.tray_desktop import SECONDS, Program, hidden, is_confirmed
from tests.private_bus import PrivateBus
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.reminders.contact import Channel, Contact, Whom

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktop is of X11")

ZONES = Path("/usr/share/zoneinfo")
BEAT = ("--beat", "1")


# The one who uses /etc/localtime as their own needs a view of the files of their own,
# and no other word about the zone.
AWAY_FROM_HOME = ("env", "--unset=TZ", "unshare", "--mount", "sh", "-c")
ZONE_FIRST = 'mount --bind "$0" /etc/localtime && exec "$@"'


class Computer:
    """A computer whose clock and time zone the test sets, for all its processes.

    The clock is that of libfaketime (https://github.com/wolfcw/libfaketime), which
    every look at it reads anew; what counts the time that goes by is left alone, as it
    is by sleep.
    """

    def __init__(self, folder: Path) -> None:
        self._clock, self._zone = folder / "clock", folder / "zone"
        self.set_clock(timedelta())
        asked = ["faketime", "now", "printenv", "LD_PRELOAD"]
        library = subprocess.check_output(asked, text=True).strip()
        self.variables = {
            "LD_PRELOAD": library,
            "FAKETIME_TIMESTAMP_FILE": str(self._clock),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }

    def set_clock(self, ahead: timedelta) -> None:
        """Let the clock go so far ahead of the real one."""
        beside = self._clock.with_suffix(".new")
        beside.write_text(f"+{round(ahead.total_seconds())}\n", "ascii")
        beside.replace(self._clock)

    def go_to(self, zone: str) -> Sequence[str]:
        """Be where the clocks show the time of *zone*, as after a journey.

        Returns the command in which a program has this zone for its own.
        """
        moment = self._zone.stat().st_mtime + 60 if self._zone.exists() else 0
        # In its place: that is how the program has it. By the time of the change the
        # system sees that there was one.
        self._zone.write_bytes((ZONES / zone).read_bytes())
        os.utime(self._zone, (moment, moment))
        return *AWAY_FROM_HOME, ZONE_FIRST, str(self._zone)


@pytest.fixture
def computer(tmp_path_factory: pytest.TempPathFactory) -> Computer:
    return Computer(tmp_path_factory.mktemp("computer"))


@pytest.fixture
def desktop(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[PrivateBus, DesktopBus]]:
    with ExitStack() as stack:
        bus = PrivateBus(tmp_path_factory.mktemp("bus"), stack)
        yield bus, stack.enter_context(desktop_on(bus, "notices", "watcher"))


def case_in(store: Store, now: datetime) -> Case:
    """Return a case that was noticed today: nothing is due yet."""
    noticed = now.astimezone().date()
    return store.open(replace(SHOP, noticed=noticed), at=now, is_practice=False)


@contextmanager
def calm(
    desktop: tuple[PrivateBus, DesktopBus],
    display: str,
    folder: Path,
    computer: Computer,
    inside: Sequence[str] = (),
) -> Iterator[Program]:
    """Run the program, which has looked once and found nothing to tell."""
    bus, panel = desktop
    clock = computer.variables
    with hidden(bus, display, folder, *BEAT, having=clock, inside=inside) as program:
        panel.hear("icon")
        program.hear("calm")
        assert panel.is_silent
        yield program


def test_what_became_due_in_sleep_is_told_after_it_and_once(
    qtbot: QtBot,
    desktop: tuple[PrivateBus, DesktopBus],
    display: str,
    tmp_path: Path,
    computer: Computer,
) -> None:
    _, panel = desktop
    store, now = Store.at(tmp_path / "cases.sqlite"), datetime.now(UTC)
    store.keep_retry(case_in(store, now), now + timedelta(hours=9), at=now)
    with calm(desktop, display, tmp_path, computer) as program:
        computer.set_clock(timedelta(hours=10))
        assert panel.hear("notice")["words"] == "1 item to check"
        qtbot.waitUntil(lambda: is_confirmed(tmp_path), timeout=SECONDS * 1000)
        panel.say("close")
        program.hear("calm")
        # The clock is set back: it is not yet due once more.
        computer.set_clock(timedelta())
        program.hear("calm")
        assert panel.is_silent


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has a time zone of its own")
def test_abroad_it_is_told_at_nine_in_the_morning_of_that_place(
    desktop: tuple[PrivateBus, DesktopBus],
    display: str,
    tmp_path: Path,
    computer: Computer,
) -> None:
    _, panel = desktop
    store, now = Store.at(tmp_path / "cases.sqlite"), datetime.now(UTC)
    # In Tokyo it is 8 in the morning, and in Kiribati 13 hours.
    eight = datetime(2027, 6, 16, 8, tzinfo=UTC) - timedelta(hours=9)
    computer.set_clock(eight - now)
    promised = eight.date()
    asked = Contact(
        at=eight, whom=Whom.SHOP, channel=Channel.FORM, promised_by=promised
    )
    case = case_in(store, eight)
    store.reminder_records.keep_contact(case, asked, at=eight)
    tokyo = computer.go_to("Asia/Tokyo")
    with calm(desktop, display, tmp_path, computer, tokyo):
        computer.go_to("Pacific/Kiritimati")
        assert panel.hear("notice")["words"] == "1 item to check"
