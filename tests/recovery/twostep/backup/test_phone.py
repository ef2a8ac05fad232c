from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.recovery.twostep.backup.accounts import BANK, GAMES, MAIL, SHOP
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.backup.phone import is_code_of
from torimodosu.recovery.twostep.codes import code_at

NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize("account", [SHOP, MAIL, GAMES])
@pytest.mark.parametrize("seconds", [-90, 0, 90])
def test_a_phone_shows_the_code_of_about_now(account: OtpAccount, seconds: int) -> None:
    code = code_at(account, NOON + timedelta(seconds=seconds)).code
    assert is_code_of(account, f" {code[:3]} {code[3:]}\n", at=NOON)


def test_figures_of_any_width_are_the_same_code() -> None:
    code = code_at(SHOP, NOON).code
    assert is_code_of(SHOP, "".join(chr(ord(c) + 0xFEE0) for c in code), at=NOON)


def test_an_old_code_proves_nothing() -> None:
    old = code_at(SHOP, NOON - timedelta(hours=1)).code
    assert not is_code_of(SHOP, old, at=NOON)


def test_the_code_of_another_account_is_none_of_this() -> None:
    code = code_at(replace(SHOP, secret=b"another"), NOON).code
    assert not is_code_of(SHOP, code, at=NOON)


@pytest.mark.parametrize(("skipped", "is_one"), [(0, True), (9, True), (10, False)])
def test_codes_that_count_may_have_been_skipped(
    skipped: int,
    is_one: bool,  # noqa: FBT001 -- what is asked
) -> None:
    code = code_at(replace(BANK, counter=BANK.counter + skipped), NOON).code
    assert is_code_of(BANK, code, at=NOON) is is_one


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "\ud800", "１２３"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert not is_code_of(BANK, typed, at=NOON)
    assert not is_code_of(SHOP, typed, at=NOON)
