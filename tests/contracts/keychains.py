from collections.abc import Callable

import pytest

from torimodosu.recovery.case.secrets import (
    Keychain,
    KeychainError,
    KeychainTrouble,
)


def trouble_of(work: Callable[[], object]) -> KeychainTrouble:
    """Return how *work* fails; its words must not hold the secret "hunter"."""
    with pytest.raises(KeychainError) as caught:
        work()
    assert "hunter" not in str(caught.value)
    return caught.value.trouble


class KeychainContract:
    """What every keychain must do; each subclass brings its own."""

    @pytest.fixture
    def keychain(self) -> Keychain:
        raise NotImplementedError

    def test_holds_nothing_at_first(self, keychain: Keychain) -> None:
        assert keychain.read("account-1") is None

    @pytest.mark.parametrize(
        "secret",
        ["JBSWY3DPEHPK3PXP", "秘密 の 鍵", "a\nb\tc'\"\\\0d", " ", "x" * 1280],
    )
    def test_gives_back_what_it_was_given(
        self, keychain: Keychain, secret: str
    ) -> None:
        keychain.keep("account-1", secret)
        assert keychain.read("account-1") == secret

    def test_keeps_each_name_apart(self, keychain: Keychain) -> None:
        keychain.keep("account-1", "one")
        keychain.keep("account-11", "eleven")
        assert keychain.read("account-1") == "one"
        assert keychain.read("account-11") == "eleven"
        assert keychain.read("account-") is None

    def test_a_second_secret_takes_the_place_of_the_first(
        self, keychain: Keychain
    ) -> None:
        keychain.keep("account-1", "old")
        keychain.keep("account-1", "new")
        assert keychain.read("account-1") == "new"
        keychain.forget("account-1")
        assert keychain.read("account-1") is None

    def test_what_is_forgotten_is_gone_and_the_rest_stays(
        self, keychain: Keychain
    ) -> None:
        keychain.keep("account-1", "one")
        keychain.keep("account-2", "two")
        keychain.forget("account-1")
        keychain.forget("account-1")
        assert keychain.read("account-1") is None
        assert keychain.read("account-2") == "two"
