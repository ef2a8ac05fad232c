"""What the orders page calls payments, states and doubts."""

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from torimodosu.recovery.orders.order import Order, OrderState
from torimodosu.window.words.counts import Counts


def goods_words(order: Order) -> str:
    """Return the first of the goods, and how many more there are."""
    if not order.items:
        if order.order_number is None:
            return QCoreApplication.translate("Orders", "Not understood yet, but kept")
        return QCoreApplication.translate("Orders", "Goods not named in the mail")
    first = order.items[0].title
    more = len(order.items) - 1
    if not more:
        return first
    return Counts().goods_and_more(first, more)


def payment_words(order: Order) -> str:
    """Return who pays the order, as far as its mails tell."""
    parts: tuple[tuple[Decimal | None, str], ...] = (
        (order.gift_card, QCoreApplication.translate("Orders", "Gift balance")),
        (order.points, QCoreApplication.translate("Orders", "Points")),
        (order.card, QCoreApplication.translate("Orders", "Card")),
        (order.unknown, QCoreApplication.translate("Orders", "Not known yet")),
    )
    named = [words for amount, words in parts if amount]
    if not named:
        return parts[-1][1] if order.total is None or order.total else "–"
    return " + ".join(named)


def state_words(state: OrderState) -> str:
    """Return how far an order got."""
    match state:
        case OrderState.PLACED:
            return QCoreApplication.translate("Orders", "Ordered")
        case OrderState.ON_HOLD:
            return QCoreApplication.translate("Orders", "On hold")
        case OrderState.REFUSED:
            return QCoreApplication.translate("Orders", "Refused")
        case OrderState.SHIPPED:
            return QCoreApplication.translate("Orders", "Sent")
        case OrderState.DELIVERED:
            return QCoreApplication.translate("Orders", "Delivered")
        case OrderState.CANCELLED:
            return QCoreApplication.translate("Orders", "Cancelled")
        case OrderState.REFUNDED:
            return QCoreApplication.translate("Orders", "Refund due")
