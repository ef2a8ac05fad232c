"""The program waits in the tray of a real desktop, and tells what is due from there."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.cases import SHOP
from tests.desktop_bus import DesktopBus, desktop_on
from tests.display import virtual_display
from tests.fakes.clock import FRIDAY_NIGHT
from tests.journeys.tray_desktop import (
    SECONDS,
    environment,
    hidden,
    is_confirmed,
    shown,
    start_again,
)
from tests.private_bus import PrivateBus
from torimodosu.adapters.autostart import DesktopAutostart
from torimodosu.adapters.instance_lock import read_note
from torimodosu.adapters.store import Store
from torimodosu.bootstrap.program import hidden_command

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the desktop is of X11")

LONG_AGO = FRIDAY_NIGHT.replace(year=2020)


@pytest.fixture
def bus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateBus]:
    with ExitStack() as stack:
        yield PrivateBus(tmp_path_factory.mktemp("bus"), stack)


@pytest.fixture(scope="module")
def bare_display() -> Iterator[str]:
    """Yield the DISPLAY of a desktop without a tray."""
    with virtual_display("openbox") as name:
        yield name


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data folder with a case in which one thing is due since long ago."""
    store = Store.at(tmp_path / "cases.sqlite")
    noticed = datetime.now(UTC).astimezone().date()
    case = store.open(replace(SHOP, noticed=noticed), at=LONG_AGO, is_practice=False)
    store.keep_retry(case, LONG_AGO, at=LONG_AGO)
    return tmp_path


@pytest.fixture
def desktop(bus: PrivateBus) -> Iterator[DesktopBus]:
    with desktop_on(bus, "notices", "watcher") as desktop:
        yield desktop


def test_it_tells_one_thing_and_a_click_opens_its_page(
    bus: PrivateBus, desktop: DesktopBus, display: str, folder: Path
) -> None:
    with hidden(bus, display, folder) as program:
        desktop.hear("icon")
        notice = desktop.hear("notice")
        assert (notice["title"], notice["words"]) == ("Torimodosu", "1 item to check")
        assert notice["actions"] == [
            *("default", "Open", "open", "Open", "tomorrow", "Tomorrow")
        ]
        desktop.say("invoke open")
        program.hear("sign_in")


def test_what_was_told_is_not_told_again_after_a_crash(
    qtbot: QtBot, bus: PrivateBus, desktop: DesktopBus, display: str, folder: Path
) -> None:
    with hidden(bus, display, folder) as program:
        desktop.hear("notice")
        qtbot.waitUntil(lambda: is_confirmed(folder), timeout=SECONDS * 1000)
        program.kill()
    with hidden(bus, display, folder) as program:
        desktop.hear("icon")
        assert start_again(bus, display, folder) == 0
        program.hear("overview")
        assert desktop.is_silent


def let_two_minutes_pass(folder: Path) -> None:
    """Put back when the telling began: until it may have ended, nobody else tells."""
    store = Store.at(folder / "cases.sqlite")
    began, _, told = str(store.settings["reminders_being_told"]).partition("\n")
    earlier = datetime.fromisoformat(began) - timedelta(minutes=2)
    store.set("reminders_being_told", f"{earlier.isoformat()}\n{told}")


def test_what_was_not_shown_yet_is_told_after_a_crash(
    bus: PrivateBus, display: str, folder: Path
) -> None:
    with (
        desktop_on(bus, "notices", "watcher", "mute") as mute,
        hidden(bus, display, folder) as program,
    ):
        mute.hear("notice")
        program.kill()
    let_two_minutes_pass(folder)
    with (
        desktop_on(bus, "notices", "watcher") as desktop,
        hidden(bus, display, folder),
    ):
        assert desktop.hear("notice")["words"] == "1 item to check"


