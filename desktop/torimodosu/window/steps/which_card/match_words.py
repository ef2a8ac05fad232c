"""What speaks for a match, and how it stands, in words."""

from typing import Literal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.statements.card_notice import NoticeKind
from torimodosu.recovery.statements.which_card.matching import (
    Match,
    OpenCharge,
    Reason,
    Said,
    Verdict,
)
from torimodosu.window.kit.rows import Cell
from torimodosu.window.steps.which_card.sight import said_of

AmountReason = Literal[
    Reason.ORDER_TOTAL,
    Reason.SHIPMENT,
    Reason.SHIPMENTS_TOGETHER,
    Reason.ORDERS_TOGETHER,
    Reason.REST_AFTER_GIFT_CARD,
    Reason.FOREIGN_CONVERTED,
    Reason.REFUND_OF_ORDER,
    Reason.UNKNOWN_AMOUNT,
]


def reason_words(reason: Reason) -> str:
    """Return what speaks for a match."""
    match reason:
        case Reason.NOTICE_AT_THAT_MINUTE:
            return QCoreApplication.translate(
                "Reasons", "The card company told of a use at that minute"
            )
        case Reason.NOTICE_THAT_DAY:
            return QCoreApplication.translate(
                "Reasons", "The card company told of a use on that day"
            )
        case Reason.SAME_SHOP:
            return QCoreApplication.translate(
                "Reasons", "The same shop made the charge"
            )
        case Reason.CARD_LABEL:
            return QCoreApplication.translate(
                "Reasons", "The mail of the order names this kind of card"
            )
        case Reason.ONLY_CANDIDATE:
            return QCoreApplication.translate(
                "Reasons", "No other charge and no other order fits"
            )
        case Reason.USER_CONFIRMED:
            return QCoreApplication.translate("Reasons", "You confirmed it")
        case _:
            return _amount_reason_words(reason)


def _amount_reason_words(reason: AmountReason) -> str:
    match reason:
        case Reason.ORDER_TOTAL:
            return QCoreApplication.translate(
                "Reasons", "The amount is that of the order, to the yen"
            )
        case Reason.SHIPMENT:
            return QCoreApplication.translate(
                "Reasons", "The amount is that of one parcel, to the yen"
            )
        case Reason.SHIPMENTS_TOGETHER:
            return QCoreApplication.translate(
                "Reasons", "The amount is that of several parcels together"
            )
        case Reason.ORDERS_TOGETHER:
            return QCoreApplication.translate(
                "Reasons", "The amount is that of several orders together"
            )
        case Reason.REST_AFTER_GIFT_CARD:
            return QCoreApplication.translate(
                "Reasons", "The amount is what the gift balance left to pay"
            )
        case Reason.FOREIGN_CONVERTED:
            return QCoreApplication.translate(
                "Reasons", "The amount fits when it is converted"
            )
        case Reason.REFUND_OF_ORDER:
            return QCoreApplication.translate(
                "Reasons", "It gives back what the order had cost"
            )
        case Reason.UNKNOWN_AMOUNT:
            return QCoreApplication.translate(
                "Reasons", "The mails give no amount that would speak against it"
            )


def match_state(match: Match, snapshot: Snapshot) -> Cell:
    """Return how *match* stands: the person's word before what was worked out."""
    translate = QCoreApplication.translate
    match said_of(match, snapshot):
        case Said.CONFIRMED:
            return Cell(translate("Matches", "You confirmed it"), Certainty.SAID)
        case Said.REJECTED:
            return Cell(translate("Matches", "Not so, you say"), Certainty.SAID)
        case None if not match.is_disputed:
            return Cell(translate("Matches", "Your own order"), Ownership.MINE)
        case None if match.is_certain:
            return Cell(translate("Matches", "Fits as the only one"), Verdict.CERTAIN)
        case None:
            return Cell(translate("Matches", "May fit"), Verdict.POSSIBLE)


def open_charge_words(why: OpenCharge) -> str:
    """Return why a charge that nothing explains is shown."""
    match why:
        case OpenCharge.OF_THE_SHOP:
            return QCoreApplication.translate("OpenCharges", "Shop charge, no order")
        case OpenCharge.SMALL_TEST:
            return QCoreApplication.translate("OpenCharges", "Small, like a trial")
        case OpenCharge.NEW_SUBSCRIPTION:
            return QCoreApplication.translate("OpenCharges", "New, comes again")
        case OpenCharge.NOT_SEEN_BEFORE:
            return QCoreApplication.translate("OpenCharges", "Shop not seen before")


def notice_words(kind: NoticeKind) -> str:
    """Return what a card company says was done with a card."""
    match kind:
        case NoticeKind.PURCHASE:
            return QCoreApplication.translate("Notices", "Mail about the use")
        case NoticeKind.CANCELLATION:
            return QCoreApplication.translate("Notices", "Mail about a cancelled use")
        case NoticeKind.RETURN:
            return QCoreApplication.translate("Notices", "Mail about money back")
        case NoticeKind.REFUSED:
            return QCoreApplication.translate("Notices", "Mail about a refused use")
