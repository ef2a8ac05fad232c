from dataclasses import replace

import pytest

from tests.recovery.twostep.backup.accounts import ALL, BANK, GAMES, MAIL, SHOP
from torimodosu.recovery.twostep.account import Algorithm, OtpAccount, OtpType
from torimodosu.recovery.twostep.backup.comparing import Fault, compare

KEPT = {"shop": SHOP, "mail": MAIL, "bank": BANK, "games": GAMES}


def test_a_backup_that_holds_all_is_whole() -> None:
    comparison = compare(ALL[::-1], KEPT)
    assert comparison.whole == tuple(KEPT)
    assert comparison.faults == {}
    assert comparison.is_whole


def test_what_it_holds_besides_is_counted() -> None:
    comparison = compare(ALL, {"shop": SHOP})
    assert comparison.is_whole
    assert comparison.others == 3


@pytest.mark.parametrize(
    ("held", "fault"),
    [
        (MAIL, Fault.MISSING),
        (replace(SHOP, secret=b"another"), Fault.OTHER_SECRET),
        (replace(SHOP, digits=8), Fault.OTHER_CODES),
        (replace(SHOP, period=60), Fault.OTHER_CODES),
        (replace(SHOP, algorithm=Algorithm.SHA512), Fault.OTHER_CODES),
        (replace(SHOP, type=OtpType.HOTP, period=0), Fault.OTHER_CODES),
    ],
)
def test_what_makes_other_codes_is_no_backup(held: OtpAccount, fault: Fault) -> None:
    comparison = compare([held], {"shop": SHOP})
    assert (comparison.whole, comparison.faults) == ((), {"shop": fault})
    assert not comparison.is_whole


@pytest.mark.parametrize(
    "held",
    [
        replace(SHOP, issuer="", name="written otherwise"),
        SHOP,
    ],
)
def test_what_makes_the_same_codes_is_a_backup(held: OtpAccount) -> None:
    assert compare([held], {"shop": SHOP}).is_whole


def test_a_counter_that_went_on_since_is_no_fault() -> None:
    assert compare([replace(BANK, counter=2)], {"bank": BANK}).is_whole


def test_one_account_that_is_missing_makes_no_backup_whole() -> None:
    comparison = compare([SHOP], {"shop": SHOP, "mail": MAIL})
    assert (comparison.whole, dict(comparison.faults)) == (
        ("shop",),
        {"mail": Fault.MISSING},
    )
    assert not comparison.is_whole


def test_of_no_account_there_is_no_backup() -> None:
    assert not compare([SHOP], {}).is_whole
    assert not compare([], {}).is_whole


@pytest.mark.parametrize(
    ("held", "kept", "is_so"),
    [
        ([MAIL], {"shop": SHOP}, True),
        ([MAIL], {"shop": SHOP, "mail": MAIL}, False),
        ([replace(SHOP, secret=b"another")], {"shop": SHOP}, False),
        ([], {"shop": SHOP}, False),
        ([MAIL], {}, False),
    ],
)
def test_what_holds_nothing_of_ours_is_of_others(
    held: list[OtpAccount], kept: dict[str, OtpAccount], *, is_so: bool
) -> None:
    assert compare(held, kept).is_of_others is is_so
