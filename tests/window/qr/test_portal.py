"""Screenshots that the desktop takes, as under Wayland."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.window.qr import stand_in_portal
from tests.window.qr.codes import SHOP, page
from tests.window.qr.on_screen import LEAVES
from tests.window.qr.test_screens import capture

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only desktops on Linux have portals"
)


# Nothing is started by being asked for, such as the portal of this computer.
BUS = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let programs that are started talk on a bus of their own, under Wayland."""
    settings = tmp_path / "bus.conf"
    settings.write_text(BUS.format(folder=tempfile.gettempdir()), "utf-8")
    command = ["dbus-daemon", f"--config-file={settings}", "--nofork"]
    command.append("--print-address")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
        yield
        daemon.terminate()


@contextmanager
def portal(answer: str, path: Path) -> Iterator[list[str]]:
    """Let a desktop give one *answer*; afterwards tells what it was asked."""
    asked: list[str] = []
    with subprocess.Popen(
        [sys.executable, "-m", stand_in_portal.__name__, answer, str(path)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])},
        stdout=subprocess.PIPE,
        text=True,
    ) as desktop:
        assert desktop.stdout is not None
        try:
            assert desktop.stdout.readline() == "ready\n"
            yield asked
            asked += desktop.stdout.read().splitlines()
        finally:
            desktop.kill()


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    path = tmp_path / "Screenshot from 2026-11-22.png"
    assert page(SHOP).save(str(path))
    return path


@pytest.mark.usefixtures("bus")
def test_the_screenshot_is_read_and_deleted(display: str, shot: Path) -> None:
    with portal("done", shot) as asked:
        told = capture(display, "screen")
    assert (told["taken"], told["hidden"], told["visible"]) == (["Amazon"], 1, True)
    assert not shot.exists()
    assert len(asked) == 1
    assert "'interactive': ('b', False)" in asked[0]


@pytest.mark.usefixtures("bus")
def test_the_desktop_asks_for_a_part_of_the_screen(display: str, shot: Path) -> None:
    with portal("done", shot) as asked:
        told = capture(display, "region")
    assert told["taken"] == ["Amazon"]
    assert "'interactive': ('b', True)" in asked[0]


@pytest.mark.usefixtures("bus")
@pytest.mark.parametrize(
    ("answer", "refused"),
    [("left", []), ("other", ["no_screen"]), ("refused", ["no_screen"])],
)
def test_a_desktop_that_takes_none_is_told(
    display: str, shot: Path, answer: str, refused: list[str]
) -> None:
    with portal(answer, shot):
        told = capture(display, "screen")
    assert (told["taken"], told["refused"], told["visible"]) == ([], refused, True)
    assert shot.exists()


@pytest.mark.usefixtures("bus")
def test_without_a_portal_the_person_is_told(display: str) -> None:
    assert capture(display, "screen")["refused"] == ["no_screen"]


def test_without_a_bus_the_person_is_told(
    display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert capture(display, "screen")["refused"] == ["no_screen"]


@pytest.mark.usefixtures("bus")
def test_only_a_picture_is_deleted(display: str, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(SHOP)
    with portal("done", path):
        told = capture(display, "screen")
    assert (told["taken"], told["refused"]) == ([], ["not_on_screen"])
    assert path.exists()


@pytest.mark.usefixtures("bus")
@pytest.mark.parametrize("way", LEAVES)
def test_the_person_may_stop_waiting(display: str, shot: Path, way: str) -> None:
    with portal("silent", shot) as asked:
        told = capture(display, way)
    assert (told["taken"], told["refused"], told["visible"]) == ([], [], True)
    assert [line.split()[0] for line in asked] == ["Screenshot", "Close"]
