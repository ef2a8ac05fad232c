"""Where each reason leads: to the mail that it names, or to the page."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.still_going import Reason
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.window.place import Place, View

_OF_ORDERS = {
    Reason.NO_FOREIGN_ORDER,
    Reason.ORDERS_LATELY,
    Reason.QUIET_SINCE_LAST,
    Reason.NOT_QUIET_FOR_LONG,
    Reason.NO_HOLD_MAIL,
    Reason.TIMES_UNKNOWN,
}
_OF_HOLD = {
    Reason.ORDERS_AFTER_HOLD,
    Reason.REFUSED_AFTER_HOLD,
    Reason.QUIET_SINCE_HOLD,
}
_OF_ACCOUNT = {Reason.ADDRESS_CHANGED, Reason.ADDRESS_MAY_BE_CHANGED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Words to press, and what they lead to: a place, or the SHA-256 of a mail."""

    words: str
    to: Place | str


def lead_of(reason: Reason, snapshot: Snapshot) -> Lead:
    """Return where to look into *reason*."""
    if reason in _OF_HOLD:
        return _mail(MailKind.ORDER_ON_HOLD, snapshot) or _orders()
    if reason in _OF_ACCOUNT:
        return _mail(MailKind.ACCOUNT_CHANGED, snapshot) or _account()
    return _orders() if reason in _OF_ORDERS else _page(reason)


def _mail(kind: MailKind, snapshot: Snapshot) -> Lead | None:
    """Return the newest mail of *kind*, which is the one that the reason names."""
    dated = [
        (mail.date, mail.sha256)
        for mail in snapshot.notices
        if mail.kind is kind and mail.date is not None
    ]
    if not dated:
        return None
    words = QCoreApplication.translate("StillGoing", "See the mail")
    return Lead(words=words, to=max(dated)[1])


def _orders() -> Lead:
    words = QCoreApplication.translate("StillGoing", "See the orders")
    return Lead(words=words, to=Step.SORT_ORDERS)


def _account() -> Lead:
    words = QCoreApplication.translate("StillGoing", "See the account")
    return Lead(words=words, to=Step.TAKE_BACK)


def _page(reason: Reason) -> Lead:
    translate = QCoreApplication.translate
    match reason:
        case Reason.MAILS_NOT_PROVEN:
            return Lead(words=translate("StillGoing", "See why"), to=View.JUDGE)
        case Reason.MAILS_MAY_BE_DELETED:
            return _account()
        case Reason.OTHER_SERVICES_NOT_SEEN:
            return Lead(words=translate("StillGoing", "Find others"), to=Step.REUSE)
        case _:
            return Lead(words=translate("StillGoing", "Read mail"), to=Step.READ_MAIL)
