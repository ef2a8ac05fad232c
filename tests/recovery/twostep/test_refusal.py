from datetime import UTC, datetime, timedelta

import pytest

from torimodosu.recovery.twostep.account import OtpType
from torimodosu.recovery.twostep.clock import ClockStand
from torimodosu.recovery.twostep.proof import CodeTry
from torimodosu.recovery.twostep.refusal import (
    KnownOfClock,
    RefusalCause,
    explain_refusal,
)

NOON = datetime(2026, 11, 22, 12, 0, 10, tzinfo=UTC)
NOTHING = KnownOfClock()
CLOCK, OLD, LATE = RefusalCause.CLOCK, RefusalCause.OLD_SET_UP, RefusalCause.TOO_LATE
TWICE, MISTYPED = RefusalCause.USED_TWICE, RefusalCause.MISTYPED
COUNTER = RefusalCause.COUNTER


def tries(*said: tuple[int, bool]) -> tuple[CodeTry, ...]:
    return tuple(
        CodeTry(
            at=NOON + timedelta(seconds=30 * step),
            account="shop",
            step=step,
            is_accepted=is_accepted,
        )
        for step, is_accepted in said
    )


@pytest.mark.parametrize("said", [(), ((1, True),), ((1, False), (2, True))])
def test_what_was_accepted_needs_no_reason(said: tuple[tuple[int, bool], ...]) -> None:
    assert explain_refusal(tries(*said), OtpType.TOTP, NOTHING) is None


@pytest.mark.parametrize(
    ("said", "kind", "known", "settled", "likely"),
    [
        ([(1, False)], OtpType.TOTP, NOTHING, None, (CLOCK, OLD, LATE, MISTYPED)),
        (
            [(1, False)],
            OtpType.TOTP,
            KnownOfClock(stand=ClockStand.AHEAD),
            CLOCK,
            (OLD, LATE, MISTYPED),
        ),
        (
            [(1, False)],
            OtpType.STEAM,
            KnownOfClock(stand=ClockStand.BEHIND),
            CLOCK,
            (OLD, LATE, MISTYPED),
        ),
        (
            [(1, False)],
            OtpType.TOTP,
            KnownOfClock(stand=ClockStand.FITS),
            None,
            (OLD, LATE, MISTYPED),
        ),
        (
            [(1, False)],
            OtpType.TOTP,
            KnownOfClock(stand=ClockStand.EDGE),
            None,
            (CLOCK, OLD, LATE, MISTYPED),
        ),
        (
            [(1, False)],
            OtpType.TOTP,
            KnownOfClock(is_other_secret=True),
            OLD,
            (CLOCK, LATE, MISTYPED),
        ),
        (
            [(1, True), (2, False)],
            OtpType.TOTP,
            NOTHING,
            None,
            (LATE, TWICE, MISTYPED, CLOCK, OLD),
        ),
        (
            [(1, True), (1, False)],
            OtpType.TOTP,
            NOTHING,
            TWICE,
            (LATE, MISTYPED, CLOCK, OLD),
        ),
        ([(1, False)], OtpType.HOTP, NOTHING, None, (OLD, COUNTER, MISTYPED)),
        (
            [(1, True), (2, False)],
            OtpType.HOTP,
            NOTHING,
            None,
            (COUNTER, MISTYPED, OLD),
        ),
    ],
)
def test_the_likeliest_cause_of_a_refusal_comes_first(
    said: list[tuple[int, bool]],
    kind: OtpType,
    known: KnownOfClock,
    settled: RefusalCause | None,
    likely: tuple[RefusalCause, ...],
) -> None:
    refusal = explain_refusal(tries(*said), kind, known)
    assert refusal is not None
    assert (refusal.settled, refusal.likely) == (settled, likely)
