from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from tests.recovery.signin.saved import (
    AFTER,
    BEFORE,
    HOUR,
    LATER,
    RESET,
    looked,
    profile,
    saved,
)
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.reset_guard import ResetGuard, reset_guard
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

PASSWORD = AccountEventKind.PASSWORD_CHANGED
ADDRESS = AccountEventKind.ADDRESS_CHANGED
LOCKED = AccountEventKind.ACCOUNT_LOCKED
NOW = RESET + 3 * HOUR
STALE = judge(looked(profile(saved(BEFORE))), reset_at=RESET)
FINE = judge(looked(profile(saved(AFTER))), reset_at=RESET)
OPEN = judge(looked(profile(saved(AFTER))), reset_at=None)


def event(kind: AccountEventKind, at: datetime = RESET) -> AccountEvent:
    return AccountEvent(mail="0f", kind=kind, at=at)


def guard(
    events: Sequence[AccountEvent] = (),
    diagnosis: Diagnosis | None = None,
    outcome: Outcome = Outcome.NOT_POSSIBLE,
    tried_at: datetime = LATER,
    at: datetime = NOW,
) -> ResetGuard:
    trial = Trial.TYPED_BY_HAND
    tried = {trial: Tried(trial=trial, outcome=outcome, at=tried_at)}
    return reset_guard(events, diagnosis, tried, at)


@pytest.mark.parametrize(
    ("events", "diagnosis", "expected"),
    [
        # Nothing was reset so far, or the mails do not tell.
        ([], None, ResetGuard.MAY_RESET),
        ([], FINE, ResetGuard.MAY_RESET),
        ([event(AccountEventKind.RESET_ASKED)], FINE, ResetGuard.MAY_RESET),
        # The old password would be filled in after the next reset as well.
        ([event(PASSWORD)], STALE, ResetGuard.HOLD_ON_STALE_LOGIN),
        ([], STALE, ResetGuard.HOLD_ON_STALE_LOGIN),
        # The reset was accepted: what the browser fills in comes first.
        ([event(PASSWORD)], None, ResetGuard.HOLD_ON_LOOK),
        ([event(PASSWORD)], OPEN, ResetGuard.HOLD_ON_LOOK),
        ([event(PASSWORD)], FINE, ResetGuard.MAY_RESET),
        (
            [event(PASSWORD), event(PASSWORD, AFTER)],
            FINE,
            ResetGuard.HOLD_ON_REPEATED,
        ),
        (
            [event(PASSWORD, RESET - timedelta(days=2)), event(PASSWORD)],
            FINE,
            ResetGuard.MAY_RESET,
        ),
        # One mail in two mailboxes is one reset.
        ([event(PASSWORD), event(PASSWORD)], FINE, ResetGuard.MAY_RESET),
        # A reset during the hold is lost; one after it is needed.
        ([event(LOCKED)], FINE, ResetGuard.HOLD_ON_WAIT),
        ([event(LOCKED, NOW - 5 * HOUR)], FINE, ResetGuard.MAY_RESET),
        (
            [event(PASSWORD, NOW - 6 * HOUR), event(LOCKED, NOW - 5 * HOUR)],
            None,
            ResetGuard.MAY_RESET,
        ),
        (
            [event(LOCKED, NOW - 6 * HOUR), event(PASSWORD)],
            None,
            ResetGuard.HOLD_ON_LOOK,
        ),
        # The mail of the reset would reach the intruder.
        ([event(ADDRESS)], None, ResetGuard.ASK_SHOP),
        ([event(ADDRESS), event(PASSWORD, AFTER)], FINE, ResetGuard.ASK_SHOP),
        ([event(ADDRESS), event(LOCKED, AFTER)], FINE, ResetGuard.HOLD_ON_WAIT),
    ],
)
def test_another_reset_is_advised_only_where_it_helps(
    events: Sequence[AccountEvent],
    diagnosis: Diagnosis | None,
    expected: ResetGuard,
) -> None:
    assert guard(events, diagnosis) is expected


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.GOT_IN, ResetGuard.NOT_NEEDED),
        (Outcome.CODE_REFUSED, ResetGuard.HOLD_ON_CODE),
        (Outcome.ASKED_TO_WAIT, ResetGuard.HOLD_ON_WAIT),
        (Outcome.REFUSED, ResetGuard.MAY_RESET),
        (Outcome.NO_SUCH_ACCOUNT, ResetGuard.MAY_RESET),
    ],
)
def test_what_was_tried_decides_too(outcome: Outcome, expected: ResetGuard) -> None:
    assert guard([event(PASSWORD)], FINE, outcome) is expected


def test_a_password_that_got_in_needs_no_reset_even_with_a_stale_entry() -> None:
    got_in = Outcome.GOT_IN
    assert guard([event(PASSWORD)], STALE, got_in) is ResetGuard.NOT_NEEDED
    older = guard([event(PASSWORD)], STALE, got_in, tried_at=BEFORE)
    assert older is ResetGuard.HOLD_ON_STALE_LOGIN


def test_after_the_hold_the_wait_is_over() -> None:
    waiting = Outcome.ASKED_TO_WAIT
    until = LATER + 5 * HOUR
    before = guard([], FINE, waiting, at=until - timedelta(seconds=1))
    assert before is ResetGuard.HOLD_ON_WAIT
    assert guard([], FINE, waiting, at=until) is ResetGuard.MAY_RESET


def test_an_account_that_is_not_found_after_the_shop_undid_the_change() -> None:
    events = [event(ADDRESS), event(LOCKED, AFTER)]
    found = guard(events, FINE, Outcome.NO_SUCH_ACCOUNT)
    assert found is ResetGuard.ASK_SHOP
