"""How far an order got, by the mails that speak of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from torimodosu.recovery.orders.order import Doubt, OrderState
from torimodosu.recovery.orders.order_mail import OrderMail

_UNDERWAY = {OrderState.SHIPPED, OrderState.DELIVERED}
_STOPPED = {OrderState.CANCELLED, OrderState.REFUSED}


@dataclass(frozen=True, slots=True)
class Progressed:
    """The state of an order and what speaks against it."""

    state: OrderState
    doubts: tuple[Doubt, ...]


def state_of(readings: Sequence[OrderMail]) -> Progressed:
    """Return how far the order got; *readings* are in the order in which they came.

    The latest mail that tells of a change counts. A confirmation only tells that the
    order was placed, however late it comes, and a hold does not undo a parcel. A
    refund is the last word. A parcel after a cancellation means that a part of the
    order was cancelled.
    """
    state = OrderState.PLACED
    doubts: list[Doubt] = []
    for reading in readings:
        if reading.event is OrderState.CANCELLED and reading.is_partial:
            doubts.append(Doubt.PARTLY_CANCELLED)
            continue
        if {reading.event, state} & _STOPPED and {reading.event, state} & _UNDERWAY:
            doubts.append(Doubt.SHIPPED_AND_CANCELLED)
        if _moves(state, reading.event):
            state = reading.event
    return Progressed(state, tuple(dict.fromkeys(doubts)))


def _moves(state: OrderState, event: OrderState) -> bool:
    match event:
        case OrderState.PLACED:
            return False
        case OrderState.ON_HOLD:
            return state is OrderState.PLACED
        case _:
            return state is not OrderState.REFUNDED
