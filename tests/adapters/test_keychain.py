from collections.abc import Callable
from typing import cast

import pytest
from keyring.backend import KeyringBackend
from keyring.compat.properties import classproperty

from torimodosu.adapters import keychain
from torimodosu.adapters.keychain import (
    TRUSTED,
    Keychains,
    find_keychains,
    name_of,
    trusted_backend,
)


def test_what_is_trusted_is_of_the_system_and_no_other() -> None:
    assert {name_of(kind) for kind in TRUSTED} == {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.macOS.Keyring",
    }


def asked(answer: Callable[[object], float]) -> object:
    """Return a priority that is worked out whenever it is asked for."""
    return classproperty(answer)  # type: ignore[no-untyped-call]


def backend(name: str, priority: object) -> type[KeyringBackend]:
    """Return a backend as far as finding goes.

    A real one would be registered, and found by every later test.
    """
    module, _, qualname = name.rpartition(".")
    known = {"priority": priority, "__module__": module}
    return cast("type[KeyringBackend]", type(qualname, (), known))


SECRET_SERVICE = "keyring.backends.SecretService.Keyring"  # noqa: S105 -- a name
KWALLET = "keyring.backends.kwallet.DBusKeyring"
FAIL = "keyring.backends.fail.Keyring"
PLAIN_TEXT = "keyrings.alt.file.PlaintextKeyring"


@pytest.mark.parametrize(
    ("there", "trusted"),
    [
        ([], ""),
        ([(SECRET_SERVICE, 5)], SECRET_SERVICE),
        ([(KWALLET, 4.9), (SECRET_SERVICE, 5)], SECRET_SERVICE),
        ([(KWALLET, 5.1), (SECRET_SERVICE, 5)], KWALLET),
    ],
)
@pytest.mark.parametrize("passed_over", [(), (PLAIN_TEXT,)])
def test_only_a_keychain_of_the_system_is_used(
    monkeypatch: pytest.MonkeyPatch,
    there: list[tuple[str, float]],
    trusted: str,
    passed_over: tuple[str, ...],
) -> None:
    kinds = [backend(name, priority) for name, priority in there]
    others = [backend(name, 9)() for name in passed_over]
    monkeypatch.setattr(keychain, "TRUSTED", kinds)
    monkeypatch.setattr(
        keychain,
        "get_all_keyring",
        lambda: [backend(FAIL, 0)(), *others, *(kind() for kind in kinds)],
    )
    assert find_keychains() == Keychains(trusted=trusted, passed_over=passed_over)


def test_one_that_does_not_work_here_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def not_here(_kind: object) -> float:
        raise RuntimeError

    absent = backend(SECRET_SERVICE, asked(not_here))
    monkeypatch.setattr(keychain, "TRUSTED", [absent])
    assert trusted_backend() is None
    there = backend(KWALLET, 4.9)
    monkeypatch.setattr(keychain, "TRUSTED", [absent, there])
    assert trusted_backend() is there


def test_one_that_leaves_while_it_is_looked_for_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter([5.0])

    def leaves(_kind: object) -> float:
        return next(answers)

    kind = backend(SECRET_SERVICE, asked(leaves))
    monkeypatch.setattr(keychain, "TRUSTED", [kind])
    assert [trusted_backend(), trusted_backend()] == [kind, None]


def test_this_computer_can_be_asked() -> None:
    found = trusted_backend()
    assert found is None or found in TRUSTED
