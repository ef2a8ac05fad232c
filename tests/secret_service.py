"""Real Secret Services on a bus of their own, for the tests of the keychain."""

import base64
import signal
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import secretstorage
from jeepney import MatchRule
from secretstorage.util import DBusAddressWrapper, format_secret, open_session

from tests.private_bus import SECONDS, PrivateBus

# What the person types who signs in.
PASSWORD = b"correct horse"
_NAME = "org.freedesktop.secrets"
_PATH = "/org/freedesktop/secrets"
_INTERNAL = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
_PROMPTER = "org.gnome.keyring.SystemPrompter"


class SecretService:
    """GNOME Keyring, on a bus of its own."""

    def __init__(self, bus: PrivateBus) -> None:
        self._bus = bus
        self._daemon: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Return the address of the bus."""
        return self._bus.address

    @property
    def folder(self) -> Path:
        """Return where its files lie."""
        return self._bus.folder

    def start(self, password: bytes = PASSWORD) -> None:
        """Start it, unlocked by *password*, and wait until it is there.

        Without one it has no place for secrets yet, and asks for leave to make it.
        """
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets"]
        with self._bus.until_owned(_NAME):
            self._daemon = self._bus.run(
                [*command, *(["--unlock"] if password else [])], typed=password
            )

    def ask_on(self, display: str, prompter: str) -> None:
        """Let it ask the person for its password, on this *display*, by *prompter*."""
        with self._bus.until_owned(_PROMPTER):
            self._bus.run([prompter], display=display)

    def lock(self) -> None:
        """Lock what it holds."""
        with self._bus.connected() as bus:
            secretstorage.get_default_collection(bus).lock()

    def unlock(self) -> None:
        """Unlock it from outside, as signing in to the computer does."""
        with self._bus.connected() as bus:
            session = open_session(bus)
            password = format_secret(session, PASSWORD, "text/plain")
            collection = secretstorage.get_default_collection(bus).collection_path
            address = DBusAddressWrapper(_PATH, _INTERNAL, bus)
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
        return labels_on(self._bus)

    def _signal(self, number: signal.Signals) -> None:
        if self._daemon is not None:
            self._daemon.send_signal(number)


def labels_on(private: PrivateBus) -> list[str]:
    """Return the names that a person sees in the keychain on a bus."""
    with private.connected() as bus:
        items = secretstorage.get_default_collection(bus).get_all_items()
        return sorted(item.get_label() for item in items)


@contextmanager
def secret_service_in(folder: Path) -> Iterator[SecretService]:
    """Give a GNOME Keyring, to be started, whose files lie in *folder*.

    Needs gnome-keyring-daemon, which `installer/dev.py test` installs.
    """
    with ExitStack() as stack:
        yield SecretService(PrivateBus(folder, stack))


# KeePassXC as it is when its user has switched the service on and shows it a group, and
# does not want to be asked each time.
_KEEPASSXC = """[General]
ConfigVersion=2
UpdateCheckMessageShown=true
[FdoSecrets]
Enabled=true
ConfirmAccessItem=false
ConfirmDeleteItem=false
ShowNotification=false
[GUI]
CheckForUpdates=false
"""
_DATABASE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<KeePassFile>
  <Meta>
    <DatabaseName>Test</DatabaseName>
    <RecycleBinEnabled>False</RecycleBinEnabled>
    <CustomData><Item>
      <Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>{{{group}}}</Value>
    </Item></CustomData>
  </Meta>
  <Root><Group><UUID>{encoded}</UUID><Name>Root</Name></Group></Root>
</KeePassFile>
"""


@contextmanager
def keepassxc_in(folder: Path, display: str) -> Iterator[PrivateBus]:
    """Give a bus whose keychain is KeePassXC, with an open database."""
    database, settings = folder / "test.kdbx", folder / "keepassxc.ini"
    settings.write_text(_KEEPASSXC, "utf-8")
    with ExitStack() as stack:
        bus = PrivateBus(folder, stack)
        _make_database(bus, database)
        told = MatchRule(type="signal", interface="org.freedesktop.Secret.Service")
        options = [f"--config={settings}", f"--localconfig={folder / 'local.ini'}"]
        command = ["keepassxc", *options, "--pw-stdin", str(database)]
        with bus.until(told, partial(_is_unlocked, bus)):
            bus.run(command, typed=PASSWORD + b"\n", display=display)
        yield bus


def _is_unlocked(private: PrivateBus) -> bool:
    with private.connected() as bus:
        try:
            collection = secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.ItemNotFoundException:
            return False
        return not collection.is_locked()


def _make_database(bus: PrivateBus, path: Path) -> None:
    group = uuid.uuid4()
    encoded = base64.b64encode(group.bytes).decode()
    source = path.with_suffix(".xml")
    source.write_text(_DATABASE.format(group=group, encoded=encoded), "utf-8")
    command = ["keepassxc-cli", "import", "--set-password", str(source), str(path)]
    subprocess.run(
        command,
        input=PASSWORD + b"\n" + PASSWORD + b"\n",
        env=bus.environment,
        check=True,
        capture_output=True,
        timeout=SECONDS,
    )
