"""Why a step is to be taken, in one sentence."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.plan.reasons import Why

FirstWhy = Literal[Why.NOTHING_KNOWN_YET, Why.MAILS_MAY_VANISH, Why.NO_MAIL_FOUND]
DamageWhy = Literal[
    Why.INTRUDER_MAY_BE_INSIDE,
    Why.ORDERS_MAY_STILL_COME,
    Why.ORDERS_ARE_NOT_YOURS,
    Why.ORDERS_NOT_KNOWN,
]
AccountWhy = Literal[
    Why.ADDRESS_WAS_CHANGED,
    Why.SHUT_OUT,
    Why.SIGN_IN_CONFLICT_FOUND,
    Why.ACCOUNT_CHANGED_AGAIN,
    Why.TWO_STEP_CHANGED,
    Why.CONTACT_CHANGED,
    Why.BACKUP_NOT_TRIED,
    Why.PASSWORDS_LEFT,
]
CardWhy = Literal[
    Why.CARD_MAY_BE_CHARGED,
    Why.CARD_NOT_KNOWN,
    Why.REPORT_LIMIT_NEAR,
    Why.STATEMENT_IS_OUT,
    Why.CHARGES_UNEXPLAINED,
]
CalmerWhy = Literal[
    Why.ORDERS_UNSORTED,
    Why.QUIET_NOT_SEEN,
    Why.EVIDENCE_NOT_CHECKED,
    Why.EVIDENCE_CHANGED,
    Why.NEXT_ON_THE_WAY,
]


def why_words(why: Why) -> str:
    """Return why a step is the next one."""
    match why:
        case Why.NOTHING_KNOWN_YET | Why.MAILS_MAY_VANISH | Why.NO_MAIL_FOUND:
            return _first_words(why)
        case (
            Why.INTRUDER_MAY_BE_INSIDE
            | Why.ORDERS_MAY_STILL_COME
            | Why.ORDERS_ARE_NOT_YOURS
            | Why.ORDERS_NOT_KNOWN
        ):
            return _damage_words(why)
        case (
            Why.ADDRESS_WAS_CHANGED
            | Why.SHUT_OUT
            | Why.SIGN_IN_CONFLICT_FOUND
            | Why.ACCOUNT_CHANGED_AGAIN
            | Why.TWO_STEP_CHANGED
            | Why.CONTACT_CHANGED
            | Why.BACKUP_NOT_TRIED
            | Why.PASSWORDS_LEFT
        ):
            return _account_words(why)
        case (
            Why.CARD_MAY_BE_CHARGED
            | Why.CARD_NOT_KNOWN
            | Why.REPORT_LIMIT_NEAR
            | Why.STATEMENT_IS_OUT
            | Why.CHARGES_UNEXPLAINED
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
                "Way",
                "Whoever got in may still be in. A new password and signing out all"
                " devices shut them out.",
            )
        case Why.ORDERS_MAY_STILL_COME:
            return QCoreApplication.translate(
                "Way", "Orders may still come in. The shop can stop them."
            )
        case Why.ORDERS_ARE_NOT_YOURS:
            return QCoreApplication.translate(
                "Way", "Some orders are not yours. The shop can cancel and refund them."
            )
        case Why.ORDERS_NOT_KNOWN:
            return QCoreApplication.translate(
                "Way",
                "Without mails only the shop knows what was ordered. You can ask"
                " without signing in.",
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
        case Why.TWO_STEP_CHANGED:
            return QCoreApplication.translate(
                "Way", "A mail says that the two-step check was changed. Look again."
            )
        case Why.CONTACT_CHANGED:
            return QCoreApplication.translate(
                "Way",
                "A mail says that the address or the phone number of the account was"
                " changed. Look again.",
            )
        case Why.BACKUP_NOT_TRIED:
            return QCoreApplication.translate(
                "Way",
                "The codes work. Try the backup once, and nothing can lock you out.",
            )
        case Why.PASSWORDS_LEFT:
            return QCoreApplication.translate(
                "Way", "Some passwords are still to be changed."
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
                "For a card, the last day to report the loss comes near, and no report"
                " of that card is noted.",
            )
        case Why.STATEMENT_IS_OUT:
            return QCoreApplication.translate(
                "Way", "A statement that nobody has read yet should be out."
            )
        case Why.CHARGES_UNEXPLAINED:
            return QCoreApplication.translate(
                "Way", "A statement shows a charge that no order of yours explains."
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
