import pytest

from tests.contracts.keychains import KeychainContract
from tests.fakes.keychain import FakeKeychain
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble


class TestFakeKeychain(KeychainContract):
    @pytest.fixture
    def keychain(self) -> FakeKeychain:
        return FakeKeychain()


def test_one_in_trouble_keeps_and_gives_nothing() -> None:
    keychain = FakeKeychain()
    keychain.keep("a", "x")
    keychain.trouble = KeychainTrouble.LOCKED
    with pytest.raises(KeychainError, match="locked"):
        keychain.read("a")
    with pytest.raises(KeychainError, match="locked"):
        keychain.keep("a", "y")
    with pytest.raises(KeychainError, match="locked"):
        keychain.forget("a")
    keychain.trouble = None
    assert keychain.read("a") == "x"
