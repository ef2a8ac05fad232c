import pytest

from tests.contracts.cases import OTHER, SHOP
from tests.fakes.account_list import FakeAccountList
from tests.fakes.cases import FakeCases
from tests.fakes.clock import FRIDAY_NIGHT, FixedClock
from tests.fakes.code_lists import FakeCodeLists
from tests.fakes.keychain import FakeKeychain
from tests.fakes.progress import Steps
from torimodosu.recovery.case.secrets import KeychainTrouble
from torimodosu.recovery.plan.erasing import Kept, forget_everything
from torimodosu.recovery.twostep.account import OtpAccount, OtpType
from torimodosu.recovery.twostep.recovery_codes import RecoveryCodeSafe
from torimodosu.recovery.twostep.vault import Vault

ACCOUNT = OtpAccount(
    type=OtpType.TOTP, issuer="Amazon", name="taro@example.com", secret=b"0123456789"
)


@pytest.fixture
def keychain() -> FakeKeychain:
    return FakeKeychain()


@pytest.fixture
def kept(keychain: FakeKeychain) -> Kept:
    cases = FakeCases()
    cases.open(SHOP, at=FRIDAY_NIGHT, is_practice=False)
    cases.open(OTHER, at=FRIDAY_NIGHT, is_practice=True)
    ids = iter("abcdef")
    vault = Vault(keychain, FakeAccountList(), FixedClock(), lambda: next(ids))
    codes = RecoveryCodeSafe(keychain, FakeCodeLists(), FixedClock(), lambda: next(ids))
    for is_practice in (False, True):
        vault.add(ACCOUNT, is_practice=is_practice)
        codes.add(["1111"], issuer="Amazon", is_practice=is_practice)
    keychain.keep("install-key", "0" * 64)
    return Kept(
        cases=cases,
        vault=vault,
        codes=codes,
        keychain=keychain,
        names=("install-key", "never kept"),
    )


def test_no_case_and_no_secret_is_left(kept: Kept, keychain: FakeKeychain) -> None:
    progress = Steps()
    assert forget_everything(kept, progress) == 0
    assert keychain.secrets == {}
    assert list(kept.cases.all()) == []
    assert progress.heard[-1][0] == progress.heard[-1][1]


def test_what_the_keychain_does_not_let_go_of_is_counted(
    kept: Kept, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.LOCKED
    assert forget_everything(kept, Steps()) == len(keychain.secrets) + 1
    assert list(kept.cases.all()) == []
    assert len(keychain.secrets) == 5


def test_without_a_keychain_only_what_was_listed_can_remain(
    kept: Kept, keychain: FakeKeychain
) -> None:
    keychain.trouble = KeychainTrouble.NONE
    assert forget_everything(kept, Steps()) == 4
