"""Orders for the tests of what is reckoned from them."""

from datetime import datetime
from decimal import Decimal

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.order import Doubt, Order, OrderState


def placed(  # noqa: PLR0913 -- each test says only what it is about
    number: str | None = "A",
    at: datetime | None = None,
    *,
    total: int | None = 1000,
    gift_card: int | None = None,
    points: int | None = None,
    card: int | None = None,
    currency: str = "JPY",
    state: OrderState = OrderState.PLACED,
    refunded: int | None = None,
    to_the_day: bool = False,
    doubts: tuple[Doubt, ...] = (),
) -> Order:
    """Return an order that is paid as given, the rest in an unknown way."""
    known = sum(part or 0 for part in (gift_card, points, card))
    return Order(
        order_number=number,
        service="amazon.co.jp",
        layout="modern_2025",
        placed_at=at,
        currency=currency,
        total=_yen(total),
        gift_card=_yen(gift_card),
        points=_yen(points),
        card=_yen(card),
        unknown=None if total is None else Decimal(total - known),
        state=state,
        items=(),
        shipments=(),
        refunded=_yen(refunded),
        mails=("m",),
        certainty=Certainty.CONFIRMED,
        doubts=doubts,
        placed_to_the_day=to_the_day,
    )


def _yen(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
