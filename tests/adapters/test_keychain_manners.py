"""What the keychains of the systems are like, of which this machine has but one."""

import sys

import pytest
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from tests.contracts.keychains import trouble_of
from torimodosu.adapters import keychain
from torimodosu.adapters.system_keychain import SystemKeychain
from torimodosu.recovery.case.secrets import KeychainTrouble


class _Memory:
    """A backend in memory, with the manners that a test gives it."""

    viable, priority = True, 5
    kept: dict[tuple[str, str], list[str]]
    error: Exception | None

    def get_password(self, service: str, username: str) -> str | None:
        if self.error is not None:
            raise self.error
        there = self.kept.get((service, username))
        return there[-1] if there else None

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept.setdefault((service, username), []).append(password)

    def delete_password(self, service: str, username: str) -> None:
        self.kept[service, username].pop()


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> type[_Memory]:
    class Memory(_Memory):
        kept: dict[tuple[str, str], list[str]] = {}  # noqa: RUF012 -- of this test
        error = None

    monkeypatch.setattr(keychain, "TRUSTED", [Memory])
    return Memory


def test_windows_gets_entries_of_their_own_and_no_more_than_it_takes(
    memory: type[_Memory],
) -> None:
    memory.__module__ = "keyring.backends.Windows"
    asked = SystemKeychain()
    asked.keep("account-1", "x" * 1280)
    asked.keep("account-2", "y")
    assert list(memory.kept) == [
        ("torimodosu account-1", "account-1"),
        ("torimodosu account-2", "account-2"),
    ]
    too_long = [lambda: asked.keep("account-2", "x" * 1281)]
    too_long += [lambda: asked.keep("account-2", "𠮷" * 641)]
    assert {trouble_of(one) for one in too_long} == {KeychainTrouble.TOO_LARGE}
    assert asked.read("account-2") == "y"


def test_windows_keeps_them_on_this_computer(
    memory: type[_Memory], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.__module__ = "keyring.backends.Windows"
    seen: list[object] = []
    look = lambda backend, *_: seen.append(backend.persist)  # noqa: E731
    monkeypatch.setattr(memory, "get_password", look)
    SystemKeychain().read("account-1")
    assert seen == ["local machine"]


def test_copies_that_others_made_are_forgotten_too(memory: type[_Memory]) -> None:
    memory.kept["torimodosu", "account-1"] = ["old", "new"]
    SystemKeychain().forget("account-1")
    assert memory.kept == {("torimodosu", "account-1"): []}


def test_what_cannot_be_forgotten_is_told(
    memory: type[_Memory], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.kept["torimodosu", "account-1"] = ["x"]
    monkeypatch.setattr(memory, "delete_password", lambda *_: None)
    work = lambda: SystemKeychain().forget("account-1")  # noqa: E731
    assert trouble_of(work) is KeychainTrouble.FAILED


def test_what_is_not_there_afterwards_was_not_kept(
    memory: type[_Memory], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "set_password", lambda *_: None)
    work = lambda: SystemKeychain().keep("account-1", "hunter")  # noqa: E731
    assert trouble_of(work) is KeychainTrouble.FAILED


def test_libraries_that_cannot_be_loaded_are_no_reason_to_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "torimodosu.adapters.keychain", None)
    work = lambda: SystemKeychain().read("account-1")  # noqa: E731
    assert trouble_of(work) is KeychainTrouble.FAILED


class _WindowsError(Exception):
    def __init__(self, winerror: int) -> None:
        super().__init__("hunter")
        self.winerror = winerror


class _DBusError(Exception):
    """An error of jeepney; that of dbus-python tells its name by a method."""

    def __init__(self, name: str) -> None:
        super().__init__("hunter")
        self.name = name


class _OldDBusError(Exception):
    def get_dbus_name(self) -> str:
        return "org.freedesktop.DBus.Error.NoReply"


class PromptDismissedException(Exception):  # noqa: N818 -- the name counts
    """As secretstorage has it."""


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


LOCKED = "org.freedesktop.Secret.Error.IsLocked"


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (KeyringLocked("hunter"), KeychainTrouble.LOCKED),
        (PasswordSetError("hunter"), KeychainTrouble.FAILED),
        (ValueError("hunter"), KeychainTrouble.FAILED),
        (ConnectionResetError("hunter"), KeychainTrouble.GONE),
        (EOFError("hunter"), KeychainTrouble.GONE),
        (_DBusError(LOCKED), KeychainTrouble.LOCKED),
        (_DBusError("com.example.Error"), KeychainTrouble.FAILED),
        (_OldDBusError("hunter"), KeychainTrouble.GONE),
        (_WindowsError(1312), KeychainTrouble.REFUSED),
        (_WindowsError(1783), KeychainTrouble.TOO_LARGE),
        (_WindowsError(5), KeychainTrouble.FAILED),
        (caused(InitError("x"), _OldDBusError("x")), KeychainTrouble.GONE),
        (
            caused(InitError("x"), PromptDismissedException("x")),
            KeychainTrouble.REFUSED,
        ),
    ],
)
def test_every_error_of_a_library_is_told_without_its_words(
    memory: type[_Memory], error: Exception, trouble: KeychainTrouble
) -> None:
    memory.error = error
    assert trouble_of(lambda: SystemKeychain().read("account-1")) is trouble
