"""The small window on a real desktop, with a window manager and a tray."""

import subprocess
import sys
from pathlib import Path

import pytest

# Opens the codes from the tray while the large window has gone there, and closes them.
FROM_THE_TRAY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from torimodosu.bootstrap.window import fill
from torimodosu.window.shell import Shell

app = QApplication([])
shell = Shell(geometry="", theme="")
shell.show()
fill(app, shell, Path(sys.argv[1]))
frame = shell.centralWidget()
app.processEvents()  # the language comes
frame.memory.choose_staying(True)
shell.close()
print("large", shell.isVisible())
actions = [one for one in frame.tray.icon.contextMenu().actions() if one.text()]
open_, next_, codes, pause, leave = actions
codes.trigger()
small = frame.codes.window
print("in front", QTest.qWaitForWindowActive(small, 60_000))
print("ready", app.focusWidget() is small.page.search)

def is_painted():
    picture = small.screen().grabWindow(small.winId())
    columns = range(picture.width())
    return len({picture.toImage().pixelColor(x, 30).name() for x in columns}) > 2

# The screen asks for the picture once it shows the window.
while not is_painted():
    QTest.qWait(20)
print("painted")
app.lastWindowClosed.connect(lambda: print("last window closed"))
QTimer.singleShot(0, small.close)
QTimer.singleShot(0, leave.trigger)
app.exec()
print("left", frame.codes.window is None)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the display is one of X11")
def test_the_tray_opens_it_while_the_large_window_is_hidden(
    display: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    done = subprocess.run(
        [sys.executable, "-c", FROM_THE_TRAY, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    said = "large False\nin front True\nready True\npainted\nleft True\n"
    assert (done.stdout, done.returncode) == (said, 0), done.stderr
