"""What the desktop says about a screen that is locked, on a real bus."""

import subprocess
import sys

import pytest

# Says on the bus what desktops say, and tells what was heard of it.
SAYING = """
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from torimodosu.window.codes.session_watch import SessionWatch

app = QCoreApplication([])
watch = SessionWatch()
watch.locked.connect(lambda: print("locked"))
bus = QDBusConnection.sessionBus()
assert bus.isConnected()

def say(interface, name, *values):
    message = QDBusMessage.createSignal("/anywhere", interface, name)
    message.setArguments(list(values))
    assert bus.send(message)

say("org.gnome.ScreenSaver", "ActiveChanged", False)
say("org.gnome.ScreenSaver", "WakeUpScreen")
say("org.freedesktop.ScreenSaver", "ActiveChanged", True)
say("org.gnome.ScreenSaver", "ActiveChanged", True)
# What a bus delivers keeps its order: once its own name is heard, all before was.
bus.interface().serviceUnregistered.connect(app.quit)
bus.registerService("example.torimodosu.End")
bus.unregisterService("example.torimodosu.End")
QTimer.singleShot(100_000, app.quit)
app.exec()
"""
WITHOUT_A_BUS = """
from PySide6.QtCore import QCoreApplication
from torimodosu.window.codes.session_watch import SessionWatch

app = QCoreApplication([])
watch = SessionWatch()
watch.locked.connect(lambda: print("locked"))
watch.note_change(True)
watch.note_change(False)
watch.note_lock()
"""

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is of Linux")


def run(*command: str) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout


@on_linux
def test_a_locked_screen_is_heard_whichever_desktop_it_is() -> None:
    said = run("dbus-run-session", "--", sys.executable, "-c", SAYING)
    assert said == "locked\nlocked\n"


@on_linux
def test_where_there_is_no_bus_nothing_is_heard_and_nothing_breaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert run(sys.executable, "-c", WITHOUT_A_BUS) == "locked\nlocked\n"
