"""Why a step is to be taken: the one reason that weighs most."""

from collections.abc import Mapping
from enum import Enum
from typing import Literal

from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.plan.cards import missing_months, near_limits, open_charges
from torimodosu.recovery.plan.danger import Danger, account_is_lost, danger_of
from torimodosu.recovery.plan.needs import may_be_inside, may_be_loss
from torimodosu.recovery.plan.proof import has_faults, has_no_mails
from torimodosu.recovery.plan.sign_in import has_conflict, is_contact_changed_since
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.two_step import (
    accepted_at,
    is_backup_open,
    is_two_step_changed_since,
)


class Why(Enum):
    """Why a step is to be taken."""

    NOTHING_KNOWN_YET = "nothing_known_yet"
    MAILS_MAY_VANISH = "mails_may_vanish"
    NO_MAIL_FOUND = "no_mail_found"
    INTRUDER_MAY_BE_INSIDE = "intruder_may_be_inside"
    ORDERS_MAY_STILL_COME = "orders_may_still_come"
    ORDERS_ARE_NOT_YOURS = "orders_are_not_yours"
    ORDERS_NOT_KNOWN = "orders_not_known"
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
    TWO_STEP_CHANGED = "two_step_changed"
    CONTACT_CHANGED = "contact_changed"
    BACKUP_NOT_TRIED = "backup_not_tried"
    PASSWORDS_LEFT = "passwords_left"
    CHARGES_UNEXPLAINED = "charges_unexplained"
    NEXT_ON_THE_WAY = "next_on_the_way"


_REASONS: Mapping[Step, Why] = {
    Step.QUESTIONS: Why.NOTHING_KNOWN_YET,
    Step.READ_MAIL: Why.MAILS_MAY_VANISH,
    Step.CHECK_EVIDENCE: Why.EVIDENCE_NOT_CHECKED,
    Step.SORT_ORDERS: Why.ORDERS_UNSORTED,
    Step.STILL_GOING: Why.QUIET_NOT_SEEN,
    Step.WHICH_CARD: Why.CARD_NOT_KNOWN,
}


def reason_for(step: Step, snapshot: Snapshot) -> Why:
    """Return why *step*, which is open, is to be taken."""
    match step:
        case Step.READ_MAIL | Step.CHECK_EVIDENCE if has_faults(snapshot):
            return Why.EVIDENCE_CHANGED
        case Step.READ_MAIL if snapshot.covered:
            return Why.NO_MAIL_FOUND
        case Step.SHOP:
            return _reason_to_tell_shop(snapshot)
        case Step.SIGN_IN:
            return _reason_to_sign_in(snapshot)
        case Step.CARD_COMPANY | Step.SCHEDULE if near_limits(snapshot):
            return Why.REPORT_LIMIT_NEAR
        case _:
            return _usual_reason(step, snapshot)


def _usual_reason(step: Step, snapshot: Snapshot) -> Why:
    match step:
        case Step.STATEMENTS if missing_months(snapshot):
            return Why.STATEMENT_IS_OUT
        case Step.STATEMENTS if open_charges(snapshot):
            return Why.CHARGES_UNEXPLAINED
        case Step.TWO_STEP | Step.TAKE_BACK | Step.REUSE:
            return _reason_to_lock(step, snapshot)
        case Step.PASSWORD if may_be_inside(snapshot):
            return Why.INTRUDER_MAY_BE_INSIDE
        case Step.CARD_COMPANY if may_be_loss(snapshot):
            return Why.CARD_MAY_BE_CHARGED
        case _:
            return _REASONS.get(step, Why.NEXT_ON_THE_WAY)


def _reason_to_lock(
    step: Literal[Step.TWO_STEP, Step.TAKE_BACK, Step.REUSE], snapshot: Snapshot
) -> Why:
    match step:
        case Step.TWO_STEP if _is_lock_changed(snapshot):
            return Why.TWO_STEP_CHANGED
        case Step.TWO_STEP if is_backup_open(snapshot):
            return Why.BACKUP_NOT_TRIED
        case Step.TAKE_BACK if _is_contact_changed(snapshot):
            return Why.CONTACT_CHANGED
        case Step.REUSE if snapshot.password_queue is not None:
            return Why.PASSWORDS_LEFT
        case _:
            return Why.NEXT_ON_THE_WAY


def _reason_to_tell_shop(snapshot: Snapshot) -> Why:
    match danger_of(snapshot):
        case Danger.MONEY_MOVING:
            return Why.ORDERS_MAY_STILL_COME
        case Danger.DAMAGE_DONE:
            return Why.ORDERS_ARE_NOT_YOURS
        case Danger.NONE_SEEN if account_is_lost(snapshot):
            return Why.ADDRESS_WAS_CHANGED
        case Danger.NONE_SEEN if has_no_mails(snapshot):
            return Why.ORDERS_NOT_KNOWN
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


def _is_lock_changed(snapshot: Snapshot) -> bool:
    """Tell whether a mail says that the check was changed after it worked, or later."""
    closing = snapshot.closing
    moment = accepted_at(snapshot) if closing is None else closing.at
    return is_two_step_changed_since(snapshot, moment)


def _is_contact_changed(snapshot: Snapshot) -> bool:
    """Tell whether the account got another address or phone after the case closed."""
    closing = snapshot.closing
    return closing is not None and is_contact_changed_since(snapshot, closing.at)
