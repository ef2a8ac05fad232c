"""What the page says of whether orders still come in."""

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.orders.still_going import Reason, StillGoing, Verdict
from torimodosu.recovery.plan.danger import Danger, danger_of
from torimodosu.recovery.plan.proof import has_no_mails, is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.words.dates import moment_words, near_day_words


def title_of(found: StillGoing | None, snapshot: Snapshot) -> str:
    """Return the finding, as far as it settles the step."""
    if found is not None and is_proven(Step.STILL_GOING, snapshot):
        form = QCoreApplication.translate(
            "StillGoing", "Up to {day}, the orders seem to have stopped"
        )
        if found.last_order is None:
            form = QCoreApplication.translate(
                "StillGoing", "Up to {day}, nobody else has ordered"
            )
        return form.format(day=near_day_words(found.seen_until, now=snapshot.at))
    if Step.STILL_GOING in snapshot.said:
        return QCoreApplication.translate("StillGoing", "It has stopped, as you say")
    if found is None:
        return QCoreApplication.translate("StillGoing", "Is it still going on?")
    return verdict_title(found)


def why_of(found: StillGoing | None, snapshot: Snapshot) -> str:
    """Return what follows from it."""
    translate = QCoreApplication.translate
    said_at = snapshot.said.get(Step.STILL_GOING)
    if found is not None and is_proven(Step.STILL_GOING, snapshot):
        if Reason.MAILBOX_ENDS_EARLY in found.reasons:
            return translate("StillGoing", "Mails that came after that were not read.")
        return translate("StillGoing", "It was quiet for long enough.")
    if said_at is not None:
        form = translate("StillGoing", "Noted on {moment}. The mails do not prove it.")
        return form.format(moment=moment_words(said_at))
    if has_no_mails(snapshot):
        return translate("StillGoing", "Without mails, only the shop can tell.")
    if found is None:
        return translate("StillGoing", "Read mail first.")
    if found.verdict is Verdict.SEEMS_OVER and snapshot.unsorted:
        return translate("StillGoing", "Say of each order whether it is yours first.")
    is_moving = danger_of(snapshot) is Danger.MONEY_MOVING
    if found.verdict is Verdict.SEEMS_OVER and is_moving:
        return translate(
            "StillGoing",
            "Tell those who can stop it all the same, before you rest. “Where you"
            " stand” says whom.",
        )
    return verdict_why(found)


def verdict_title(found: StillGoing) -> str:
    """Return the finding as a title."""
    match found.verdict:
        case Verdict.GOING_ON:
            return QCoreApplication.translate("StillGoing", "Orders still come in")
        case Verdict.SEEMS_OVER:
            return QCoreApplication.translate(
                "StillGoing", "The orders seem to have stopped"
            )
        case Verdict.CANNOT_TELL:
            return QCoreApplication.translate(
                "StillGoing", "The mails cannot tell yet whether it is over"
            )


def verdict_why(found: StillGoing) -> str:
    """Return what follows from the finding."""
    match found.verdict:
        case Verdict.GOING_ON:
            return QCoreApplication.translate(
                "StillGoing", "The shop can stop them, without your signing in."
            )
        case Verdict.SEEMS_OVER:
            return QCoreApplication.translate(
                "StillGoing", "There is no need to hurry. Look once more tomorrow."
            )
        case Verdict.CANNOT_TELL:
            return QCoreApplication.translate(
                "StillGoing", "Below is what would settle it."
            )


def is_support(reason: Reason) -> bool:
    """Tell whether *reason* speaks for the verdict rather than weakening it."""
    return reason in {
        Reason.NO_FOREIGN_ORDER,
        Reason.ORDERS_AFTER_HOLD,
        Reason.REFUSED_AFTER_HOLD,
        Reason.ORDERS_LATELY,
        Reason.QUIET_SINCE_HOLD,
        Reason.QUIET_SINCE_LAST,
    }


def reason_words(reason: Reason, found: StillGoing) -> str:
    """Return *reason* as one sentence with its facts."""
    held = "" if found.held_at is None else moment_words(found.held_at)
    last = "" if found.last_order is None else moment_words(found.last_order)
    return _form(reason).format(held=held, last=last)


def _form(reason: Reason) -> str:
    match reason:
        case Reason.NO_FOREIGN_ORDER:
            return QCoreApplication.translate(
                "StillGoing",
                "No order of somebody else is in the mails that were read.",
            )
        case Reason.ORDERS_AFTER_HOLD:
            return QCoreApplication.translate(
                "StillGoing",
                "The shop held orders at {held}, and others came after. Last: {last}.",
            )
        case Reason.REFUSED_AFTER_HOLD:
            return QCoreApplication.translate(
                "StillGoing",
                "Somebody tried again after {held}, and the shop refused.",
            )
        case Reason.ORDERS_LATELY:
            return QCoreApplication.translate(
                "StillGoing", "The last order is quite new: {last}."
            )
        case Reason.QUIET_SINCE_HOLD:
            return QCoreApplication.translate(
                "StillGoing", "No order came after the shop held them at {held}."
            )
        case Reason.QUIET_SINCE_LAST:
            return QCoreApplication.translate(
                "StillGoing", "No order came for a whole day after the last: {last}."
            )
        case _:
            return _weakening(reason)


def _weakening(reason: Reason) -> str:
    match reason:
        case Reason.NO_HOLD_MAIL:
            return QCoreApplication.translate(
                "StillGoing", "The shop has not written that it holds orders."
            )
        case Reason.NOT_QUIET_FOR_LONG:
            return QCoreApplication.translate(
                "StillGoing", "Less than a day has passed since the last: {last}."
            )
        case Reason.MAILBOX_ENDS_BEFORE_HOLD:
            return QCoreApplication.translate(
                "StillGoing",
                "The mailbox that was read ends before the shop held the orders.",
            )
        case Reason.MAILBOX_ENDS_EARLY:
            return QCoreApplication.translate(
                "StillGoing",
                "The mailbox that was read ends more than a day ago."
                " Read your mail again.",
            )
        case Reason.END_OF_MAILBOX_UNKNOWN:
            return QCoreApplication.translate(
                "StillGoing",
                "It is not known up to when the files hold all your mails."
                " Drop the whole mailbox.",
            )
        case _:
            return _caveat(reason)


def _caveat(reason: Reason) -> str:
    match reason:
        case Reason.ADDRESS_CHANGED:
            return QCoreApplication.translate(
                "StillGoing",
                "The address of the account was changed: mails may go elsewhere.",
            )
        case Reason.ADDRESS_MAY_BE_CHANGED:
            return QCoreApplication.translate(
                "StillGoing",
                "Something in the account was changed. If it was the address,"
                " mails go elsewhere.",
            )
        case Reason.MAILS_MAY_BE_DELETED:
            return QCoreApplication.translate(
                "StillGoing", "Whoever reads your mail could delete some."
            )
        case Reason.MAILS_NOT_PROVEN:
            return QCoreApplication.translate(
                "StillGoing", "Whether these mails are genuine is not proven."
            )
        case Reason.OTHER_SERVICES_NOT_SEEN:
            return QCoreApplication.translate(
                "StillGoing", "Other shops and services were not looked at."
            )
        case _:
            return QCoreApplication.translate(
                "StillGoing", "The mails do not give the time of the orders."
            )
