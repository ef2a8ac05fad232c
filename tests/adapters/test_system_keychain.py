"""The keychain of the system, where that is a real Secret Service."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from keyring.backend import KeyringBackend

from tests.contracts.keychains import KeychainContract, trouble_of
from torimodosu.adapters.install_key import install_key
from torimodosu.adapters.system_keychain import SystemKeychain
from torimodosu.recovery.case.secrets import Keychain, KeychainTrouble

if TYPE_CHECKING:
    from tests.secret_service import SecretService


@pytest.mark.usefixtures("secret_service")
class TestSecretService(KeychainContract):
    @pytest.fixture
    def keychain(self, secret_service: "SecretService") -> SystemKeychain:
        del secret_service
        return SystemKeychain()


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
    SystemKeychain().keep("account-2", "hunter")
    secret_service.halt()
    assert all_ways(SystemKeychain(patience=0.2)) == {KeychainTrouble.GONE}
    secret_service.go_on()
    assert SystemKeychain().read("account-2") == "hunter"


def test_who_leaves_waits_for_no_answer(secret_service: "SecretService") -> None:
    keychain = SystemKeychain()
    keychain.keep("account-1", "hunter")
    secret_service.halt()
    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(keychain.read, "account-1") for _ in range(2)]
        keychain.leave()
        assert {trouble_of(one.result) for one in answers} == {KeychainTrouble.GONE}
    assert trouble_of(lambda: keychain.read("account-1")) is KeychainTrouble.GONE


def test_who_never_asked_may_leave_too() -> None:
    keychain = SystemKeychain()
    keychain.leave()
    assert all_ways(keychain) == {KeychainTrouble.GONE}


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


@pytest.mark.usefixtures("plain_text", "silent_bus")
def test_without_a_bus_nothing_is_kept_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert all_ways(SystemKeychain()) == {KeychainTrouble.NONE}


@pytest.mark.usefixtures("plain_text")
def test_plain_text_is_passed_over_for_the_keychain(
    secret_service: "SecretService",
) -> None:
    SystemKeychain().keep("account-1", "hunter")
    assert len(secret_service.labels()) == 1
