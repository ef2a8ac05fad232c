"""What a screen reader is told, asked for on the bus that it listens on."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import pytest

from tests.window.scene import practice_store
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.place import View

if sys.platform != "linux":
    pytest.skip("AT-SPI is the bus of Linux", allow_module_level=True)

from jeepney import (
    DBusAddress,
    Message,
    MessageType,
    Properties,
    new_method_call,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.private_bus import PrivateBus

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
SHOWING, FOCUSABLE = 25, 11
# AtspiRole of at-spi2-core: what a person presses, types into, or reads as a whole.
CONTROLS = {7, 11, 31, 40, 42, 43, 44, 51, 52, 55, 61, 62, 79, 88}
WHOLES = {11, 31, 55}  # a list or a table is one control here, whatever is in it

# Shows the page that each line names.
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication
from tests.window.scene import SaturdayEvening, ports_on
from torimodosu.adapters.store import Store
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.appearance import Appearance, Language
from torimodosu.window.frame import Frame
from torimodosu.window.jobs import JobRunner
from torimodosu.window.place import View

app = QApplication(["torimodosu"])
store, jobs = Store.at(Path(sys.argv[1])), JobRunner()
appearance = Appearance(app, store)
appearance.choose_language(Language.ENGLISH)
frame = Frame(
    ports=ports_on(store, jobs=jobs, clock=SaturdayEvening()), appearance=appearance
)
places = {place.value: place for place in (*View, *Step)}

def go():
    name = sys.stdin.readline().strip()
    if name:
        frame.navigation.go_to(places[name])
        app.processEvents()
        print(frame.navigation.page.name, flush=True)
    else:
        jobs.shut_down()
        app.quit()

listening = QSocketNotifier(0, QSocketNotifier.Type.Read)
listening.activated.connect(go)
frame.show()
print("there", flush=True)
app.exec()
"""


class GoneError(Exception):
    """A part that was there a moment ago was made anew."""


class Told:
    """The window as it is told on the bus."""

    def __init__(self, bus: DBusConnection) -> None:
        self._bus = bus
        self._program = ""

    def find(self) -> bool:
        """Look whether the program has told the bus of itself."""
        for name, _ in self._children("org.a11y.atspi.Registry", ROOT):
            self._program = name
        return bool(self._program)

    def unnamed(self) -> tuple[int, list[str]]:
        """Return how many controls can be seen, and those that have no name."""
        while True:
            try:
                seen = list(self._controls())
            except GoneError:
                # What is worked out in the background has arrived: look once more.
                continue
            nameless = [f"{role} at {path}" for path, role, name in seen if not name]
            return len(seen), nameless

    def names(self) -> set[str]:
        """Return the names of the windows."""
        paths = (path for _, path in self._children(self._program, ROOT))
        return {self._name(path) for path in paths}

    def _controls(self) -> Iterator[tuple[str, str, str]]:
        """Yield the path, the role and the name of each control."""
        waiting = [ROOT]
        while waiting:
            path = waiting.pop()
            state = cast(list[int], self._ask(path, "GetState"))[0]
            if path != ROOT and not state >> SHOWING & 1:
                continue
            role = self._ask(path, "GetRole")
            if role in CONTROLS or state >> FOCUSABLE & 1:
                yield path, str(self._ask(path, "GetRoleName")), self._name(path)
            if role not in WHOLES:
                waiting += [child for _, child in self._children(self._program, path)]

    def _children(self, name: str, path: str) -> list[tuple[str, str]]:
        there = DBusAddress(path, name, ACCESSIBLE)
        return cast(
            list[tuple[str, str]], self._reply(new_method_call(there, "GetChildren"))
        )

    def _ask(self, path: str, method: str) -> object:
        there = DBusAddress(path, self._program, ACCESSIBLE)
        return self._reply(new_method_call(there, method))

    def _name(self, path: str) -> str:
        there = DBusAddress(path, self._program, ACCESSIBLE)
        _, name = cast(tuple[str, str], self._reply(Properties(there).get("Name")))
        return name

    def _reply(self, question: Message) -> object:
        reply = self._bus.send_and_get_reply(question)
        if reply.header.message_type is MessageType.error:
            raise GoneError
        return reply.body[0]


class Shown:
    """The program on a desktop with a screen reader's bus."""

    def __init__(self, process: subprocess.Popen[str], told: Told) -> None:
        self._process, self.told = process, told

    def go_to(self, place: str) -> str:
        """Show the page of *place* and return its title."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{place}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()


@pytest.fixture(scope="module")
def shown(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    if not LAUNCHER.exists():
        pytest.skip("the bus of screen readers needs at-spi2-core")
    store = practice_store(tmp_path_factory.mktemp("data"))
    with ExitStack() as stack:
        bus = PrivateBus(tmp_path_factory.mktemp("bus"), stack)
        with bus.until_owned("org.a11y.Bus"):
            bus.run([str(LAUNCHER)], display=display)
        there = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        with bus.connected() as session:
            reply = session.send_and_get_reply(new_method_call(there, "GetAddress"))
        readers = stack.enter_context(open_dbus_connection(reply.body[0]))
        # It is not the launcher's to end.
        asked = message_bus.GetConnectionUnixProcessID("org.freedesktop.DBus")
        (daemon,) = readers.send_and_get_reply(asked).body
        stack.callback(os.kill, daemon, signal.SIGTERM)
        process = stack.enter_context(_program(bus, store.path, display))
        stack.callback(_end, process)
        assert process.stdout is not None
        assert process.stdout.readline() == "there\n"
        shown = Shown(process, Told(readers))
        while not shown.told.find():
            # It does so by and by; each page that it shows takes it a moment further.
            shown.go_to(View.OVERVIEW.value)
        yield shown


def _program(bus: PrivateBus, store: Path, display: str) -> "subprocess.Popen[str]":
    environment = bus.environment | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(store)],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _end(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.close()


def test_a_screen_reader_hears_of_the_window(shown: Shown) -> None:
    shown.go_to(View.OVERVIEW.value)
    assert shown.told.names() == {"Torimodosu – practice incident"}


@pytest.mark.parametrize("place", [place.value for place in (*View, *Step)])
def test_every_control_of_a_page_has_a_name(shown: Shown, place: str) -> None:
    assert shown.go_to(place)
    controls, unnamed = shown.told.unnamed()
    assert unnamed == []
    assert controls > len(Phase)
