"""The keychain of the system: a real Secret Service, and what others are like."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from tests.contracts.keychains import KeychainContract
from torimodosu.adapters import keychain as choosing
from torimodosu.adapters.install_key import install_key
from torimodosu.adapters.system_keychain import SystemKeychain
from torimodosu.recovery.case.secrets import (
    Keychain,
    KeychainError,
    KeychainTrouble,
)

if TYPE_CHECKING:
    from tests.secret_service import SecretService

# Its library leaves the connection open where a question fails.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.mark.usefixtures("secret_service")
class TestSecretService(KeychainContract):
    @pytest.fixture
    def keychain(self, secret_service: "SecretService") -> SystemKeychain:
        del secret_service
        return SystemKeychain()


def trouble_of(work: Callable[[], object]) -> KeychainTrouble:
    with pytest.raises(KeychainError) as caught:
        work()
    assert "hunter" not in str(caught.value)
    return caught.value.trouble


def all_ways(keychain: Keychain) -> set[KeychainTrouble]:
    """Return how keeping, reading and forgetting fail."""
    return {
        trouble_of(lambda: keychain.keep("account-1", "hunter")),
        trouble_of(lambda: keychain.read("account-1")),
        trouble_of(lambda: keychain.forget("account-1")),
    }


def test_the_person_sees_whose_entry_it_is(secret_service: "SecretService") -> None:
    SystemKeychain().keep("account-1", "hunter")
    assert secret_service.labels() == ["Password for 'account-1' on 'torimodosu'"]


def test_one_that_is_locked_says_so_until_it_is_unlocked(
    secret_service: "SecretService",
) -> None:
    keychain = SystemKeychain()
    keychain.keep("account-1", "hunter")
    secret_service.lock()
    assert all_ways(keychain) == {KeychainTrouble.LOCKED}
    secret_service.unlock()
    assert keychain.read("account-1") == "hunter"


def test_one_that_is_killed_is_gone_and_is_found_again(
    secret_service: "SecretService",
) -> None:
    keychain = SystemKeychain()
    keychain.keep("account-1", "hunter")
    secret_service.kill()
    assert all_ways(keychain) == {KeychainTrouble.GONE}
    secret_service.start()
    assert keychain.read("account-1") == "hunter"


def test_one_that_ends_in_the_middle_of_an_answer_is_gone(
    secret_service: "SecretService",
) -> None:
    keychain = SystemKeychain()
    keychain.keep("account-1", "hunter")
    secret_service.halt()
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(keychain.read, "account-1")
        secret_service.kill()
        assert trouble_of(answer.result) is KeychainTrouble.GONE


def test_one_that_does_not_answer_holds_nothing_up(
    secret_service: "SecretService",
) -> None:
    SystemKeychain().keep("account-1", "hunter")
    secret_service.halt()
    assert all_ways(SystemKeychain(patience=0.2)) == {KeychainTrouble.GONE}
    secret_service.go_on()
    assert SystemKeychain().read("account-1") is not None


def test_who_leaves_waits_for_no_answer(secret_service: "SecretService") -> None:
    keychain = SystemKeychain()
    keychain.keep("account-1", "hunter")
    secret_service.halt()
    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(keychain.read, "account-1") for _ in range(2)]
        keychain.leave()
        assert {trouble_of(one.result) for one in answers} == {KeychainTrouble.GONE}
    assert trouble_of(lambda: keychain.read("account-1")) is KeychainTrouble.GONE


def test_where_no_place_for_secrets_is_allowed_it_is_refused(
    silent_bus: "SecretService",
) -> None:
    silent_bus.start(password=b"")
    assert all_ways(SystemKeychain()) == {KeychainTrouble.REFUSED}


def test_many_threads_may_ask_at_once(secret_service: "SecretService") -> None:
    del secret_service
    keychain = SystemKeychain()
    names = [f"account-{number}" for number in range(8)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(keychain.keep, names, names))
        assert list(pool.map(keychain.read, names)) == names


def test_the_key_of_the_installation_is_made_once(
    secret_service: "SecretService",
) -> None:
    key = install_key(SystemKeychain())
    assert len(key) == 32
    assert install_key(SystemKeychain()) == key
    assert secret_service.labels() == ["Password for 'install-key' on 'torimodosu'"]


class _PlainText(KeyringBackend):
    """What `keyrings.alt` brings: it would take everything, into an open file."""

    priority = 9

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError(service, username)

    def set_password(self, service: str, username: str, password: str) -> None:
        raise AssertionError(service, username, password)


@pytest.fixture
def plain_text(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Bring a backend that writes plain text, and prefer it in every way there is."""
    name = f"{_PlainText.__module__}.{_PlainText.__qualname__}"
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    yield
    KeyringBackend._classes.discard(_PlainText)  # noqa: SLF001 -- no other way back


@pytest.mark.usefixtures("plain_text", "silent_bus")
def test_without_a_keychain_nothing_is_kept_even_if_plain_text_offers_itself() -> None:
    assert all_ways(SystemKeychain()) == {KeychainTrouble.NONE}


@pytest.mark.usefixtures("plain_text")
def test_without_a_bus_nothing_is_kept_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert all_ways(SystemKeychain()) == {KeychainTrouble.NONE}


@pytest.mark.usefixtures("plain_text")
def test_plain_text_is_passed_over_for_the_keychain(
    secret_service: "SecretService",
) -> None:
    SystemKeychain().keep("account-1", "hunter")
    assert len(secret_service.labels()) == 1


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

    monkeypatch.setattr(choosing, "TRUSTED", [Memory])
    return Memory


def test_windows_gets_entries_of_their_own_and_no_more_than_it_takes(
    memory: type[_Memory],
) -> None:
    memory.__module__ = "keyring.backends.Windows"
    keychain = SystemKeychain()
    keychain.keep("account-1", "x" * 1280)
    keychain.keep("account-2", "y")
    assert list(memory.kept) == [
        ("torimodosu account-1", "account-1"),
        ("torimodosu account-2", "account-2"),
    ]
    too_long = [lambda: keychain.keep("account-2", "x" * 1281)]
    too_long += [lambda: keychain.keep("account-2", "𠮷" * 641)]
    assert {trouble_of(one) for one in too_long} == {KeychainTrouble.TOO_LARGE}
    assert keychain.read("account-2") == "y"


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
