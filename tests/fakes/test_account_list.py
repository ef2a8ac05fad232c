import pytest

from tests.contracts.account_lists import PRACTICE, AccountListContract
from tests.fakes.account_list import FakeAccountList
from torimodosu.recovery.case.ports import StoreError, StoreTrouble


class TestFakeAccountList(AccountListContract):
    @pytest.fixture
    def accounts(self) -> FakeAccountList:
        return FakeAccountList()


def test_what_practice_leaves_waits_to_be_removed() -> None:
    accounts = FakeAccountList()
    accounts.add_account(PRACTICE)
    accounts.clear_practice()
    assert list(accounts.accounts(is_practice=True)) == []
    assert list(accounts.leaving_accounts()) == [PRACTICE]
    accounts.remove_account(PRACTICE)
    assert list(accounts.leaving_accounts()) == []


def test_a_disk_that_fails_keeps_nothing() -> None:
    accounts = FakeAccountList()
    accounts.error = StoreError(StoreTrouble.FULL, "disk is full")
    with pytest.raises(StoreError):
        accounts.add_account(PRACTICE)
