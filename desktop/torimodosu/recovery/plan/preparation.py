"""What a step asks of a person: minutes, and things to have at hand."""

from collections.abc import Mapping
from enum import Enum

from torimodosu.recovery.plan.steps import Step


class AtHand(Enum):
    """Something to have at hand before a step begins."""

    THIS_COMPUTER = "this_computer"
    MAILBOX = "mailbox"
    ORDER_LIST = "order_list"
    PHONE = "phone"
    CARD = "card"
    STATEMENT = "statement"
    IDENTITY_CARD = "identity_card"
    PEN_AND_PAPER = "pen_and_paper"


# What a calm beginner takes, rounded up: estimates, not measurements.
MINUTES: Mapping[Step, int] = {
    Step.QUESTIONS: 3,
    Step.READ_MAIL: 5,
    Step.CHECK_EVIDENCE: 1,
    Step.SORT_ORDERS: 5,
    Step.STILL_GOING: 3,
    Step.WHICH_CARD: 10,
    Step.SIGN_IN: 10,
    Step.TAKE_BACK: 15,
    Step.PASSWORD: 10,
    Step.TWO_STEP: 15,
    Step.REUSE: 20,
    Step.CARD_COMPANY: 15,
    Step.SHOP: 15,
    Step.POLICE: 30,
    Step.SCHEDULE: 3,
    Step.STATEMENTS: 10,
    Step.CLOSING: 5,
}

AT_HAND: Mapping[Step, tuple[AtHand, ...]] = {
    Step.QUESTIONS: (AtHand.THIS_COMPUTER,),
    Step.READ_MAIL: (AtHand.MAILBOX,),
    Step.CHECK_EVIDENCE: (AtHand.THIS_COMPUTER,),
    Step.SORT_ORDERS: (AtHand.THIS_COMPUTER,),
    Step.STILL_GOING: (AtHand.MAILBOX,),
    Step.WHICH_CARD: (AtHand.STATEMENT,),
    Step.SIGN_IN: (AtHand.THIS_COMPUTER,),
    Step.TAKE_BACK: (AtHand.THIS_COMPUTER, AtHand.PHONE),
    Step.PASSWORD: (AtHand.THIS_COMPUTER, AtHand.PEN_AND_PAPER),
    Step.TWO_STEP: (AtHand.PHONE, AtHand.PEN_AND_PAPER),
    Step.REUSE: (AtHand.THIS_COMPUTER,),
    Step.CARD_COMPANY: (AtHand.PHONE, AtHand.CARD, AtHand.ORDER_LIST),
    Step.SHOP: (AtHand.PHONE, AtHand.ORDER_LIST),
    Step.POLICE: (AtHand.PHONE, AtHand.ORDER_LIST, AtHand.IDENTITY_CARD),
    Step.SCHEDULE: (AtHand.THIS_COMPUTER,),
    Step.STATEMENTS: (AtHand.STATEMENT,),
    Step.CLOSING: (AtHand.THIS_COMPUTER,),
}
