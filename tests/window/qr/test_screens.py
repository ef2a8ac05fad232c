"""QR codes on real screens, which another program shows."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.display import virtual_display
from tests.window.qr import on_screen, shop_window
from tests.window.qr.codes import PAGE, SHOP

ROOT = Path(__file__).parents[3]
FAR = (620, 20)  # where the page of the shop lies
BESIDE, OVER = (10, 500), (600, 10)

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="the display is one of X11"
)


@pytest.fixture(autouse=True)
def _no_wayland(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)


def environment(display: str, scale: str = "1") -> dict[str, str]:
    ours = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": scale}
    ours |= {"PYTHONPATH": f"{ROOT}:{ROOT / 'desktop'}"}
    return os.environ | ours


@contextmanager
def shop(display: str, text: str = SHOP) -> Iterator[None]:
    """Show the QR code of *text* on *display*."""
    process = subprocess.Popen(
        [sys.executable, "-m", shop_window.__name__, *map(str, FAR), text],
        env=environment(display),
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "shown\n"
        yield
        process.terminate()


def capture(
    display: str, way: str, place: tuple[int, int] = BESIDE, *, scale: str = "1"
) -> dict[str, object]:
    """Return what came of a capture, with our window at *place*."""
    done = subprocess.run(
        [sys.executable, "-m", on_screen.__name__, way, *map(str, place)],
        env=environment(display, scale),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told = json.loads(done.stdout)
    assert isinstance(told, dict)
    return told


def test_a_code_in_plain_sight_is_read_and_nothing_moves(display: str) -> None:
    with shop(display):
        told = capture(display, "screen")
    assert (told["taken"], told["hidden"], told["moved"]) == (["Amazon"], 0, False)


def test_our_window_steps_aside_for_a_code_behind_it(display: str) -> None:
    with shop(display):
        told = capture(display, "screen", OVER)
    assert (told["taken"], told["hidden"]) == (["Amazon"], 1)
    assert (told["visible"], told["moved"]) == (True, False)


def test_a_web_address_is_told(display: str) -> None:
    with shop(display, PAGE):
        told = capture(display, "screen")
    assert (told["taken"], told["refused"]) == ([], ["other_qr_code"])


def test_a_screen_without_a_code_says_so(display: str) -> None:
    told = capture(display, "screen")
    assert (told["taken"], told["refused"]) == ([], ["not_on_screen"])


def test_a_black_screen_says_so() -> None:
    with virtual_display("openbox") as bare:
        told = capture(bare, "screen")
    assert told["refused"] == ["black_screen"]


@pytest.mark.parametrize("way", ["mouse", "keys"])
@pytest.mark.parametrize("scale", ["1", "2"])
def test_a_part_of_the_screen_is_chosen(display: str, way: str, scale: str) -> None:
    with shop(display):
        told = capture(display, way, OVER, scale=scale)
    assert (told["taken"], told["visible"]) == (["Amazon"], True)


@pytest.mark.parametrize("way", ["escape", "slip"])
def test_the_person_may_leave(display: str, way: str) -> None:
    with shop(display):
        told = capture(display, way)
    assert (told["taken"], told["refused"], told["visible"]) == ([], [], True)


def test_a_frame_beside_the_code_says_so(display: str) -> None:
    told = capture(display, "mouse")
    assert told["refused"] == ["not_in_region"]
