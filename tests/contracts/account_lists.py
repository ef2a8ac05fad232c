from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from torimodosu.recovery.twostep.account import OtpType
from torimodosu.recovery.twostep.kept import AccountList, KeptAccount

AMAZON = KeptAccount(
    id="b1",
    issuer="アマゾン",
    name="taro@example.com",
    type=OtpType.TOTP,
    added_at=FRIDAY_NIGHT,
)
BANK = KeptAccount(
    id="a2", issuer="", name="", type=OtpType.HOTP, added_at=FRIDAY_NIGHT
)
PRACTICE = replace(AMAZON, id="c3", type=OtpType.STEAM, is_practice=True)


class AccountListContract:
    """What every list of accounts must do; each subclass brings its own."""

    @pytest.fixture
    def accounts(self) -> AccountList:
        raise NotImplementedError

    def test_holds_nothing_at_first(self, accounts: AccountList) -> None:
        assert list(accounts.accounts()) == []
        assert list(accounts.accounts(is_practice=True)) == []
        assert list(accounts.leaving_accounts()) == []

    def test_lists_the_oldest_first_as_they_were(self, accounts: AccountList) -> None:
        accounts.add_account(AMAZON)
        accounts.add_account(BANK)
        assert list(accounts.accounts()) == [AMAZON, BANK]

    def test_keeps_practice_apart(self, accounts: AccountList) -> None:
        accounts.add_account(AMAZON)
        accounts.add_account(PRACTICE)
        assert list(accounts.accounts()) == [AMAZON]
        assert list(accounts.accounts(is_practice=True)) == [PRACTICE]

    def test_one_with_the_same_id_takes_its_place(self, accounts: AccountList) -> None:
        accounts.add_account(AMAZON)
        accounts.add_account(BANK)
        renamed = replace(
            AMAZON, name="hanako", added_at=FRIDAY_NIGHT + timedelta(minutes=1)
        )
        accounts.add_account(renamed)
        assert list(accounts.accounts()) == [renamed, BANK]

    def test_one_that_is_removed_is_gone(self, accounts: AccountList) -> None:
        accounts.add_account(AMAZON)
        accounts.add_account(BANK)
        for _ in range(2):
            accounts.remove_account(AMAZON)
        assert list(accounts.accounts()) == [BANK]
