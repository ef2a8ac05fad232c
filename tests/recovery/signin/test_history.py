from dataclasses import replace

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.signin.looks import COOKIES, LOCKED, OLD, SITE, looked, minutes
from torimodosu.recovery.signin.history import shows_the_same
from torimodosu.recovery.signin.saved_login import LoginStore
from torimodosu.recovery.signin.scan import SignInScan

LATER = FRIDAY_NIGHT + minutes(1)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (looked(OLD, at=LATER), True),
        (looked(replace(OLD, last_used=LATER, last_filled=LATER, times_used=1)), True),
        (looked(OLD, cookies=replace(COOKIES, cookies=1, newest=LATER)), True),
        (looked(OLD, OLD), True),
        (looked(), False),
        (looked(replace(OLD, modified=LATER)), False),
        (looked(replace(OLD, entry="8")), False),
        (looked(replace(OLD, store=LoginStore.ACCOUNT)), False),
        (looked(replace(OLD, is_never_save=True)), False),
        (looked(OLD, replace(OLD, username="other@example.com")), False),
        (looked(OLD, not_covered=(LOCKED,)), False),
        (replace(looked(OLD), profiles=()), False),
        (replace(looked(OLD), site=replace(SITE, hosts=("amazon.com",))), False),
    ],
)
def test_looks_are_told_apart_by_what_is_saved(
    other: SignInScan, *, same: bool
) -> None:
    assert shows_the_same(looked(OLD), other) is same
    assert shows_the_same(other, looked(OLD)) is same
