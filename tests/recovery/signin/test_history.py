from dataclasses import replace
from datetime import datetime

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.signin.looks import COOKIES, LOCKED, OLD, SITE, looked, minutes
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.signin.history import (
    Sighting,
    conflict_seen_at,
    shows_the_same,
)
from torimodosu.recovery.signin.reset_time import ResetTime
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


def sighting(scan: SignInScan) -> Sighting:
    return Sighting(first_at=scan.at - minutes(1), scan=scan)


def reset(at: datetime) -> ResetTime:
    return ResetTime(at=at, mail="a" * 64, certainty=Certainty.CONFIRMED)


NEW = replace(OLD, modified=FRIDAY_NIGHT)


@pytest.mark.parametrize(
    ("scans", "reset_at", "seen"),
    [
        ([], FRIDAY_NIGHT, None),
        ([looked(OLD)], FRIDAY_NIGHT, FRIDAY_NIGHT - minutes(1)),
        ([looked(), looked(OLD, at=LATER)], FRIDAY_NIGHT, FRIDAY_NIGHT),
        ([looked(OLD), looked(at=LATER)], FRIDAY_NIGHT, FRIDAY_NIGHT - minutes(1)),
        ([looked(NEW)], FRIDAY_NIGHT, None),
        # The browser may save the new password a moment before the mail is sent.
        ([looked(NEW)], FRIDAY_NIGHT + minutes(1), None),
        ([looked(NEW)], FRIDAY_NIGHT + minutes(9), FRIDAY_NIGHT - minutes(1)),
        ([looked(OLD)], None, None),
        ([looked(not_covered=(LOCKED,))], FRIDAY_NIGHT, None),
    ],
)
def test_the_first_conflict_is_judged_by_the_reset_as_known_now(
    scans: list[SignInScan], reset_at: datetime | None, seen: datetime | None
) -> None:
    known = None if reset_at is None else reset(reset_at)
    assert conflict_seen_at(map(sighting, scans), known) == seen
