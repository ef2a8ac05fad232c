"""What the stretches and steps of the way are called."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.advice import Why
from torimodosu.recovery.plan.preparation import AtHand
from torimodosu.recovery.plan.steps import Phase, Step
from torimodosu.window.kit.icons import IconName
from torimodosu.window.words.counts import Counts

FirstWhy = Literal[Why.NOTHING_KNOWN_YET, Why.MAILS_MAY_VANISH, Why.NO_MAIL_FOUND]
DamageWhy = Literal[
    Why.INTRUDER_MAY_BE_INSIDE, Why.ORDERS_MAY_STILL_COME, Why.ORDERS_ARE_NOT_YOURS
]
AccountWhy = Literal[
    Why.ADDRESS_WAS_CHANGED,
    Why.SHUT_OUT,
    Why.SIGN_IN_CONFLICT_FOUND,
    Why.ACCOUNT_CHANGED_AGAIN,
    Why.BACKUP_NOT_TRIED,
]
CardWhy = Literal[
    Why.CARD_MAY_BE_CHARGED,
    Why.CARD_NOT_KNOWN,
    Why.REPORT_LIMIT_NEAR,
    Why.STATEMENT_IS_OUT,
]
CalmerWhy = Literal[
    Why.ORDERS_UNSORTED,
    Why.QUIET_NOT_SEEN,
    Why.EVIDENCE_NOT_CHECKED,
    Why.EVIDENCE_CHANGED,
    Why.NEXT_ON_THE_WAY,
]


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


def why_words(why: Why) -> str:
    """Return why a step is the next one."""
    match why:
        case Why.NOTHING_KNOWN_YET | Why.MAILS_MAY_VANISH | Why.NO_MAIL_FOUND:
            return _first_words(why)
        case (
            Why.INTRUDER_MAY_BE_INSIDE
            | Why.ORDERS_MAY_STILL_COME
            | Why.ORDERS_ARE_NOT_YOURS
        ):
            return _damage_words(why)
        case (
            Why.ADDRESS_WAS_CHANGED
            | Why.SHUT_OUT
            | Why.SIGN_IN_CONFLICT_FOUND
            | Why.ACCOUNT_CHANGED_AGAIN
            | Why.BACKUP_NOT_TRIED
        ):
            return _account_words(why)
        case (
            Why.CARD_MAY_BE_CHARGED
            | Why.CARD_NOT_KNOWN
            | Why.REPORT_LIMIT_NEAR
            | Why.STATEMENT_IS_OUT
        ):
            return _card_words(why)
        case (
            Why.ORDERS_UNSORTED
            | Why.QUIET_NOT_SEEN
            | Why.EVIDENCE_NOT_CHECKED
            | Why.EVIDENCE_CHANGED
            | Why.NEXT_ON_THE_WAY
        ):
            return _calmer_words(why)


def _first_words(why: FirstWhy) -> str:
    match why:
        case Why.NOTHING_KNOWN_YET:
            return QCoreApplication.translate(
                "Way", "With five answers we can tell you what to do first."
            )
        case Why.MAILS_MAY_VANISH:
            return QCoreApplication.translate(
                "Way", "Mails are the best proof, and they can vanish. Keep them first."
            )
        case Why.NO_MAIL_FOUND:
            return QCoreApplication.translate(
                "Way",
                "No mail from the shop was found in what was read."
                " It may lie in another folder or mailbox.",
            )


def _damage_words(why: DamageWhy) -> str:
    match why:
        case Why.INTRUDER_MAY_BE_INSIDE:
            return QCoreApplication.translate(
                "Way", "Whoever got in may still be in. A new password shuts them out."
            )
        case Why.ORDERS_MAY_STILL_COME:
            return QCoreApplication.translate(
                "Way", "Orders may still come in. The shop can stop them."
            )
        case Why.ORDERS_ARE_NOT_YOURS:
            return QCoreApplication.translate(
                "Way", "Some orders are not yours. The shop can cancel and refund them."
            )


def _account_words(why: AccountWhy) -> str:
    match why:
        case Why.ADDRESS_WAS_CHANGED:
            return QCoreApplication.translate(
                "Way",
                "A mail says that the mail address of the account was changed. Only the"
                " shop can put it back.",
            )
        case Why.SHUT_OUT:
            return QCoreApplication.translate(
                "Way", "From inside, nearly everything else is easier. Let us see why."
            )
        case Why.SIGN_IN_CONFLICT_FOUND:
            return QCoreApplication.translate(
                "Way", "The cause is found: a browser holds an old password."
            )
        case Why.ACCOUNT_CHANGED_AGAIN:
            return QCoreApplication.translate(
                "Way",
                "A mail tells of one more change. Look again whether you get in.",
            )
        case Why.BACKUP_NOT_TRIED:
            return QCoreApplication.translate(
                "Way",
                "The codes work. Try the backup once, and nothing can lock you out.",
            )


def _card_words(why: CardWhy) -> str:
    match why:
        case Why.CARD_MAY_BE_CHARGED:
            return QCoreApplication.translate(
                "Way",
                "A card may be charged. The sooner you tell, the surer the money"
                " comes back.",
            )
        case Why.CARD_NOT_KNOWN:
            return QCoreApplication.translate(
                "Way",
                "The shop does not say which card it charged. Your statements do.",
            )
        case Why.REPORT_LIMIT_NEAR:
            return QCoreApplication.translate(
                "Way",
                "The last day to report the loss comes near, and no report is noted.",
            )
        case Why.STATEMENT_IS_OUT:
            return QCoreApplication.translate(
                "Way", "A statement that nobody has read yet should be out."
            )


def _calmer_words(why: CalmerWhy) -> str:
    match why:
        case Why.ORDERS_UNSORTED:
            return QCoreApplication.translate(
                "Way", "Only you know which orders are yours. One key each is enough."
            )
        case Why.QUIET_NOT_SEEN:
            return QCoreApplication.translate(
                "Way", "Read your mail once more to see whether it has stopped."
            )
        case Why.EVIDENCE_NOT_CHECKED:
            return QCoreApplication.translate(
                "Way", "We compare every kept mail with its seal."
            )
        case Why.EVIDENCE_CHANGED:
            return QCoreApplication.translate(
                "Way", "Something in the folder is no longer as it was sealed."
            )
        case Why.NEXT_ON_THE_WAY:
            return QCoreApplication.translate(
                "Way", "Nothing here is urgent. One thing after the other."
            )


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
