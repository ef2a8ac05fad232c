"""A real Secret Service on a bus of its own, for the tests of the keychain."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import secretstorage
from jeepney import MatchRule
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from secretstorage.util import DBusAddressWrapper, format_secret, open_session

SECONDS = 30
# What the person types who signs in.
PASSWORD = b"correct horse"
_NAME = "org.freedesktop.secrets"
_INTERNAL = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
# Nothing is started by being asked for: neither another keychain nor a window that asks
# for a password. So a locked keychain says at once that nobody unlocks it.
_BUS = """<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SecretService:
    """GNOME Keyring with its files in `folder`, at the bus with this `address`."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self._stack = folder, stack
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        self._environment = _without_a_screen(os.environ) | {
            "HOME": str(folder),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_RUNTIME_DIR": str(runtime),
        }
        self.address = self._start_bus()
        self._environment["DBUS_SESSION_BUS_ADDRESS"] = self.address
        self._daemon: subprocess.Popen[bytes] | None = None

    def start(self, password: bytes = PASSWORD) -> None:
        """Start the keychain, unlocked by *password*, and wait until it is there.

        Without one it has no place for secrets yet, and asks for leave to make it.
        """
        with self._until_owned(_NAME):
            self._start_daemon(password)

    def ask_on(self, display: str, prompter: str) -> None:
        """Let it ask the person for its password, on this *display*, by *prompter*."""
        environment = self._environment | {"DISPLAY": display, "LANG": "C"}
        with self._until_owned("org.gnome.keyring.SystemPrompter"):
            process = subprocess.Popen(
                [prompter], env=environment, stderr=subprocess.DEVNULL
            )
            self._stack.callback(_end, process)

    def lock(self) -> None:
        """Lock what it holds."""
        with self._bus() as bus:
            secretstorage.get_default_collection(bus).lock()

    def unlock(self) -> None:
        """Unlock it from outside, as signing in to the computer does."""
        with self._bus() as bus:
            session = open_session(bus)
            password = format_secret(session, PASSWORD, "text/plain")
            collection = secretstorage.get_default_collection(bus).collection_path
            address = DBusAddressWrapper("/org/freedesktop/secrets", _INTERNAL, bus)
            address.call("UnlockWithMasterPassword", "o(oayays)", collection, password)

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self._signal(signal.SIGKILL)
        if self._daemon is not None:
            self._daemon.wait(SECONDS)

    def halt(self) -> None:
        """Let it be there and answer nothing."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """Let it answer again."""
        self._signal(signal.SIGCONT)

    def labels(self) -> list[str]:
        """Return the names that a person sees in it."""
        with self._bus() as bus:
            items = secretstorage.get_default_collection(bus).get_all_items()
            return sorted(item.get_label() for item in items)

    def _signal(self, number: signal.Signals) -> None:
        if self._daemon is not None:
            self._daemon.send_signal(number)

    @contextmanager
    def _until_owned(self, name: str) -> Iterator[None]:
        """Wait at the end until a program has taken *name* on the bus."""
        with self._bus() as bus:
            rule = MatchRule(
                type="signal",
                interface="org.freedesktop.DBus",
                member="NameOwnerChanged",
            )
            rule.add_arg_condition(0, name)
            bus.send_and_get_reply(message_bus.AddMatch(rule))
            with bus.filter(rule) as signals:
                yield
                bus.recv_until_filtered(signals, timeout=SECONDS)

    @contextmanager
    def _bus(self) -> Iterator[DBusConnection]:
        bus = open_dbus_connection(self.address)
        try:
            yield bus
        finally:
            bus.close()

    def _start_bus(self) -> str:
        settings = self.folder / "bus.conf"
        settings.write_text(_BUS.format(folder=self.folder / "run"), "utf-8")
        bus = subprocess.Popen(
            [
                *("dbus-daemon", "--nofork", "--print-address"),
                f"--config-file={settings}",
            ],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(_end, bus)
        assert bus.stdout is not None
        self._stack.callback(bus.stdout.close)
        return bus.stdout.readline().decode().strip()

    def _start_daemon(self, password: bytes) -> None:
        daemon = subprocess.Popen(
            [
                *("gnome-keyring-daemon", "--foreground", "--components=secrets"),
                *(["--unlock"] if password else []),
            ],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._stack.callback(_end, daemon)
        assert daemon.stdin is not None
        with daemon.stdin as pipe:
            pipe.write(password)
        self._daemon = daemon


@contextmanager
def secret_service_in(folder: Path) -> Iterator[SecretService]:
    """Give a Secret Service, to be started, whose files lie in *folder*.

    Needs dbus-daemon and gnome-keyring-daemon, which `installer/dev.py test` installs.
    """
    with ExitStack() as stack:
        yield SecretService(folder, stack)


def _without_a_screen(environment: Mapping[str, str]) -> dict[str, str]:
    away = {"DISPLAY", "WAYLAND_DISPLAY", "GNOME_KEYRING_CONTROL"}
    return {name: value for name, value in environment.items() if name not in away}


def _end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGCONT)
    process.terminate()
    process.wait(SECONDS)
