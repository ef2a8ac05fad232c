"""An order, joined from the mails that speak of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
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


class Doubt(Enum):
    """Why what the mails say of an order is not taken at its word."""

    GIFT_CARD_INFERRED = "gift_card_inferred"
    CHARGE_ABOVE_TOTAL = "charge_above_total"
    CHARGE_SHARED = "charge_shared"
    PAID_ABOVE_TOTAL = "paid_above_total"
    NOTHING_TO_PAY = "nothing_to_pay"
    TOTALS_DIFFER = "totals_differ"
    PARTS_DIFFER = "parts_differ"
    COPIES_DIFFER = "copies_differ"
    SPLITS_DIFFER = "splits_differ"
    CURRENCIES_DIFFER = "currencies_differ"
    DATES_DIFFER = "dates_differ"
    SHIPMENTS_ABOVE_TOTAL = "shipments_above_total"
    TOTAL_FROM_SHIPMENTS = "total_from_shipments"
    TOTAL_FROM_NOTICE = "total_from_notice"
    PARTLY_CANCELLED = "partly_cancelled"
    SHIPPED_AND_CANCELLED = "shipped_and_cancelled"
    REFUND_ABOVE_TOTAL = "refund_above_total"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of an order; None is what the mail does not say.

    `price` is that of one piece, `amount` that of the line.
    """

    title: str
    quantity: int | None
    price: Decimal | None
    amount: Decimal | None = None


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
        placed_at: When it was placed; midnight where `placed_to_the_day`.
        currency: ISO 4217 code, or "" where no mail gives an amount.
        refunded: What refund mails promise to give back, or None.
        mails: SHA-256 of the mails it was read from, oldest first.
        certainty: Confirmed where there is no doubt, unknown where there is no total.
        doubts: What the mails leave open or contradict each other in.
        placed_to_the_day: Whether only the day is known.
        card_label: How the mails name the card, such as "Visa", or "".
        anchor: What an order without a number is known by, "" for one with a number. It
            is the same whichever copies of its mail there are.
        is_forged: Whether only mails speak of it that are not genuine; then nobody
            ordered it.
        is_proven: Whether a mail speaks of it that is genuine.

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
    doubts: tuple[Doubt, ...] = ()
    placed_to_the_day: bool = False
    card_label: str = ""
    anchor: str = ""
    is_forged: bool = False
    is_proven: bool = False

    @property
    def placed_by(self) -> datetime | None:
        """Return the latest moment at which it may have been placed, if known."""
        if self.placed_at is None or not self.placed_to_the_day:
            return self.placed_at
        return self.placed_at + timedelta(days=1)
