"""What a person does in each step, and what is so afterwards."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.cards import unreported_cards
from torimodosu.recovery.plan.proof import (
    are_faults_accepted,
    has_no_mails,
    is_said,
)
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step


def step_deed(step: Step) -> str:  # noqa: C901, PLR0912 -- a case for each
    """Return what the person does in *step*, as a call to do it."""
    match step:
        case Step.QUESTIONS:
            return QCoreApplication.translate("Deeds", "Answer five short questions")
        case Step.READ_MAIL:
            return QCoreApplication.translate("Deeds", "Keep the shop's mails safe")
        case Step.CHECK_EVIDENCE:
            return QCoreApplication.translate(
                "Deeds", "Check that the evidence is whole"
            )
        case Step.SORT_ORDERS:
            return QCoreApplication.translate("Deeds", "Say which orders are yours")
        case Step.STILL_GOING:
            return QCoreApplication.translate("Deeds", "See whether it goes on")
        case Step.WHICH_CARD:
            return QCoreApplication.translate("Deeds", "Find out which card was used")
        case Step.SIGN_IN:
            return QCoreApplication.translate("Deeds", "Find out why sign-in fails")
        case Step.TAKE_BACK:
            return QCoreApplication.translate("Deeds", "Look around once you are in")
        case Step.PASSWORD:
            return _password_deed()
        case Step.TWO_STEP:
            return QCoreApplication.translate("Deeds", "Turn on the two-step check")
        case Step.REUSE:
            return QCoreApplication.translate("Deeds", "Change the passwords like it")
        case Step.CARD_COMPANY:
            return QCoreApplication.translate("Deeds", "Tell the card company")
        case Step.SHOP:
            return QCoreApplication.translate("Deeds", "Tell the shop")
        case Step.POLICE:
            return QCoreApplication.translate("Deeds", "Tell the police")
        case Step.SCHEDULE:
            return QCoreApplication.translate("Deeds", "Look at the dates ahead")
        case Step.STATEMENTS:
            return QCoreApplication.translate("Deeds", "Watch the card statements")
        case Step.CLOSING:
            return QCoreApplication.translate("Deeds", "Look back and close")


def _password_deed() -> str:
    # The new one alone leaves devices signed in.
    return QCoreApplication.translate(
        "Deeds", "Set a new password, sign out all devices"
    )


def done_words(step: Step, snapshot: Snapshot) -> str:
    """Return what is so as *step* is done; the user's word may be another thing."""
    match step:
        case Step.READ_MAIL if has_no_mails(snapshot):
            return QCoreApplication.translate("Deeds", "There are no mails to keep")
        case Step.READ_MAIL if are_faults_accepted(snapshot):
            return QCoreApplication.translate("Deeds", "Not every mail could be kept")
        case Step.CHECK_EVIDENCE if are_faults_accepted(snapshot):
            return QCoreApplication.translate("Deeds", "You know what was changed")
        case Step.SIGN_IN if not is_said(step, snapshot):
            # Seen in the browsers; whether the shop lets one in, nothing has shown.
            return QCoreApplication.translate("Deeds", "No old password is left")
        case Step.CARD_COMPANY if unreported_cards(snapshot):
            return QCoreApplication.translate(
                "Deeds", "You told a card company, not every report is noted"
            )
        case _:
            return step_done(step)


def step_done(step: Step) -> str:  # noqa: C901, PLR0912 -- a case for each
    """Return what is so once *step* is done."""
    match step:
        case Step.QUESTIONS:
            return QCoreApplication.translate("Deeds", "Your answers are kept")
        case Step.READ_MAIL:
            return QCoreApplication.translate("Deeds", "The mails are kept safe")
        case Step.CHECK_EVIDENCE:
            return QCoreApplication.translate("Deeds", "The evidence is whole")
        case Step.SORT_ORDERS:
            return QCoreApplication.translate("Deeds", "Every order is sorted")
        case Step.STILL_GOING:
            return QCoreApplication.translate("Deeds", "No more orders seem to come")
        case Step.WHICH_CARD:
            return QCoreApplication.translate("Deeds", "It is known which card it was")
        case Step.SIGN_IN:
            return QCoreApplication.translate("Deeds", "You can sign in")
        case Step.TAKE_BACK:
            return QCoreApplication.translate("Deeds", "You looked around inside")
        case Step.PASSWORD:
            return QCoreApplication.translate("Deeds", "The password is new")
        case Step.TWO_STEP:
            return QCoreApplication.translate("Deeds", "The two-step check is on")
        case Step.REUSE:
            return QCoreApplication.translate("Deeds", "No password is used twice")
        case Step.CARD_COMPANY:
            return QCoreApplication.translate("Deeds", "The card company knows")
        case Step.SHOP:
            return QCoreApplication.translate("Deeds", "The shop knows")
        case Step.POLICE:
            return QCoreApplication.translate("Deeds", "The police know")
        case Step.SCHEDULE:
            return QCoreApplication.translate("Deeds", "You know the dates ahead")
        case Step.STATEMENTS:
            return QCoreApplication.translate("Deeds", "Every statement so far is read")
        case Step.CLOSING:
            return QCoreApplication.translate("Deeds", "The case is closed")
