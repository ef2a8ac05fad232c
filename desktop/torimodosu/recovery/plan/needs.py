"""Which steps a case needs, and why it can do without the others."""

from enum import Enum

from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.plan.cards import (
    has_months_out,
    open_charges,
    waits_for_month,
    waits_for_statement,
    watch_goes_on,
)
from torimodosu.recovery.plan.danger import Danger, card_is_at_risk, danger_of
from torimodosu.recovery.plan.proof import has_no_mails
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step


class Unneeded(Enum):
    """Why nobody has to take a step.

    Attributes:
        NO_MAILS: The user says that there are no mails that it could be told from.
        NO_LOSS: No order is somebody else's.
        NO_CARD: No card is named, and no order is known that a card paid.
        NOTHING_TO_WATCH: No statement can show anything that is in question.
        NO_DATES: No day is known that would have to be kept.

    """

    NO_MAILS = "no_mails"
    NO_LOSS = "no_loss"
    NO_CARD = "no_card"
    NOTHING_TO_WATCH = "nothing_to_watch"
    NO_DATES = "no_dates"


class Later(Enum):
    """What a step waits for, so that nobody can do anything about it now."""

    STATEMENT_THAT_TELLS = "statement_that_tells"
    NEXT_STATEMENT = "next_statement"
    END_OF_WATCH = "end_of_watch"


def why_unneeded(step: Step, snapshot: Snapshot) -> Unneeded | None:
    """Return why *step* is not needed by what is known now, or None if it is.

    Before the orders are judged that may change with the next of them.
    """
    match step:
        case Step.CHECK_EVIDENCE | Step.SORT_ORDERS | Step.STILL_GOING:
            # Without a single mail there is nothing to check and nothing to sort.
            return Unneeded.NO_MAILS if has_no_mails(snapshot) else None
        case Step.CARD_COMPANY:
            return None if card_is_at_risk(snapshot) else Unneeded.NO_CARD
        case Step.WHICH_CARD | Step.POLICE | Step.SCHEDULE:
            return _why_no_loss_matters(step, snapshot)
        case Step.STATEMENTS:
            return _why_nothing_is_watched(snapshot)
        case _:
            return None


def waits_for(step: Step, snapshot: Snapshot) -> Later | None:
    """Return what *step* waits for, so that it holds none up, or None."""
    match step:
        case Step.WHICH_CARD if waits_for_statement(snapshot):
            return Later.STATEMENT_THAT_TELLS
        case Step.STATEMENTS if may_be_loss(snapshot) and waits_for_month(snapshot):
            return Later.NEXT_STATEMENT
        case Step.CLOSING if may_be_loss(snapshot) and watch_goes_on(snapshot):
            return Later.END_OF_WATCH
        case _:
            return None


def may_be_loss(snapshot: Snapshot) -> bool:
    """Tell whether something was lost, or nobody can know: there are no mails."""
    return danger_of(snapshot) is not Danger.NONE_SEEN or has_no_mails(snapshot)


def may_be_inside(snapshot: Snapshot) -> bool:
    """Tell whether somebody may be inside, until the person says the password is new.

    So it is where something may be lost, and for whoever was shut out. A reset does not
    end it: nobody knows who made it, and devices that are signed in may stay so.
    """
    case = snapshot.case
    was_out = case is not None and case.answers.sign_in is SignIn.NO
    return was_out or may_be_loss(snapshot)


def _why_no_loss_matters(step: Step, snapshot: Snapshot) -> Unneeded | None:
    if not may_be_loss(snapshot):
        return Unneeded.NO_LOSS
    if step is Step.WHICH_CARD and not card_is_at_risk(snapshot):
        return Unneeded.NO_CARD
    has_no_dates = snapshot.card_work is None and has_no_mails(snapshot)
    return Unneeded.NO_DATES if step is Step.SCHEDULE and has_no_dates else None


def _why_nothing_is_watched(snapshot: Snapshot) -> Unneeded | None:
    if has_months_out(snapshot) or open_charges(snapshot):
        return None
    if not card_is_at_risk(snapshot):
        return Unneeded.NO_CARD
    # Nothing was lost: what was read shows what the person wanted to see.
    is_calm = bool(snapshot.statements) and not may_be_loss(snapshot)
    return Unneeded.NOTHING_TO_WATCH if is_calm else None
