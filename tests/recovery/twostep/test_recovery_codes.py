"""Recovery codes, listed in memory and kept in a fake keychain."""

from dataclasses import replace

import pytest

from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.code_lists import FakeCodeLists
from tests.fakes.keychain import FakeKeychain
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.case.secrets import KeychainError, KeychainTrouble
from torimodosu.recovery.twostep.recovery_codes import KeptCodes, RecoveryCodeSafe

CODES = ("4830 5834", "2938 3920", "1111 2222")


class Desk:
    def __init__(self) -> None:
        self.keychain, self.lists = FakeKeychain(), FakeCodeLists()
        ids = iter("abcdef")
        self.safe = RecoveryCodeSafe(
            self.keychain, self.lists, FixedClock(), lambda: next(ids)
        )


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_codes_are_read_as_they_were_kept(desk: Desk) -> None:
    kept = desk.safe.add(CODES, issuer="Google", name="taro")
    assert kept == KeptCodes(
        id="a", issuer="Google", name="taro", count=3, added_at=FRIDAY_NIGHT
    )
    assert list(desk.safe.all()) == [kept]
    assert desk.safe.read(kept) == CODES


def test_a_used_code_is_struck_out_and_can_be_taken_back(desk: Desk) -> None:
    kept = desk.safe.add(CODES, issuer="Google")
    desk.safe.use(kept, 1)
    (struck,) = desk.safe.all()
    assert (struck.used, struck.left) == ({1: FRIDAY_NIGHT}, 2)
    assert desk.safe.read(struck) == CODES
    desk.safe.take_back(struck, 1)
    assert list(desk.safe.all()) == [kept]


def test_a_removed_list_leaves_nothing(desk: Desk) -> None:
    desk.safe.remove(desk.safe.add(CODES, issuer="Google"))
    assert (list(desk.safe.all()), desk.keychain.secrets) == ([], {})


@pytest.mark.parametrize("secrets", [{}, {"recovery-codes-a": "4830 5834"}])
def test_codes_that_are_no_longer_all_there_are_lost(
    desk: Desk, secrets: dict[str, str]
) -> None:
    kept = desk.safe.add(CODES, issuer="Google")
    desk.keychain.secrets = secrets
    with pytest.raises(KeychainError, match="lost"):
        desk.safe.read(kept)


def test_nothing_is_listed_that_the_keychain_does_not_keep(desk: Desk) -> None:
    desk.keychain.trouble = KeychainTrouble.LOCKED
    with pytest.raises(KeychainError):
        desk.safe.add(CODES, issuer="Google")
    assert list(desk.safe.all()) == []


def test_no_code_stays_behind_where_the_list_cannot_be_kept(desk: Desk) -> None:
    desk.lists.error = StoreError(StoreTrouble.FULL, "disk is full")
    with pytest.raises(StoreError):
        desk.safe.add(CODES, issuer="Google")
    assert desk.keychain.secrets == {}


def test_practice_is_kept_apart_and_swept_away(desk: Desk) -> None:
    real = desk.safe.add(CODES, issuer="Google")
    practised = desk.safe.add(CODES, issuer="Shop", is_practice=True)
    assert list(desk.safe.all()) == [real]
    assert list(desk.safe.all(is_practice=True)) == [practised]
    desk.lists.clear_practice()
    desk.safe.sweep()
    assert list(desk.keychain.secrets) == ["recovery-codes-a"]
    assert list(desk.lists.leaving_codes()) == []


def test_codes_never_show_in_a_repr(desk: Desk) -> None:
    kept = desk.safe.add(CODES, issuer="Google")
    assert "4830" not in repr(replace(kept, name="taro"))
