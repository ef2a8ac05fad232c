"""The flow: which one step is next, why, how long it takes, what to have at hand."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.plan.cards import near_limits
from torimodosu.recovery.plan.danger import Danger, account_is_lost, danger_of
from torimodosu.recovery.plan.needs import (
    Unneeded,
    may_be_inside,
    waits_for,
    why_unneeded,
)
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES, AtHand
from torimodosu.recovery.plan.proof import (
    has_faults,
    has_no_mails,
    is_done,
    is_proven,
    is_said,
)
from torimodosu.recovery.plan.reasons import Why, reason_for
from torimodosu.recovery.plan.sign_in import gets_in, has_conflict, waits_to_retry
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step


class StepState(Enum):
    """How a step looks, wherever it is shown.

    Attributes:
        PROVEN: Something that the program has seen proves that it is done.
        SAID: The user says so.
        HERE: It is the next one.
        OPEN: It is to be done, or nobody knows yet whether it is needed.
        LATER: It is needed, and there is nothing to do about it now.
        NOT_NEEDED: By all that is known, nobody has to take it.

    """

    PROVEN = "proven"
    SAID = "said"
    HERE = "here"
    OPEN = "open"
    LATER = "later"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The one next action, with what it asks of the user."""

    step: Step
    why: Why
    minutes: int
    at_hand: tuple[AtHand, ...]


_CALMLY = (
    *(Step.CHECK_EVIDENCE, Step.SORT_ORDERS, Step.STILL_GOING),
    *(Step.SIGN_IN, Step.TAKE_BACK),
    *(Step.PASSWORD, Step.TWO_STEP, Step.REUSE),
    *(Step.WHICH_CARD, Step.CARD_COMPANY, Step.SHOP, Step.POLICE),
    *(Step.SCHEDULE, Step.STATEMENTS, Step.CLOSING),
)

# While one of these is open, a loss may still be found that others are needed for.
_MAY_FIND_LOSS = {Step.QUESTIONS, Step.READ_MAIL, Step.SORT_ORDERS}


def next_step(snapshot: Snapshot) -> NextStep | None:
    """Return the one step to take now, or None when every needed step is done."""
    step = next(iter(open_steps(snapshot)), None)
    if step is None:
        return None
    return NextStep(
        step=step,
        why=reason_for(step, snapshot),
        minutes=MINUTES[step],
        at_hand=AT_HAND[step],
    )


def state_of(step: Step, snapshot: Snapshot) -> StepState:
    """Return how *step* looks: proof outranks the user's word."""
    if is_proven(step, snapshot):
        return StepState.PROVEN
    if is_said(step, snapshot):
        return StepState.SAID
    coming = open_steps(snapshot)
    if step in coming:
        return StepState.HERE if step is coming[0] else StepState.OPEN
    if waits_for(step, snapshot) is not None:
        return StepState.LATER
    return StepState.NOT_NEEDED if _is_settled(step, snapshot) else StepState.OPEN


def open_steps(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return the steps that are needed and not done, in the order to take them."""
    way = dict.fromkeys((*urgent_steps(snapshot), *_soon(snapshot), *_CALMLY))
    return tuple(
        step
        for step in way
        if why_unneeded(step, snapshot) is None
        and not is_done(step, snapshot)
        and waits_for(step, snapshot) is None
    )


def opened_again(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return what opened after the user said that the case is closed, in its order.

    What they left open then is no news.
    """
    if snapshot.closing is None:
        return ()
    left = {Step.CLOSING, *snapshot.closing.left}
    return tuple(step for step in open_steps(snapshot) if step not in left)


def urgent_steps(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return the steps that should not wait until tomorrow, in their order.

    The mails come first: that takes minutes, and an intruder in the mailbox may
    delete them. Then those who can stop the damage, by ways that need no sign-in:
    the shop, and within hours the card company. Whoever gets in first shuts out who may
    still be inside: that is faster than any desk. Sorting the orders comes before the
    calls, unless money is moving now. A limit that ends soon goes before all calm
    things.
    """
    limits = (Step.CARD_COMPANY, Step.SCHEDULE) if near_limits(snapshot) else ()
    return (*_stop_damage(snapshot), *limits)


def _stop_damage(snapshot: Snapshot) -> tuple[Step, ...]:
    save, lock = _save_first(snapshot), _shut_out(snapshot)
    match danger_of(snapshot):
        case Danger.MONEY_MOVING:
            return (*save, *lock, *_calls(snapshot), Step.SORT_ORDERS)
        case Danger.DAMAGE_DONE:
            return (*save, Step.SORT_ORDERS, *lock, *_calls(snapshot))
        case Danger.NONE_SEEN if account_is_lost(snapshot) or has_no_mails(snapshot):
            return (*save, *lock, Step.SHOP, Step.SORT_ORDERS)
        case Danger.NONE_SEEN:
            return (*save, Step.SORT_ORDERS, *lock)


def _save_first(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return what saves the mails; where some are gone, first what tells which."""
    check = (Step.CHECK_EVIDENCE,) if has_faults(snapshot) else ()
    return (Step.QUESTIONS, *check, Step.READ_MAIL)


def _soon(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return what comes before all that is calm: getting in again.

    Nearly everything else is easier from inside. Whoever waits for the shop to lift a
    hold has time for the rest.
    """
    if snapshot.case is None:
        return ()
    known = snapshot.verification
    first = (Step.CHECK_EVIDENCE,) if known is not None and known.faults else ()
    if has_conflict(snapshot) or snapshot.reopened_by is not None:
        return (*first, Step.SIGN_IN)
    is_out = snapshot.case.answers.sign_in is SignIn.NO
    return (*first, Step.SIGN_IN) if is_out and not waits_to_retry(snapshot) else ()


def _shut_out(snapshot: Snapshot) -> tuple[Step, ...]:
    is_possible = gets_in(snapshot) and may_be_inside(snapshot)
    return (Step.PASSWORD,) if is_possible else ()


def _calls(snapshot: Snapshot) -> tuple[Step, ...]:
    calls = (Step.SHOP, Step.CARD_COMPANY)
    return tuple(step for step in calls if why_unneeded(step, snapshot) is None)


def _is_settled(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether nothing that is still to be done can make *step* needed."""
    coming = open_steps(snapshot)
    match why_unneeded(step, snapshot):
        case Unneeded.NO_MAILS:
            return True
        case Unneeded.NO_DATES:
            return Step.STATEMENTS not in coming
        case _:
            return _MAY_FIND_LOSS.isdisjoint(coming)
