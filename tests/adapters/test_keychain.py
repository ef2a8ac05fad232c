import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, Windows, kwallet, libsecret, macOS

from torimodosu.adapters import keychain
from torimodosu.adapters.keychain import TRUSTED, Keychains, find_keychains


@pytest.mark.parametrize(
    "backend",
    [
        SecretService.Keyring,
        Windows.WinVaultKeyring,
        kwallet.DBusKeyring,
        kwallet.DBusKeyringKWallet4,
        libsecret.Keyring,
        macOS.Keyring,
    ],
)
def test_every_trusted_name_is_the_name_of_a_backend(
    backend: type[KeyringBackend],
) -> None:
    assert f"{backend.__module__}.{backend.__qualname__}" in TRUSTED


def test_six_backends_are_trusted_and_no_other() -> None:
    assert len(TRUSTED) == 6


class _Backend:
    """A backend as far as finding goes."""

    def __init__(self, name: str, priority: float) -> None:
        module, _, qualname = name.rpartition(".")
        kind = type(qualname, (), {"__module__": module, "priority": priority})
        self.priority = priority
        self.__class__ = kind


SECRET_SERVICE = "keyring.backends.SecretService.Keyring"  # noqa: S105 -- a name
KWALLET = "keyring.backends.kwallet.DBusKeyring"
PLAIN_TEXT = "keyrings.alt.file.PlaintextKeyring"
FAIL = "keyring.backends.fail.Keyring"


@pytest.mark.parametrize(
    ("there", "trusted", "passed_over"),
    [
        ([], "", ()),
        ([(FAIL, 0)], "", ()),
        ([(PLAIN_TEXT, 9), (FAIL, 0)], "", (PLAIN_TEXT,)),
        ([(PLAIN_TEXT, 9), (SECRET_SERVICE, 5)], SECRET_SERVICE, (PLAIN_TEXT,)),
        ([(KWALLET, 4.9), (SECRET_SERVICE, 5)], SECRET_SERVICE, ()),
        ([(SECRET_SERVICE, 0), (KWALLET, 4.9)], KWALLET, ()),
    ],
)
def test_only_a_keychain_of_the_system_is_used(
    monkeypatch: pytest.MonkeyPatch,
    there: list[tuple[str, float]],
    trusted: str,
    passed_over: tuple[str, ...],
) -> None:
    backends = [_Backend(name, priority) for name, priority in there]
    monkeypatch.setattr(keychain, "get_all_keyring", lambda: backends)
    assert find_keychains() == Keychains(trusted=trusted, passed_over=passed_over)


def test_this_computer_can_be_asked() -> None:
    assert find_keychains().trusted in {*TRUSTED, ""}
