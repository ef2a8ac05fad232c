"""The vault, with its list in memory and its secrets in a fake keychain."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.account_list import FakeAccountList
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.keychain import FakeKeychain
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble
from torimodosu.recovery.twostep.account import (
    STEAM_DIGITS,
    Algorithm,
    NotAnAccountError,
    OtpAccount,
    OtpType,
)
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.vault import Vault

AMAZON = OtpAccount(
    type=OtpType.TOTP, issuer="Amazon", name="taro@example.com", secret=b"0123456789"
)
OTHER_SECRET = replace(AMAZON, secret=b"9876543210")
OTHER_NAME = replace(AMAZON, issuer="アマゾン", name="")
BANK = OtpAccount(
    type=OtpType.HOTP,
    issuer="Bank",
    name="",
    secret=b"abcdefghij",
    period=0,
    counter=41,
)


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def listed() -> FakeAccountList:
    return FakeAccountList()


@pytest.fixture
def vault(keychain: FakeKeychain, listed: FakeAccountList) -> Vault:
    return vault_of(keychain, listed)


def vault_of(keychain: FakeKeychain, listed: FakeAccountList) -> Vault:
    numbers = count(1)
    return Vault(keychain, listed, FixedClock(), lambda: str(next(numbers)))


def test_an_account_is_listed_without_its_secret(vault: Vault) -> None:
    kept = vault.add(AMAZON)
    assert kept == KeptAccount(
        id="1",
        issuer="Amazon",
        name="taro@example.com",
        type=OtpType.TOTP,
        added_at=FRIDAY_NIGHT,
    )
    assert list(vault.all()) == [kept]


names = st.text(max_size=40)
secrets = st.binary(min_size=1, max_size=80)
algorithms = st.sampled_from(Algorithm)
digits = st.integers(6, 9)
accounts = st.one_of(
    st.builds(
        OtpAccount,
        type=st.just(OtpType.TOTP),
        issuer=names,
        name=names,
        secret=secrets,
        algorithm=algorithms,
        digits=digits,
        period=st.integers(1, 86400),
    ),
    st.builds(
        OtpAccount,
        type=st.just(OtpType.HOTP),
        issuer=names,
        name=names,
        secret=secrets,
        algorithm=algorithms,
        digits=digits,
        period=st.just(0),
        counter=st.integers(0, 2**64 - 1),
    ),
    st.builds(
        OtpAccount,
        type=st.just(OtpType.STEAM),
        issuer=names,
        name=names,
        secret=secrets,
        digits=st.just(STEAM_DIGITS),
    ),
)


@given(account=accounts)
def test_what_is_read_is_what_was_kept(account: OtpAccount) -> None:
    vault = vault_of(FakeKeychain(), FakeAccountList())
    assert vault.read(vault.add(account)) == account


def test_the_secret_never_shows_in_a_repr(vault: Vault) -> None:
    kept = vault.add(AMAZON)
    assert "0123456789" not in f"{kept!r} {vault.read(kept)!r}"


def test_two_accounts_that_look_alike_are_two(vault: Vault) -> None:
    first, second = vault.add(AMAZON), vault.add(AMAZON)
    assert first.id != second.id
    vault.remove(first)
    assert vault.read(second) == AMAZON


def test_a_removed_account_leaves_nothing(vault: Vault, keychain: FakeKeychain) -> None:
    vault.remove(vault.add(AMAZON))
    assert (list(vault.all()), keychain.secrets) == ([], {})


@pytest.mark.parametrize("kept_as", [None, "", "hello", "otpauth://totp/x?secret="])
def test_a_secret_that_is_no_longer_there_is_lost(
    vault: Vault, keychain: FakeKeychain, kept_as: str | None
) -> None:
    kept = vault.add(AMAZON)
    keychain.secrets = {} if kept_as is None else {"account-1": kept_as}
    with pytest.raises(KeychainError, match="lost") as caught:
        vault.read(kept)
    assert caught.value.trouble is KeychainTrouble.LOST
    vault.remove(kept)
    assert list(vault.all()) == []


@pytest.mark.parametrize("trouble", list(KeychainTrouble))
def test_nothing_is_listed_that_the_keychain_does_not_keep(
    vault: Vault, keychain: FakeKeychain, trouble: KeychainTrouble
) -> None:
    keychain.trouble = trouble
    with pytest.raises(KeychainError):
        vault.add(AMAZON)
    assert list(vault.all()) == []


def test_what_the_keychain_does_not_forget_stays_listed(
    vault: Vault, keychain: FakeKeychain
) -> None:
    kept = vault.add(AMAZON)
    keychain.trouble = KeychainTrouble.LOCKED
    with pytest.raises(KeychainError):
        vault.remove(kept)
    assert list(vault.all()) == [kept]


def test_no_secret_stays_behind_where_the_list_cannot_be_kept(
    vault: Vault, keychain: FakeKeychain, listed: FakeAccountList
) -> None:
    listed.error = StoreError(StoreTrouble.FULL, "disk is full")
    with pytest.raises(StoreError):
        vault.add(AMAZON)
    assert keychain.secrets == {}


def test_a_disk_and_a_keychain_that_fail_at_once_are_told_as_the_disk(
    listed: FakeAccountList,
) -> None:
    keychain = _KeepsButNeverForgets()
    listed.error = StoreError(StoreTrouble.FULL, "disk is full")
    with pytest.raises(StoreError):
        vault_of(keychain, listed).add(AMAZON)


class _KeepsButNeverForgets(FakeKeychain):
    def forget(self, name: str) -> None:
        del name
        raise KeychainError(KeychainTrouble.LOCKED)


@pytest.mark.parametrize(
    ("account", "is_known"),
    [
        (AMAZON, True),
        (OTHER_SECRET, True),
        (OTHER_NAME, True),
        (replace(OTHER_NAME, secret=b"xxxxxxxxxx"), False),
        (BANK, False),
        (replace(BANK, issuer="", name=""), False),
    ],
)
def test_a_duplicate_has_the_same_secret_or_the_same_name(
    vault: Vault, account: OtpAccount, *, is_known: bool
) -> None:
    kept = vault.add(AMAZON)
    vault.add(replace(BANK, secret=b"other", issuer="", name=""))
    assert vault.find_duplicates([account]).get(0) == (kept if is_known else None)


def test_the_very_secret_counts_for_more_than_the_name(vault: Vault) -> None:
    vault.add(OTHER_SECRET)
    same = vault.add(OTHER_NAME)
    assert vault.find_duplicates([AMAZON]) == {0: same}


def test_duplicates_are_told_by_their_place(vault: Vault) -> None:
    kept = vault.add(AMAZON)
    assert vault.find_duplicates([BANK, AMAZON, OTHER_SECRET]) == {1: kept, 2: kept}


def test_a_replaced_account_with_the_same_secret_keeps_its_id(vault: Vault) -> None:
    kept = vault.add(AMAZON)
    renamed = vault.replace(kept, OTHER_NAME)
    assert renamed == replace(kept, issuer="アマゾン", name="")
    assert (list(vault.all()), vault.read(renamed)) == ([renamed], OTHER_NAME)


def test_another_secret_is_another_account(
    vault: Vault, keychain: FakeKeychain
) -> None:
    kept = vault.add(AMAZON)
    new = vault.replace(kept, OTHER_SECRET)
    assert new.id != kept.id
    assert (list(vault.all()), vault.read(new)) == ([new], OTHER_SECRET)
    assert len(keychain.secrets) == 1


def test_a_lost_account_can_be_replaced(vault: Vault, keychain: FakeKeychain) -> None:
    kept = vault.add(AMAZON)
    keychain.secrets = {}
    assert vault.read(vault.replace(kept, AMAZON)) == AMAZON


def test_many_are_added_and_replaced_at_once(vault: Vault) -> None:
    kept = vault.add(AMAZON)
    new: Sequence[KeptAccount] = vault.add_all(
        [BANK, OTHER_SECRET], replacing={1: kept}
    )
    assert [vault.read(one) for one in new] == [BANK, OTHER_SECRET]
    assert list(vault.all()) == list(new)


def test_a_counter_goes_on_by_one(vault: Vault) -> None:
    kept = vault.add(BANK)
    assert vault.count_up(kept).counter == 42
    assert vault.count_up(kept).counter == 43
    assert vault.read(kept) == replace(BANK, counter=43)


def test_a_counter_ends_with_its_bits(vault: Vault) -> None:
    last = replace(BANK, counter=2**64 - 1)
    kept = vault.add(last)
    with pytest.raises(NotAnAccountError):
        vault.count_up(kept)
    assert vault.read(kept) == last


def test_practice_is_kept_apart_and_swept_away(
    vault: Vault, keychain: FakeKeychain, listed: FakeAccountList
) -> None:
    real, practice = vault.add(AMAZON), vault.add(BANK, is_practice=True)
    assert list(vault.all()) == [real]
    assert list(vault.all(is_practice=True)) == [practice]
    assert vault.find_duplicates([AMAZON], is_practice=True) == {}
    listed.clear_practice()
    keychain.trouble = KeychainTrouble.LOCKED
    with pytest.raises(KeychainError):
        vault.sweep()
    keychain.trouble = None
    vault.sweep()
    assert list(keychain.secrets) == ["account-1"]
    assert list(listed.leaving_accounts()) == []
    assert list(vault.all()) == [real]
