"""What the stretches and steps of the way are called."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.preparation import AtHand
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.kit.icons import IconName
from torimodosu.window.words.counts import Counts


def phase_name(phase: Phase) -> str:
    """Return the name of *phase*, as the rail shows it."""
    match phase:
        case Phase.BEGIN:
            return QCoreApplication.translate("Way", "Begin")
        case Phase.SAVE:
            return QCoreApplication.translate("Way", "Save the evidence")
        case Phase.HAPPENED:
            return QCoreApplication.translate("Way", "What happened")
        case Phase.GET_BACK_IN:
            return QCoreApplication.translate("Way", "Get back in")
        case Phase.LOCK:
            return QCoreApplication.translate("Way", "Lock the door")
        case Phase.TELL:
            return QCoreApplication.translate("Way", "Tell them")
        case Phase.WATCH:
            return QCoreApplication.translate("Way", "Keep watch")
        case Phase.CLOSE:
            return QCoreApplication.translate("Way", "Close")


def phase_icon(phase: Phase) -> IconName:
    """Return the icon that stands for *phase* where there is no room for words."""
    match phase:
        case Phase.BEGIN:
            return "flag"
        case Phase.SAVE:
            return "archive"
        case Phase.HAPPENED:
            return "search"
        case Phase.GET_BACK_IN:
            return "key"
        case Phase.LOCK:
            return "lock"
        case Phase.TELL:
            return "tell"
        case Phase.WATCH:
            return "bell"
        case Phase.CLOSE:
            return "closed"


def step_name(step: Step) -> str:  # noqa: C901, PLR0912 -- a case for each
    """Return the name of *step*, as the rail shows it."""
    match step:
        case Step.QUESTIONS:
            return QCoreApplication.translate("Way", "Five questions")
        case Step.READ_MAIL:
            return QCoreApplication.translate("Way", "Read your mail")
        case Step.CHECK_EVIDENCE:
            return QCoreApplication.translate("Way", "Check the evidence")
        case Step.SORT_ORDERS:
            return QCoreApplication.translate("Way", "Sort the orders")
        case Step.STILL_GOING:
            return QCoreApplication.translate("Way", "Is it still going on?")
        case Step.WHICH_CARD:
            return QCoreApplication.translate("Way", "Which card")
        case Step.SIGN_IN:
            return QCoreApplication.translate("Way", "Why sign-in fails")
        case Step.TAKE_BACK:
            return QCoreApplication.translate("Way", "Once you are in")
        case Step.PASSWORD:
            return QCoreApplication.translate("Way", "New password")
        case Step.TWO_STEP:
            return QCoreApplication.translate("Way", "Two-step check")
        case Step.REUSE:
            return QCoreApplication.translate("Way", "Reused passwords")
        case Step.CARD_COMPANY:
            return QCoreApplication.translate("Way", "Card company")
        case Step.SHOP:
            return QCoreApplication.translate("Way", "The shop")
        case Step.POLICE:
            return QCoreApplication.translate("Way", "Police")
        case Step.SCHEDULE:
            return QCoreApplication.translate("Way", "Dates and limits")
        case Step.STATEMENTS:
            return QCoreApplication.translate("Way", "Read statements")
        case Step.CLOSING:
            return QCoreApplication.translate("Way", "The last look")


def at_hand_words(thing: AtHand) -> str:
    """Return what to have at hand."""
    match thing:
        case AtHand.THIS_COMPUTER:
            return QCoreApplication.translate("Way", "Only this computer")
        case AtHand.MAILBOX:
            return QCoreApplication.translate("Way", "Your mail, or a mail file")
        case AtHand.ORDER_LIST:
            return QCoreApplication.translate("Way", "The list of orders")
        case AtHand.PHONE:
            return QCoreApplication.translate("Way", "A telephone")
        case AtHand.CARD:
            return QCoreApplication.translate("Way", "The card")
        case AtHand.STATEMENT:
            return QCoreApplication.translate("Way", "Your card statement")
        case AtHand.IDENTITY_CARD:
            return QCoreApplication.translate("Way", "An identity card")
        case AtHand.PEN_AND_PAPER:
            return QCoreApplication.translate("Way", "Pen and paper")


def at_hand_list(things: tuple[AtHand, ...]) -> str:
    """Return everything to have at hand, in one line."""
    between = QCoreApplication.translate("Way", " · ")
    return between.join(map(at_hand_words, things))


def minutes_words(minutes: int) -> str:
    """Return how long a step takes."""
    return Counts().minutes(minutes)
