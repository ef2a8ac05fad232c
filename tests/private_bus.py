"""A D-Bus session of its own, for tests of programs that others talk to."""

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from jeepney import MatchRule
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

SECONDS = 120
# Nothing is started by being asked for: neither another keychain nor a window that asks
# for a password. So a locked keychain says at once that nobody unlocks it.
_SETTINGS = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
_AWAY = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "GNOME_KEYRING_CONTROL"}


class PrivateBus:
    """A bus at `address`; what runs on it has its home in `folder`, and no screen."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        """Start it; needs dbus-daemon, which `installer/dev.py test` installs."""
        self.folder, self._stack = folder, stack
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        kept = {name: value for name, value in os.environ.items() if name not in _AWAY}
        self.environment = kept | {
            "HOME": str(folder),
            "LANG": "C",
            "TMPDIR": str(runtime),  # KeePassXC looks there whether it runs already
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_RUNTIME_DIR": str(runtime),
        }
        self.address = self._start(runtime)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.address

    def run(
        self, command: Sequence[str], *, typed: bytes = b"", display: str = ""
    ) -> subprocess.Popen[bytes]:
        """Start *command*, to be ended with the bus, and type something into it."""
        process = subprocess.Popen(
            command,
            env=self.environment | ({"DISPLAY": display} if display else {}),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(_end, process)
        assert process.stdin is not None
        with process.stdin as pipe:
            pipe.write(typed)
        return process

    @contextmanager
    def until_owned(self, name: str) -> Iterator[None]:
        """Wait at the end until a program has taken *name*."""
        rule = MatchRule(
            type="signal",
            interface="org.freedesktop.DBus",
            member="NameOwnerChanged",
        )
        rule.add_arg_condition(0, name)
        with self.until(rule):
            yield

    @contextmanager
    def until(
        self, rule: MatchRule, is_so: Callable[[], bool] = lambda: True
    ) -> Iterator[None]:
        """Wait at the end for signals that *rule* is about, until *is_so*."""
        with self.connected() as bus:
            bus.send_and_get_reply(message_bus.AddMatch(rule))
            with bus.filter(rule) as signals:
                yield
                bus.recv_until_filtered(signals, timeout=SECONDS)
                while not is_so():
                    bus.recv_until_filtered(signals, timeout=SECONDS)

    @contextmanager
    def connected(self) -> Iterator[DBusConnection]:
        """Talk to what is on the bus."""
        bus = open_dbus_connection(self.address)
        try:
            yield bus
        finally:
            bus.close()

    def _start(self, runtime: Path) -> str:
        settings = self.folder / "bus.conf"
        settings.write_text(_SETTINGS.format(folder=runtime), "utf-8")
        bus = subprocess.Popen(
            [
                *("dbus-daemon", "--nofork", "--print-address"),
                f"--config-file={settings}",
            ],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(_end, bus)
        assert bus.stdout is not None
        self._stack.callback(bus.stdout.close)
        return bus.stdout.readline().decode().strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    # Not asked politely: one that is halted, or shows a question, would not leave.
    process.kill()
    process.wait(SECONDS)