def test_the_entry_for_the_session_starts_it_into_the_tray(
    bus: PrivateBus,
    desktop: DesktopBus,
    display: str,
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    place = tmp_path_factory.mktemp("autostart")
    DesktopAutostart(place, hidden_command(folder)).turn(on=True)
    (entry,) = place.iterdir()
    words = dict(
        line.split("=", 1) for line in entry.read_text("utf-8").splitlines()[1:]
    )
    command = shlex.split(words["Exec"].replace("\\\\", "\\").replace("%%", "%"))
    assert shutil.which(words["TryExec"]) == command[0]
    with subprocess.Popen(command, env=environment(bus, display)) as program:
        try:
            desktop.hear("icon")
            assert start_again(bus, display, folder, "--hidden") == 0
        finally:
            program.kill()


def test_a_second_start_shows_the_window_of_the_first(
    bus: PrivateBus, desktop: DesktopBus, display: str, folder: Path
) -> None:
    with hidden(bus, display, folder) as program:
        desktop.hear("icon")
        assert start_again(bus, display, folder, "--hidden") == 0
        assert start_again(bus, display, folder) == 0
        program.hear("overview")


def test_where_nothing_shows_notices_the_tray_tells_it(
    qtbot: QtBot, bus: PrivateBus, display: str, folder: Path
) -> None:
    with hidden(bus, display, folder) as program:
        program.hear("tray")
        qtbot.waitUntil(lambda: is_confirmed(folder), timeout=SECONDS * 1000)


def test_without_a_bus_the_tray_tells_it(
    qtbot: QtBot,
    bus: PrivateBus,
    display: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nowhere = "unix:path=/nowhere/bus"
    monkeypatch.setitem(bus.environment, "DBUS_SESSION_BUS_ADDRESS", nowhere)
    with hidden(bus, display, folder) as program:
        program.hear("tray")
        qtbot.waitUntil(lambda: is_confirmed(folder), timeout=SECONDS * 1000)


def test_without_a_tray_it_waits_in_the_list_of_windows(
    bus: PrivateBus, bare_display: str, folder: Path
) -> None:
    with hidden(bus, bare_display, folder, "--looks", "1") as program:
        program.hear("minimized")
        assert start_again(bus, bare_display, folder) == 0
        program.hear("overview")


def test_a_tray_that_comes_later_is_used(
    qtbot: QtBot, bus: PrivateBus, bare_display: str, folder: Path
) -> None:
    with hidden(bus, bare_display, folder) as program:
        qtbot.waitUntil(lambda: read_note(folder) != "", timeout=SECONDS * 1000)
        with desktop_on(bus, "watcher") as desktop:
            desktop.hear("icon")
        assert program.process.poll() is None


def test_a_window_that_has_gone_leaves_its_memory_behind(
    bus: PrivateBus, desktop: DesktopBus, display: str, folder: Path
) -> None:
    Store.at(folder / "cases.sqlite").set("stay_in_tray", value=True)
    with shown(bus, display, folder, "--beat", "1", "--close") as program:
        program.hear("hidden")
        desktop.hear("icon")
        desktop.hear("notice")
        desktop.say("close")
        # Begun anew, in the same process, without a window.
        desktop.hear("icon")
        command = Path(f"/proc/{program.process.pid}/cmdline").read_text("utf-8")
        assert "--hidden" in command.split("\0")
        assert start_again(bus, display, folder) == 0


@pytest.mark.parametrize(
    ("chosen", "seen"), [("--codes", "codes"), ("--next", "welcome")]
)
def test_the_menu_of_the_tray_opens_what_is_asked_for(
    bus: PrivateBus, display: str, tmp_path: Path, chosen: str, seen: str
) -> None:
    with hidden(bus, display, tmp_path, chosen) as program:
        program.hear(seen)


def test_the_menu_of_the_tray_quits(
    bus: PrivateBus, display: str, tmp_path: Path
) -> None:
    with hidden(bus, display, tmp_path, "--quit") as program:
        assert program.process.wait(SECONDS) == 0
