"""The way from the first strange mail to a closed case: phases and their steps."""

from collections.abc import Mapping
from enum import Enum


class Phase(Enum):
    """A stretch of the way, as the rail of the window shows it."""

    BEGIN = "begin"
    SAVE = "save"
    HAPPENED = "happened"
    GET_BACK_IN = "get_back_in"
    LOCK = "lock"
    TELL = "tell"
    WATCH = "watch"
    CLOSE = "close"


class Step(Enum):
    """One thing to do; the values are kept in the store."""

    QUESTIONS = "questions"
    READ_MAIL = "read_mail"
    CHECK_EVIDENCE = "check_evidence"
    SORT_ORDERS = "sort_orders"
    STILL_GOING = "still_going"
    WHICH_CARD = "which_card"
    SIGN_IN = "sign_in"
    TAKE_BACK = "take_back"
    PASSWORD = "password"  # noqa: S105 -- a step
    TWO_STEP = "two_step"
    REUSE = "reuse"
    CARD_COMPANY = "card_company"
    SHOP = "shop"
    POLICE = "police"
    SCHEDULE = "schedule"
    STATEMENTS = "statements"
    CLOSING = "closing"

    @property
    def phase(self) -> Phase:
        """Return the phase that this step belongs to."""
        return _PHASE_OF[self]


STEPS_OF: Mapping[Phase, tuple[Step, ...]] = {
    Phase.BEGIN: (Step.QUESTIONS,),
    Phase.SAVE: (Step.READ_MAIL, Step.CHECK_EVIDENCE),
    Phase.HAPPENED: (Step.SORT_ORDERS, Step.STILL_GOING, Step.WHICH_CARD),
    Phase.GET_BACK_IN: (Step.SIGN_IN, Step.TAKE_BACK),
    Phase.LOCK: (Step.PASSWORD, Step.TWO_STEP, Step.REUSE),
    Phase.TELL: (Step.CARD_COMPANY, Step.SHOP, Step.POLICE),
    Phase.WATCH: (Step.SCHEDULE, Step.STATEMENTS),
    Phase.CLOSE: (Step.CLOSING,),
}

_PHASE_OF = {step: phase for phase, steps in STEPS_OF.items() for step in steps}
