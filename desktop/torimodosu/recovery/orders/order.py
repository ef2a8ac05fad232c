"""An order, joined from the mails that speak of it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from torimodosu.recovery.case.certainty import Certainty


class OrderState(Enum):
    """How far an order got, as its mails tell."""

    PLACED = "placed"
    ON_HOLD = "on_hold"
    REFUSED = "refused"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class Ownership(Enum):
    """Whose order it is, as the user says."""

    MINE = "mine"
    NOT_MINE = "not_mine"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of an order; None is what the mail does not say."""

    title: str
    quantity: int | None
    price: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shipment:
    """One parcel, which is what the shop charges for; None is not known yet."""

    date: date | None
    total: Decimal | None
    gift_card: Decimal | None
    points: Decimal | None
    card: Decimal | None
    card_label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order.

    Where `total` is known, gift_card + points + card + unknown equal it, counting
    None as 0. An amount that no mail gives is None, never 0.

    Attributes:
        order_number: As printed, or None for a mail whose layout is not understood.
        service: Id of the catalogue.
        layout: Name of the layout that was read, or "unknown".
        refunded: What refund mails promise to give back, or None.
        mails: SHA-256 of the mails it was read from, oldest first.

    """

    order_number: str | None
    service: str
    layout: str
    placed_at: datetime | None
    currency: str
    total: Decimal | None
    gift_card: Decimal | None
    points: Decimal | None
    card: Decimal | None
    unknown: Decimal | None
    state: OrderState
    items: tuple[Item, ...]
    shipments: tuple[Shipment, ...]
    refunded: Decimal | None
    mails: tuple[str, ...]
    certainty: Certainty
