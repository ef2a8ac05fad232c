"""Getting in again: what is proven, what re-opens it, and when it is next."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import BURST, DAY, HOUR, case, order, saved
from tests.recovery.signin.looks import LOCKED, OLD, looked
from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import StepState, next_step, state_of
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.reasons import Why
from torimodosu.recovery.plan.sign_in import (
    change_since_look,
    diagnosis_of,
    is_conflict_gone,
)
from torimodosu.recovery.plan.snapshot import Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tonight import tonight
from torimodosu.recovery.signin.checklist import Looked, Place, Seen

MINE = {"a": Ownership.MINE}
CALM = {"a": order(placed_at=FRIDAY_NIGHT - 5 * DAY)}
RESET_AT = FRIDAY_NIGHT - 4 * HOUR
CAN_SIGN_IN, NOT_TRIED = case(sign_in=SignIn.YES), case(sign_in=SignIn.NOT_TRIED)


def event(kind: AccountEventKind, at: timedelta) -> AccountEvent:
    """Return an event so long after the reset."""
    return AccountEvent(mail="a" * 64, kind=kind, at=RESET_AT + at)


RESET = event(AccountEventKind.PASSWORD_CHANGED, timedelta(0))
MOVED = event(AccountEventKind.ADDRESS_CHANGED, 3 * HOUR)
LOCK = event(AccountEventKind.ACCOUNT_LOCKED, 3 * HOUR)
SHUT_OUT = replace(saved(CALM, MINE), events=(RESET,))
SEEN_AT = RESET_AT + HOUR
# An hour after the reset the old login was seen, and two hours after it was gone.
FOUND = replace(SHUT_OUT, scan=looked(OLD, at=SEEN_AT), stale_seen_at=SEEN_AT)
GONE = replace(FOUND, scan=looked(at=SEEN_AT + HOUR))
RENEWED = replace(OLD, modified=SEEN_AT)


@pytest.mark.parametrize(
    ("snapshot", "gone"),
    [
        (SHUT_OUT, False),
        (FOUND, False),
        (GONE, True),
        (replace(FOUND, scan=looked(RENEWED, at=SEEN_AT + HOUR)), True),
        # Nothing was ever in the way, so nothing proves why it failed.
        (replace(GONE, stale_seen_at=None), False),
        # What could not be read may still hold the old one.
        (replace(GONE, scan=looked(at=SEEN_AT, not_covered=(LOCKED,))), False),
        # When the password was reset is not known any more.
        (replace(GONE, events=()), True),
        (replace(FOUND, events=()), False),
        # The person corrects the reset: the entry is older than that again.
        (
            replace(
                FOUND,
                scan=looked(RENEWED, at=SEEN_AT + HOUR),
                reset_said=SEEN_AT + HOUR,
            ),
            False,
        ),
        (replace(GONE, events=(RESET, MOVED)), False),
        (replace(GONE, events=(RESET, LOCK)), False),
        (replace(GONE, events=(RESET, replace(RESET, at=MOVED.at))), False),
        (
            replace(GONE, events=(RESET, event(AccountEventKind.CODE_SENT, 3 * HOUR))),
            True,
        ),
        (
            replace(GONE, events=(RESET, MOVED), scan=looked(at=MOVED.at + HOUR)),
            True,
        ),
    ],
)
def test_the_sign_in_is_proven_by_the_old_login_gone(
    snapshot: Snapshot, *, gone: bool
) -> None:
    assert is_conflict_gone(snapshot) is gone
    state = state_of(Step.SIGN_IN, snapshot)
    assert (state is StepState.PROVEN) is gone


def test_the_newest_look_is_judged_by_the_reset_as_known_now() -> None:
    assert diagnosis_of(SHUT_OUT) is None
    found = diagnosis_of(FOUND)
    assert found is not None
    assert (found.conflict, found.reset_at) == (True, RESET_AT)
    unknown = diagnosis_of(replace(FOUND, events=()))
    assert unknown is not None
    assert unknown.conflict is None


def test_what_was_worked_out_once_is_taken_from_the_snapshot() -> None:
    anew = weighed_anew(FOUND)
    assert anew.diagnosis == diagnosis_of(FOUND)
    assert diagnosis_of(anew) is anew.diagnosis
    assert weighed_anew(SHUT_OUT).diagnosis is None


@pytest.mark.parametrize(
    ("snapshot", "step", "why"),
    [
        (SHUT_OUT, Step.SIGN_IN, Why.SHUT_OUT),
        (FOUND, Step.SIGN_IN, Why.SIGN_IN_CONFLICT_FOUND),
        (replace(FOUND, case=CAN_SIGN_IN), Step.SIGN_IN, Why.SIGN_IN_CONFLICT_FOUND),
        (GONE, Step.PASSWORD, Why.INTRUDER_MAY_BE_INSIDE),
        (
            weighed_anew(replace(GONE, events=(RESET, LOCK))),
            *(Step.SIGN_IN, Why.ACCOUNT_CHANGED_AGAIN),
        ),
        (
            replace(SHUT_OUT, verification=Verification(at=FRIDAY_NIGHT, faults=1)),
            *(Step.CHECK_EVIDENCE, Why.EVIDENCE_CHANGED),
        ),
        (
            # What was read since may have mended it; a check tells.
            replace(SHUT_OUT, verification=Verification(at=BURST, faults=1)),
            *(Step.CHECK_EVIDENCE, Why.EVIDENCE_NOT_CHECKED),
        ),
        (replace(SHUT_OUT, verification=None), Step.SIGN_IN, Why.SHUT_OUT),
        (
            # Waiting for the shop to lift its hold leaves time for other things.
            replace(SHUT_OUT, verification=None, retry_at=FRIDAY_NIGHT + HOUR),
            *(Step.CHECK_EVIDENCE, Why.EVIDENCE_NOT_CHECKED),
        ),
        (
            replace(SHUT_OUT, verification=None, retry_at=FRIDAY_NIGHT),
            *(Step.SIGN_IN, Why.SHUT_OUT),
        ),
        (
            replace(SHUT_OUT, events=(RESET, MOVED)),
            *(Step.SHOP, Why.ADDRESS_WAS_CHANGED),
        ),
    ],
)
def test_when_getting_in_is_next_and_why(
    snapshot: Snapshot, step: Step, why: Why
) -> None:
    coming = next_step(snapshot)
    assert coming is not None
    assert (coming.step, coming.why) == (step, why)


def test_the_urgent_calls_come_before_getting_in() -> None:
    burst = {str(number): order(card=1) for number in range(4)}
    red = replace(FOUND, orders=burst, ownership={})
    assert tonight(red).urgent == (Step.SHOP, Step.CARD_COMPANY, Step.SORT_ORDERS)
    told = replace(red, said=dict.fromkeys(tonight(red).urgent, FRIDAY_NIGHT))
    assert tonight(told).is_safe
    assert tonight(told).tomorrow[0] is Step.SIGN_IN


@pytest.mark.parametrize(
    ("snapshot", "urgent"),
    [
        (replace(SHUT_OUT, events=(RESET, MOVED)), (Step.SHOP,)),
        (replace(SHUT_OUT, events=(MOVED,), case=NOT_TRIED), (Step.SHOP,)),
        (replace(SHUT_OUT, events=(MOVED,), case=CAN_SIGN_IN), ()),
        (
            replace(SHUT_OUT, events=(MOVED,), said={Step.SHOP: FRIDAY_NIGHT}),
            (),
        ),
        # With its lock the shop undoes what the intruder changed.
        (replace(SHUT_OUT, events=(MOVED, replace(LOCK, at=FRIDAY_NIGHT))), ()),
        (
            replace(SHUT_OUT, events=(replace(LOCK, at=RESET_AT), MOVED)),
            (Step.SHOP,),
        ),
        (replace(SHUT_OUT, events=(replace(MOVED, at=RESET_AT - 31 * DAY),)), ()),
    ],
)
def test_an_account_with_another_address_cannot_wait_until_tomorrow(
    snapshot: Snapshot, urgent: tuple[Step, ...]
) -> None:
    assert tonight(snapshot).urgent == urgent


SAID_AT = SEEN_AT + HOUR
SAID = replace(SHUT_OUT, said={Step.SIGN_IN: SAID_AT})


@pytest.mark.parametrize(
    ("snapshot", "is_said", "reopened_by"),
    [
        (SAID, True, None),
        (replace(SAID, events=(RESET, MOVED)), False, MOVED),
        (replace(SAID, events=(RESET, LOCK)), False, LOCK),
        (replace(SAID, events=(RESET, replace(MOVED, at=SEEN_AT))), True, None),
        (
            # Looked at again since: what comes next follows from that look.
            replace(SAID, events=(RESET, MOVED), scan=looked(at=MOVED.at + HOUR)),
            *(False, None),
        ),
        # A login that was first seen after the person's word speaks against it,
        (replace(FOUND, said={Step.SIGN_IN: SEEN_AT - HOUR}), False, None),
        # but not one that they knew of.
        (replace(FOUND, said={Step.SIGN_IN: SAID_AT}), True, None),
        (replace(GONE, events=(RESET, LOCK)), False, LOCK),
        (replace(FOUND, events=(RESET, LOCK)), False, LOCK),
        (SHUT_OUT, False, None),
        (replace(SHUT_OUT, events=()), False, None),
    ],
)
def test_a_later_change_takes_the_word_of_the_person_back(
    snapshot: Snapshot, *, is_said: bool, reopened_by: AccountEvent | None
) -> None:
    anew = weighed_anew(snapshot)
    assert (Step.SIGN_IN in anew.said) is is_said
    assert anew.reopened_by == reopened_by


def test_a_change_after_the_look_is_known() -> None:
    assert change_since_look(replace(GONE, events=(RESET, MOVED))) == MOVED
    assert change_since_look(GONE) is None
    assert change_since_look(replace(SHUT_OUT, events=(MOVED,))) is None


def results(*, but: Place | None = None) -> dict[Place, Looked]:
    """Return a result for every place, the last of them an hour after the others."""
    places = [place for place in Place if place is not but]
    found = {
        place: Looked(place=place, seen=Seen.CLEAN, at=SEEN_AT) for place in places
    }
    last = places[-1]
    return {**found, last: replace(found[last], at=SEEN_AT + HOUR)}


def test_the_account_is_taken_back_once_every_place_has_a_result() -> None:
    everywhere = weighed_anew(replace(GONE, looked=results()))
    assert everywhere.said == {Step.TAKE_BACK: SEEN_AT + HOUR}
    assert state_of(Step.TAKE_BACK, everywhere) is StepState.SAID
    nearly = weighed_anew(replace(GONE, looked=results(but=Place.PASSKEYS)))
    assert nearly.said == {}
    assert state_of(Step.TAKE_BACK, nearly) is StepState.OPEN


@pytest.mark.parametrize(
    "kind", [AccountEventKind.ADDRESS_CHANGED, AccountEventKind.PHONE_CHANGED]
)
def test_contact_details_that_changed_afterwards_are_to_be_looked_at_again(
    kind: AccountEventKind,
) -> None:
    later = replace(GONE, looked=results(), events=(event(kind, 3 * HOUR),))
    assert weighed_anew(later).looked == results(but=Place.CONTACT_DETAILS)
    before = replace(later, events=(event(kind, timedelta(0)),))
    assert weighed_anew(before).looked == results()
