from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from torimodosu.recovery.twostep.clock import (
    ClockError,
    ClockReading,
    ClockStand,
    error_by,
    error_by_clock,
    error_by_code,
    stand_of,
    step_at,
)
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.recovery.twostep.otpauth import read_uri

NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)
PERIOD = timedelta(seconds=30)
SHOP = read_uri("otpauth://totp/Amazon:taro?secret=JBSWY3DPEHPK3PXP&issuer=Amazon")
COUNTED = read_uri("otpauth://hotp/Amazon:taro?secret=JBSWY3DPEHPK3PXP&counter=1")


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def off_by(least: float, most: float) -> ClockError:
    return ClockError(least=seconds(least), most=seconds(most))


@pytest.mark.parametrize(
    ("error", "stand"),
    [
        (off_by(-0.1, 0.1), ClockStand.FITS),
        (off_by(-29.9, 29.9), ClockStand.FITS),
        (off_by(46, 48), ClockStand.AHEAD),
        (off_by(30, 40), ClockStand.AHEAD),
        (off_by(-48, -46), ClockStand.BEHIND),
        (off_by(-90, -30), ClockStand.BEHIND),
        (off_by(28, 32), ClockStand.EDGE),
        (off_by(-31, -29), ClockStand.EDGE),
    ],
)
def test_a_clock_within_one_period_fits(error: ClockError, stand: ClockStand) -> None:
    assert stand_of(error, PERIOD) is stand


def test_a_server_leaves_its_own_doubt() -> None:
    reading = ClockReading(
        host="ntp.nict.jp", at=NOON, ahead=seconds(47), within=seconds(0.25)
    )
    assert error_by(reading) == off_by(46.75, 47.25)
    assert error_by(reading).middle == seconds(47)


@given(st.integers(min_value=-4_000, max_value=4_000))
def test_the_code_of_a_right_phone_tells_how_far_this_computer_is_off(off: int) -> None:
    shown = code_at(SHOP, NOON - seconds(off)).code
    error = error_by_code(SHOP, shown, at=NOON)
    assert error is not None
    assert error.least <= seconds(off) <= error.most
    assert error.most - error.least == PERIOD


@pytest.mark.parametrize("shown", ["000000", "12345", "", "abcdef"])
def test_a_code_of_another_secret_tells_no_time(shown: str) -> None:
    assert error_by_code(SHOP, shown, at=NOON) is None


def test_a_counter_has_no_clock() -> None:
    shown = code_at(COUNTED, NOON).code
    assert error_by_code(COUNTED, shown, at=NOON) is None


def test_a_clock_that_is_believed_is_read_by_hand() -> None:
    shown = datetime(2026, 11, 22, 21, 0, tzinfo=UTC)
    assert error_by_clock(shown, at=shown + seconds(47)) == off_by(45, 49)
    assert error_by_clock(shown, at=shown - seconds(47)) == off_by(-49, -45)


@pytest.mark.parametrize(("moment", "step"), [(0, 0), (29.9, 0), (30, 1), (59, 1)])
def test_time_steps_are_counted_from_1970(moment: float, step: int) -> None:
    assert step_at(datetime.fromtimestamp(moment, UTC), PERIOD) == step
