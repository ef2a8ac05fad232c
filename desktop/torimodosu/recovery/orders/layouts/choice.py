"""Which layout a mail is read by."""

from collections.abc import Callable, Mapping, Sequence

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
from torimodosu.recovery.orders.numbers import numbers_in
from torimodosu.recovery.orders.order import OrderState
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
_READERS: Mapping[OrderState, tuple[Reader, ...]] = {
    OrderState.PLACED: _CONFIRMATIONS,
    OrderState.SHIPPED: _SHIPMENTS,
    OrderState.DELIVERED: (modern_2025.read,),
}
_NOTICES: Mapping[OrderState, str] = {
    OrderState.ON_HOLD: "hold",
    OrderState.SHIPPED: "shipment_notice",
    OrderState.DELIVERED: "delivery",
    OrderState.CANCELLED: "cancellation",
    OrderState.REFUNDED: "refund",
}


def read_layout(
    lines: Sequence[Line], *, service: str, event: OrderState
) -> tuple[PrintedOrder, ...]:
    """Return the orders of a mail of *service* about *event*, by the layout that fits.

    The result is empty where none fits.
    """
    if not _is_amazon(lines, service):
        return _read_other_shop(lines, event)
    for read in _READERS.get(event, ()):
        orders = tuple(order for order in read(lines) if order.entries or order.items)
        if orders:
            return orders
    if event in _NOTICES:
        return notice.read_notice(lines, layout=_NOTICES[event])
    return ()


def named_orders(lines: Sequence[Line], service: str) -> tuple[str, ...]:
    """Return the numbers of the orders that a mail of *service* names in any way."""
    if _is_amazon(lines, service):
        return numbers_in(lines)
    orders = other_shop.read_notice(lines, layout="")
    return tuple(order.number for order in orders if order.number)


def _is_amazon(lines: Sequence[Line], service: str) -> bool:
    return service.startswith("amazon") or (not service and bool(numbers_in(lines)))


def _read_other_shop(
    lines: Sequence[Line], event: OrderState
) -> tuple[PrintedOrder, ...]:
    orders = other_shop.read(lines)
    if orders or event not in _NOTICES:
        return orders
    return other_shop.read_notice(lines, layout=_NOTICES[event])
