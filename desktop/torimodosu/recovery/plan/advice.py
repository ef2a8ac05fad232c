"""The flow: which one step is next, why, how long it takes, what to have at hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.plan.cards import (
    has_months_out,
    missing_months,
    near_limits,
    open_charges,
    waits_for_month,
    waits_for_statement,
    watch_goes_on,
)
from torimodosu.recovery.plan.danger import (
    Danger,
    account_is_lost,
    card_is_at_risk,
    danger_of,
)
from torimodosu.recovery.plan.preparation import AT_HAND, MINUTES, AtHand
from torimodosu.recovery.plan.proof import is_done, is_proven, is_said
from torimodosu.recovery.plan.sign_in import has_conflict
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.two_step import is_backup_open


class StepState(Enum):
    """How a step looks in the rail."""

    PROVEN = "proven"
    SAID = "said"
    HERE = "here"
    OPEN = "open"


class Why(Enum):
    """Why a step is the next one."""

    NOTHING_KNOWN_YET = "nothing_known_yet"
    MAILS_MAY_VANISH = "mails_may_vanish"
    NO_MAIL_FOUND = "no_mail_found"
    INTRUDER_MAY_BE_INSIDE = "intruder_may_be_inside"
    ORDERS_MAY_STILL_COME = "orders_may_still_come"
    ORDERS_ARE_NOT_YOURS = "orders_are_not_yours"
    CARD_MAY_BE_CHARGED = "card_may_be_charged"
    CARD_NOT_KNOWN = "card_not_known"
    REPORT_LIMIT_NEAR = "report_limit_near"
    STATEMENT_IS_OUT = "statement_is_out"
    ORDERS_UNSORTED = "orders_unsorted"
    QUIET_NOT_SEEN = "quiet_not_seen"
    EVIDENCE_NOT_CHECKED = "evidence_not_checked"
    EVIDENCE_CHANGED = "evidence_changed"
    ADDRESS_WAS_CHANGED = "address_was_changed"
    SHUT_OUT = "shut_out"
    SIGN_IN_CONFLICT_FOUND = "sign_in_conflict_found"
    ACCOUNT_CHANGED_AGAIN = "account_changed_again"
    BACKUP_NOT_TRIED = "backup_not_tried"
    NEXT_ON_THE_WAY = "next_on_the_way"


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """The one next action, with what it asks of the user."""

    step: Step
    why: Why
    minutes: int
    at_hand: tuple[AtHand, ...]


_SAVE_FIRST = (Step.QUESTIONS, Step.READ_MAIL)
_CALMLY = (
    *(Step.CHECK_EVIDENCE, Step.SORT_ORDERS, Step.STILL_GOING),
    *(Step.SIGN_IN, Step.TAKE_BACK),
    *(Step.PASSWORD, Step.TWO_STEP, Step.REUSE),
    *(Step.WHICH_CARD, Step.CARD_COMPANY, Step.SHOP, Step.POLICE),
    *(Step.SCHEDULE, Step.STATEMENTS, Step.CLOSING),
)

_REASONS: Mapping[Step, Why] = {
    Step.QUESTIONS: Why.NOTHING_KNOWN_YET,
    Step.READ_MAIL: Why.MAILS_MAY_VANISH,
    Step.CHECK_EVIDENCE: Why.EVIDENCE_NOT_CHECKED,
    Step.SORT_ORDERS: Why.ORDERS_UNSORTED,
    Step.STILL_GOING: Why.QUIET_NOT_SEEN,
    Step.WHICH_CARD: Why.CARD_NOT_KNOWN,
}
_REASONS_AFTER_DAMAGE: Mapping[Step, Why] = {
    Step.PASSWORD: Why.INTRUDER_MAY_BE_INSIDE,
    Step.CARD_COMPANY: Why.CARD_MAY_BE_CHARGED,
}


def next_step(snapshot: Snapshot) -> NextStep | None:
    """Return the one step to take now, or None when every needed step is done."""
    step = next(iter(open_steps(snapshot)), None)
    if step is None:
        return None
    return NextStep(
        step=step,
        why=_reason(step, snapshot),
        minutes=MINUTES[step],
        at_hand=AT_HAND[step],
    )


def state_of(step: Step, snapshot: Snapshot) -> StepState:
    """Return how *step* looks: proof outranks the user's word."""
    if is_proven(step, snapshot):
        return StepState.PROVEN
    if is_said(step, snapshot):
        return StepState.SAID
    is_here = open_steps(snapshot)[:1] == (step,)
    return StepState.HERE if is_here else StepState.OPEN


