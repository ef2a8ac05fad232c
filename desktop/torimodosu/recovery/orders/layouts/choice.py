"""Which layout a mail is read by."""

from collections.abc import Callable, Mapping, Sequence

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.layouts import (
    digital,
    gift_card,
    japanese_2014,
    modern_2025,
    notice,
    other_shop,
    plain_2011,
    shipment_2013,
    subscription,
    western_2013,
)
from torimodosu.recovery.orders.lines import Line
from torimodosu.recovery.orders.numbers import is_amazon, numbers_in
from torimodosu.recovery.orders.printed import PrintedOrder

Reader = Callable[[Sequence[Line]], tuple[PrintedOrder, ...]]

_CONFIRMATIONS: tuple[Reader, ...] = (
    shipment_2013.read,
    plain_2011.read,
    modern_2025.read,
    gift_card.read,
    subscription.read,
    digital.read,
    japanese_2014.read,
    western_2013.read,
)
_SHIPMENTS: tuple[Reader, ...] = (
    shipment_2013.read,
    modern_2025.read,
    digital.read,
    japanese_2014.read,
    western_2013.read,
)
_READERS: Mapping[MailKind, tuple[Reader, ...]] = {
    MailKind.ORDER_CONFIRMATION: _CONFIRMATIONS,
    MailKind.OTHER: _CONFIRMATIONS,
    MailKind.SHIPMENT: _SHIPMENTS,
    MailKind.DELIVERY: (modern_2025.read,),
}
# What a mail on a later event is called that tells hardly more than a number.
NOTICES: Mapping[MailKind, str] = {
    MailKind.ORDER_ON_HOLD: "hold",
    MailKind.SHIPMENT: "shipment_notice",
    MailKind.DELIVERY: "delivery",
    MailKind.CANCELLATION: "cancellation",
    MailKind.REFUND: "refund",
}


def read_layout(
    lines: Sequence[Line], *, service: str, kind: MailKind
) -> tuple[PrintedOrder, ...]:
    """Return the orders of a mail of *service* of *kind*, by the layout that fits.

    The result is empty where none fits.
    """
    if not _is_of_amazon(lines, service):
        return _read_other_shop(lines, kind)
    for read in _READERS.get(kind, ()):
        orders = tuple(order for order in read(lines) if order.entries or order.items)
        if orders:
            return orders
    if kind in NOTICES:
        return notice.read_notice(lines, layout=NOTICES[kind])
    return ()


def named_orders(lines: Sequence[Line], service: str) -> tuple[str, ...]:
    """Return the numbers of the orders that a mail of *service* names in any way."""
    if _is_of_amazon(lines, service):
        return numbers_in(lines)
    orders = other_shop.read_notice(lines, layout="")
    return tuple(order.number for order in orders if order.number)


def _is_of_amazon(lines: Sequence[Line], service: str) -> bool:
    return is_amazon(service) or (not service and bool(numbers_in(lines)))


def _read_other_shop(lines: Sequence[Line], kind: MailKind) -> tuple[PrintedOrder, ...]:
    orders = other_shop.read(lines)
    if orders or kind not in NOTICES:
        return orders
    return other_shop.read_notice(lines, layout=NOTICES[kind])
