"""A secret in the clipboard of a real desktop, as another program sees it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the display is of X11")

# Copies what it is told to, stops when it is told to, and hears that somebody else has
# copied something.
COPYING = """
import sys
from PySide6.QtCore import QEventLoop, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
from torimodosu.window.clipboard import SecretClipboard

app = QApplication([])
window = QWidget()
window.show()
clipboard = SecretClipboard()

def obey():
    match sys.stdin.readline().split():
        case ["copy", text]:
            clipboard.copy(text)
        case ["hear"]:
            while app.clipboard().ownsClipboard():
                app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        case ["stop"]:
            clipboard.stop()
    app.processEvents()
    print("done", flush=True)

notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(obey)
print("ready", flush=True)
app.exec()
"""
LOOKING = """
from PySide6.QtWidgets import QApplication

app = QApplication([])
data = app.clipboard().mimeData()
print(data.text())
print(bytes(data.data("x-kde-passwordManagerHint").data()).decode())
"""
COPYING_SOMETHING_ELSE = """
from PySide6.QtWidgets import QApplication

app = QApplication([])
app.clipboard().setText("a shopping list")
app.processEvents()
print("ready", flush=True)
app.clipboard().dataChanged.connect(app.quit)
app.exec()
"""

Tell = Callable[[str], None]


@pytest.fixture(autouse=True)
def _on_the_desktop(display: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")


@contextmanager
def program(script: str) -> Iterator[subprocess.Popen[str]]:
    """Run *script* until the end, from when it is ready."""
    running = subprocess.Popen(
        [sys.executable, "-c", script],
        env=os.environ.copy(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        yield running
        running.kill()


@pytest.fixture
def tell() -> Iterator[Tell]:
    """Yield what gives an order to the program that copies."""
    with program(COPYING) as copying:

        def give(order: str) -> None:
            assert copying.stdin is not None
            assert copying.stdout is not None
            copying.stdin.write(f"{order}\n")
            copying.stdin.flush()
            assert copying.stdout.readline() == "done\n"

        yield give


def seen() -> list[str]:
    """Return the words in the clipboard, and the mark beside them."""
    done = subprocess.run(
        [sys.executable, "-c", LOOKING],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.splitlines()


def test_another_program_gets_the_copy_with_its_mark_and_then_nothing(
    tell: Tell,
) -> None:
    tell("copy 287082")
    copied = seen()
    tell("stop")
    assert (copied, seen()) == (["287082", "secret"], ["", ""])


def test_what_another_program_has_copied_meanwhile_is_left_there(tell: Tell) -> None:
    tell("copy 287082")
    with program(COPYING_SOMETHING_ELSE):
        tell("hear")
        tell("stop")
        assert seen() == ["a shopping list", ""]
