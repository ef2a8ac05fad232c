"""Whose orders they are, by the numbers that the user lists as their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.lines import fold
from torimodosu.recovery.orders.order import Order, Ownership


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOrders:
    """The orders of the user.

    Attributes:
        ownership: Mine, by order key, for each order that was listed.
        not_found: Listed numbers of which there is no order.

    """

    ownership: Mapping[str, Ownership]
    not_found: tuple[str, ...]


def own_orders(orders: Iterable[Order], numbers: Iterable[str]) -> OwnOrders:
    """Return which of *orders* have one of *numbers*, as the user typed them.

    Where two shops gave the same number, both orders are the user's.
    """
    listed = {fold(number).lstrip("# ").upper(): number for number in numbers}
    numbered = [
        (order.order_number.upper(), order_key(order))
        for order in orders
        if order.order_number
    ]
    found = {number for number, _ in numbered}
    return OwnOrders(
        ownership={key: Ownership.MINE for number, key in numbered if number in listed},
        not_found=tuple(typed for key, typed in listed.items() if key not in found),
    )
