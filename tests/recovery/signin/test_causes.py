from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import pytest

from tests.recovery.signin.saved import (
    BEFORE,
    HOUR,
    LATER,
    RESET,
)
from tests.recovery.signin.weighing import (
    NOW,
    STALE,
    event,
    tried,
    weighed,
)
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.cause import Cause, Reason, Weight
from torimodosu.recovery.signin.causes import weigh_causes
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

GOT_IN, REFUSED = Outcome.GOT_IN, Outcome.REFUSED
PASSWORD = AccountEventKind.PASSWORD_CHANGED
ADDRESS = AccountEventKind.ADDRESS_CHANGED
LOCKED = AccountEventKind.ACCOUNT_LOCKED
FOUND, POSSIBLE = Weight.FOUND, Weight.POSSIBLE


def test_an_address_that_is_gone_and_a_mail_that_says_so_prove_it() -> None:
    results = tried(typed_by_hand=Outcome.NO_SUCH_ACCOUNT)
    causes = weighed(results, events=[event(ADDRESS)])
    assert causes[Cause.ADDRESS_CHANGED].weight is FOUND


def test_a_stale_entry_is_the_cause_whatever_else_was_tried() -> None:
    results = tried(typed_by_hand=REFUSED, other_device=REFUSED)
    assert weighed(results, STALE)[Cause.STALE_LOGIN].weight is FOUND


def test_the_most_likely_cause_comes_first_and_habit_decides_between_equals() -> None:
    nothing = weigh_causes(tried={}, diagnosis=None, events=[], at=NOW)
    assert [one.cause for one in nothing] == list(Cause)
    stale = weigh_causes(
        tried=tried(typed_by_hand=GOT_IN), diagnosis=STALE, events=[], at=NOW
    )
    assert [one.cause for one in stale[:2]] == [
        Cause.STALE_LOGIN,
        Cause.EXTENSION_FILLS,
    ]
    order = list(Weight)
    weights = [order.index(one.weight) for one in stale]
    assert weights == sorted(weights)


@pytest.mark.parametrize("kind", [PASSWORD, LOCKED, AccountEventKind.CHANGED])
def test_what_was_tried_with_an_older_password_tells_nothing(
    kind: AccountEventKind,
) -> None:
    results = tried(BEFORE, typed_by_hand=GOT_IN)
    causes = weighed(results, events=[event(kind, RESET)])
    assert causes[Cause.STALE_LOGIN].reasons == (Reason.NOT_LOOKED_YET,)
    same = tried(RESET, typed_by_hand=GOT_IN)
    causes = weighed(same, events=[event(kind, RESET)])
    assert Reason.TYPED_GOT_IN in causes[Cause.STALE_LOGIN].reasons


@pytest.mark.parametrize(
    ("results", "events", "retry_at"),
    [
        (tried(other_device=Outcome.ASKED_TO_WAIT), [], LATER + 5 * HOUR),
        ({}, [event(LOCKED)], RESET + 5 * HOUR),
        (
            tried(other_device=Outcome.ASKED_TO_WAIT),
            [event(LOCKED)],
            LATER + 5 * HOUR,
        ),
        # Refusals after a lock do not move it.
        (
            tried(typed_by_hand=REFUSED, other_device=REFUSED),
            [event(LOCKED)],
            RESET + 5 * HOUR,
        ),
        (
            tried(typed_by_hand=REFUSED, other_device=REFUSED),
            [],
            LATER + 5 * HOUR,
        ),
        (tried(typed_by_hand=GOT_IN), [], None),
        ({}, [], None),
    ],
)
def test_a_hold_is_over_about_five_hours_later(
    results: Mapping[Trial, Tried],
    events: Sequence[AccountEvent],
    retry_at: datetime | None,
) -> None:
    causes = weighed(results, events=events)
    assert causes.pop(Cause.SHOP_HOLD).retry_at == retry_at
    assert {one.retry_at for one in causes.values()} == {None}


def test_a_hold_that_is_over_is_only_possible() -> None:
    waited = tried(typed_by_hand=Outcome.ASKED_TO_WAIT)
    until = LATER + 5 * HOUR
    still = weighed(waited, at=until - timedelta(seconds=1))[Cause.SHOP_HOLD]
    over = weighed(waited, at=until)[Cause.SHOP_HOLD]
    assert (still.weight, over.weight) == (FOUND, POSSIBLE)
    assert over.retry_at == until
