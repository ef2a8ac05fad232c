import pytest

from tests.recovery.orders.written import said
from torimodosu.recovery.orders.order import Doubt, OrderState
from torimodosu.recovery.orders.state import state_of

PLACED, ON_HOLD = OrderState.PLACED, OrderState.ON_HOLD
REFUSED, SHIPPED = OrderState.REFUSED, OrderState.SHIPPED
DELIVERED, CANCELLED = OrderState.DELIVERED, OrderState.CANCELLED
REFUNDED = OrderState.REFUNDED


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([PLACED], PLACED),
        ([PLACED, ON_HOLD], ON_HOLD),
        ([ON_HOLD, PLACED], ON_HOLD),
        ([PLACED, ON_HOLD, REFUSED], REFUSED),
        ([PLACED, ON_HOLD, SHIPPED], SHIPPED),
        ([PLACED, SHIPPED, ON_HOLD], SHIPPED),
        ([PLACED, SHIPPED, DELIVERED], DELIVERED),
        ([PLACED, SHIPPED, DELIVERED, SHIPPED], SHIPPED),
        ([PLACED, CANCELLED], CANCELLED),
        ([CANCELLED, PLACED], CANCELLED),
        ([PLACED, ON_HOLD, CANCELLED, REFUNDED], REFUNDED),
        ([PLACED, REFUNDED, CANCELLED], REFUNDED),
        ([PLACED, DELIVERED, REFUNDED], REFUNDED),
        ([DELIVERED], DELIVERED),
    ],
)
def test_the_latest_change_is_the_state(
    events: list[OrderState], state: OrderState
) -> None:
    progressed = state_of([said(event=event) for event in events])
    assert (progressed.state, progressed.doubts) == (state, ())


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ([PLACED, CANCELLED, SHIPPED], SHIPPED),
        ([PLACED, SHIPPED, CANCELLED], CANCELLED),
        ([PLACED, REFUSED, DELIVERED], DELIVERED),
    ],
)
def test_a_parcel_and_a_cancellation_contradict_each_other(
    events: list[OrderState], state: OrderState
) -> None:
    progressed = state_of([said(event=event) for event in events])
    assert progressed.state is state
    assert progressed.doubts == (Doubt.SHIPPED_AND_CANCELLED,)


def test_cancelling_a_part_does_not_cancel_the_order() -> None:
    progressed = state_of([said(), said(event=CANCELLED, is_partial=True)])
    assert progressed.state is PLACED
    assert progressed.doubts == (Doubt.PARTLY_CANCELLED,)
