"""What one mail says about one order."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.order import Doubt, Item, OrderState

UNKNOWN_LAYOUT = "unknown"
# A mail that a parcel is still on its way; it is no second parcel.
ON_THE_WAY_LAYOUT = "on_the_way"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderMail:
    """What one mail says about one order; None is what it does not say.

    Attributes:
        mail: SHA-256 of the mail.
        message_id: Its Message-ID, by which copies of it are known, or "".
        sent_at: Its date.
        service: Id of the catalogue.
        number: The order number as printed.
        event: What happened to the order.
        layout: Name of the layout that was read, or "unknown".
        placed_on: The day of the order, where the mail prints it.
        placed_time: The time of the order in the zone of the shop, where printed.
        currency: ISO 4217 code, or "" where the mail gives no amount.
        total: What the order, or the parcel, costs.
        card_label: How the mail names the card, such as "Visa", or "".
        refunded: What was given back.
        refund_expected: What will be given back.
        refund_method: Where a refund goes, or "".
        is_partial: Whether only a part of the order is cancelled.
        doubts: What the mail leaves open.

    """

    mail: str
    message_id: str
    sent_at: datetime | None
    service: str
    number: str | None
    event: OrderState
    layout: str
    placed_on: date | None = None
    placed_time: time | None = None
    currency: str = ""
    total: Decimal | None = None
    gift_card: Decimal | None = None
    points: Decimal | None = None
    card: Decimal | None = None
    card_label: str = ""
    refunded: Decimal | None = None
    refund_expected: Decimal | None = None
    refund_method: str = ""
    items: tuple[Item, ...] = ()
    is_partial: bool = False
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_parcel(self) -> bool:
        """Tell whether the mail is about one parcel and what it costs."""
        return self.event is OrderState.SHIPPED and self.layout not in {
            UNKNOWN_LAYOUT,
            ON_THE_WAY_LAYOUT,
        }

    @property
    def certainty(self) -> Certainty:
        """Return how sure the amounts are as this mail tells them."""
        if self.layout == UNKNOWN_LAYOUT:
            return Certainty.UNKNOWN
        return Certainty.PROBABLE if self.doubts else Certainty.CONFIRMED
