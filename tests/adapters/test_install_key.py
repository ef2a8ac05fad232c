import pytest

from tests.fakes.keychain import FakeKeychain
from torimodosu.adapters.install_key import install_key
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble


def test_it_has_32_bytes_and_stays_the_same() -> None:
    keychain = FakeKeychain()
    key = install_key(keychain)
    assert len(key) == 32
    assert keychain.secrets == {"install-key": key.hex()}
    assert install_key(keychain) == key


def test_every_installation_has_its_own() -> None:
    assert install_key(FakeKeychain()) != install_key(FakeKeychain())


@pytest.mark.parametrize("kept", ["", "hello", "ab" * 31, "AB" * 32, "ab" * 33])
def test_what_is_no_key_is_replaced(kept: str) -> None:
    keychain = FakeKeychain()
    keychain.secrets["install-key"] = kept
    assert keychain.secrets == {"install-key": install_key(keychain).hex()}


class _TakenByAnother(FakeKeychain):
    """Another program makes a key at the same time, a moment later."""

    def keep(self, name: str, secret: str) -> None:
        super().keep(name, secret)
        self.secrets[name] = "0f" * 32


def test_of_two_that_are_made_at_once_the_last_counts_for_both() -> None:
    assert install_key(_TakenByAnother()) == bytes.fromhex("0f" * 32)


class _Forgetful(FakeKeychain):
    def keep(self, name: str, secret: str) -> None:
        del name, secret


def test_a_keychain_that_does_not_keep_it_gives_no_key() -> None:
    with pytest.raises(KeychainError, match="lost"):
        install_key(_Forgetful())


def test_a_locked_keychain_gives_no_key() -> None:
    keychain = FakeKeychain()
    keychain.trouble = KeychainTrouble.LOCKED
    with pytest.raises(KeychainError, match="locked"):
        install_key(keychain)