def open_steps(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return the steps that are needed and not done, in the order to take them."""
    way = dict.fromkeys((*urgent_steps(snapshot), *_soon(snapshot), *_CALMLY))
    return tuple(
        step
        for step in way
        if _is_needed(step, snapshot)
        and not is_done(step, snapshot)
        and not _waits(step, snapshot)
    )


def urgent_steps(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return the steps that should not wait until tomorrow, in their order.

    The mails come first: that takes minutes, and an intruder in the mailbox may
    delete them. Then those who can stop the damage, by ways that need no sign-in:
    the shop, and within hours the card company. Sorting the orders comes before the
    calls, unless money is moving now. A limit that ends soon goes before all calm
    things.
    """
    limits = (Step.CARD_COMPANY, Step.SCHEDULE) if near_limits(snapshot) else ()
    return (*_stop_damage(snapshot), *limits)


def _stop_damage(snapshot: Snapshot) -> tuple[Step, ...]:
    match danger_of(snapshot):
        case Danger.MONEY_MOVING:
            return (*_SAVE_FIRST, *_stop_it(snapshot), Step.SORT_ORDERS)
        case Danger.DAMAGE_DONE:
            return (*_SAVE_FIRST, Step.SORT_ORDERS, *_stop_it(snapshot))
        case Danger.NONE_SEEN if account_is_lost(snapshot):
            return (*_SAVE_FIRST, Step.SHOP, Step.SORT_ORDERS)
        case Danger.NONE_SEEN:
            return (*_SAVE_FIRST, Step.SORT_ORDERS)


def _soon(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return what comes before all that is calm: getting in again.

    Nearly everything else is easier from inside. Whoever waits for the shop to lift a
    hold has time for the rest.
    """
    if snapshot.case is None:
        return ()
    first = (Step.CHECK_EVIDENCE,) if _is_changed(snapshot) else ()
    if has_conflict(snapshot) or snapshot.reopened_by is not None:
        return (*first, Step.SIGN_IN)
    waits = snapshot.retry_at is not None and snapshot.retry_at > snapshot.at
    is_out = snapshot.case.answers.sign_in is SignIn.NO
    return (*first, Step.SIGN_IN) if is_out and not waits else ()


def _stop_it(snapshot: Snapshot) -> tuple[Step, ...]:
    calls = (Step.SHOP, Step.CARD_COMPANY)
    needed = tuple(step for step in calls if _is_needed(step, snapshot))
    if snapshot.case is not None and snapshot.case.answers.sign_in is SignIn.YES:
        # Whoever still gets in shuts the intruder out faster than any desk does.
        return (Step.PASSWORD, *needed)
    return needed


def _is_needed(step: Step, snapshot: Snapshot) -> bool:
    match step:
        case Step.CHECK_EVIDENCE | Step.SORT_ORDERS | Step.STILL_GOING:
            # Without a single mail there is nothing to check and nothing to sort.
            return Step.READ_MAIL not in snapshot.said or any(snapshot.kept.values())
        case Step.CARD_COMPANY:
            return card_is_at_risk(snapshot)
        case Step.WHICH_CARD | Step.POLICE | Step.SCHEDULE:
            is_asked = step is not Step.WHICH_CARD or card_is_at_risk(snapshot)
            return _is_damage(snapshot) and is_asked
        case Step.STATEMENTS if snapshot.statements and not _is_damage(snapshot):
            # Nothing was lost: what was read shows what the person wanted to see.
            return has_months_out(snapshot) or bool(open_charges(snapshot))
        case Step.CLOSING:
            return not (_is_damage(snapshot) and watch_goes_on(snapshot))
        case _:
            return True


def _waits(step: Step, snapshot: Snapshot) -> bool:
    """Tell whether nobody can do anything for *step* now, so that it holds none up."""
    match step:
        case Step.WHICH_CARD:
            return waits_for_statement(snapshot)
        case Step.STATEMENTS:
            return _is_damage(snapshot) and waits_for_month(snapshot)
        case _:
            return False


def _reason(step: Step, snapshot: Snapshot) -> Why:
    match step:
        case Step.READ_MAIL if snapshot.covered:
            return Why.NO_MAIL_FOUND
        case Step.CHECK_EVIDENCE if _is_changed(snapshot):
            return Why.EVIDENCE_CHANGED
        case Step.SHOP:
            return _reason_to_tell_shop(snapshot)
        case Step.SIGN_IN:
            return _reason_to_sign_in(snapshot)
        case Step.CARD_COMPANY | Step.SCHEDULE if near_limits(snapshot):
            return Why.REPORT_LIMIT_NEAR
        case _:
            return _usual_reason(step, snapshot)


def _usual_reason(step: Step, snapshot: Snapshot) -> Why:
    if step is Step.STATEMENTS and missing_months(snapshot):
        return Why.STATEMENT_IS_OUT
    if step is Step.TWO_STEP and is_backup_open(snapshot):
        return Why.BACKUP_NOT_TRIED
    if _is_damage(snapshot) and step in _REASONS_AFTER_DAMAGE:
        return _REASONS_AFTER_DAMAGE[step]
    return _REASONS.get(step, Why.NEXT_ON_THE_WAY)


def _reason_to_tell_shop(snapshot: Snapshot) -> Why:
    match danger_of(snapshot):
        case Danger.MONEY_MOVING:
            return Why.ORDERS_MAY_STILL_COME
        case Danger.DAMAGE_DONE:
            return Why.ORDERS_ARE_NOT_YOURS
        case Danger.NONE_SEEN if account_is_lost(snapshot):
            return Why.ADDRESS_WAS_CHANGED
        case Danger.NONE_SEEN:
            return Why.NEXT_ON_THE_WAY


def _reason_to_sign_in(snapshot: Snapshot) -> Why:
    if has_conflict(snapshot):
        return Why.SIGN_IN_CONFLICT_FOUND
    if snapshot.reopened_by is not None:
        return Why.ACCOUNT_CHANGED_AGAIN
    if snapshot.case is not None and snapshot.case.answers.sign_in is SignIn.NO:
        return Why.SHUT_OUT
    return Why.NEXT_ON_THE_WAY


def _is_damage(snapshot: Snapshot) -> bool:
    return danger_of(snapshot) is not Danger.NONE_SEEN


def _is_changed(snapshot: Snapshot) -> bool:
    return snapshot.verification is not None and snapshot.verification.faults > 0
