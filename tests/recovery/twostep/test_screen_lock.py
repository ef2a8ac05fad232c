"""The passphrase that hides the codes on the screen."""

from itertools import count

import pytest

from tests.fakes.keychain import FakeKeychain
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble
from torimodosu.recovery.twostep.screen_lock import (
    ENTRY,
    ScreenLock,
    Tried,
    is_long_enough,
)

WORDS = "たぬき の 3つ星"


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def lock(keychain: FakeKeychain) -> ScreenLock:
    numbers = count(1)
    return ScreenLock(keychain, lambda: f"{next(numbers):032x}")


@pytest.mark.parametrize(
    ("typed", "tried"),
    [
        (WORDS, Tried.RIGHT),
        ("たぬき　の　３つ星", Tried.RIGHT),
        ("たぬき の 4つ星", Tried.WRONG),
        ("", Tried.WRONG),
    ],
)
def test_only_the_right_one_opens_it(
    lock: ScreenLock, typed: str, tried: Tried
) -> None:
    lock.close_with(WORDS)
    assert lock.try_passphrase(typed) is tried


def test_what_is_kept_is_argon2id_and_never_the_same_twice(
    lock: ScreenLock, keychain: FakeKeychain
) -> None:
    kept = []
    for _ in range(2):
        lock.close_with(WORDS)
        kept.append(keychain.secrets[ENTRY])
    assert kept[0] != kept[1]
    assert all(one.startswith("$argon2id$v=19$m=65536,t=3,p=4$") for one in kept)
    assert not any("たぬき" in one for one in kept)


def test_a_new_one_takes_the_place_of_the_one_before(lock: ScreenLock) -> None:
    lock.close_with(WORDS)
    lock.close_with("another one")
    tried = lock.try_passphrase(WORDS), lock.try_passphrase("another one")
    assert tried == (Tried.WRONG, Tried.RIGHT)


def test_where_there_is_no_lock_nothing_is_wrong(
    lock: ScreenLock, keychain: FakeKeychain
) -> None:
    before = lock.try_passphrase(WORDS)
    lock.close_with(WORDS)
    lock.remove()
    removed = lock.try_passphrase(WORDS)
    keychain.secrets[ENTRY] = "something else"
    assert {before, removed, lock.try_passphrase(WORDS)} == {Tried.NO_LOCK}


def test_a_keychain_that_gives_nothing_opens_nothing(
    lock: ScreenLock, keychain: FakeKeychain
) -> None:
    lock.close_with(WORDS)
    keychain.trouble = KeychainTrouble.LOCKED
    with pytest.raises(KeychainError):
        lock.try_passphrase(WORDS)


def test_a_damaged_lock_stays_closed(lock: ScreenLock, keychain: FakeKeychain) -> None:
    lock.close_with(WORDS)
    keychain.secrets[ENTRY] = keychain.secrets[ENTRY][:-1] + "!"
    assert lock.try_passphrase(WORDS) is Tried.WRONG


@pytest.mark.parametrize(
    ("passphrase", "long_enough"),
    [("1234567", False), ("12345678", True), ("ﾀﾇｷﾀﾇｷ", False), ("狸" * 8, True)],
)
def test_a_short_one_is_not_enough(passphrase: str, *, long_enough: bool) -> None:
    assert is_long_enough(passphrase) is long_enough
