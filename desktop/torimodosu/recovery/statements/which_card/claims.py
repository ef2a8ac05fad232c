"""What an order can have had charged, and on which days."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from torimodosu.recovery.orders.joining import order_key
from torimodosu.recovery.orders.order import (
    Doubt,
    Item,
    Order,
    OrderState,
    Ownership,
    Shipment,
)
from torimodosu.recovery.statements.which_card.matching import Reason

# Amounts are compared as whole thousandths, which is faster than as Decimal.
_THOUSANDTHS = 1000
# Statements and orders may name days of different time zones.
_BEFORE = 1
# What is charged within so many days of the order or its parcel is as one expects.
SOON = 7
# An order without word of its parcel is usually charged by then.
_WITHIN_A_MONTH = 30
# A charge comes up to two billing cycles late, since shops charge when a parcel leaves
# and issuers post it later (in days) ...
LATE = 62
# ... and an order in advance, of which no mail tells the parcel, later still.
_IN_ADVANCE = 200
# Beyond so many parts not every choice of them is tried.
_MOST_PARTS = 8
_UNSETTLED = {
    Doubt.CHARGE_SHARED,
    Doubt.COPIES_DIFFER,
    Doubt.CURRENCIES_DIFFER,
    Doubt.PAID_ABOVE_TOTAL,
    Doubt.PARTLY_CANCELLED,
    Doubt.SHIPMENTS_ABOVE_TOTAL,
    Doubt.SPLITS_DIFFER,
    Doubt.TOTALS_DIFFER,
    Doubt.TOTAL_FROM_SHIPMENTS,
}
_ZERO = Decimal(0)
_FOUR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


class Claim(NamedTuple):
    """An order that a card may have paid for.

    Attributes:
        key: That of the order.
        owner: Whose it is.
        service: Id of the catalogue.
        currency: ISO 4217 code, or "".
        whole: The most that can have been charged, in thousandths; None: not known.
        sums: Every amount that it may be charged at once, and why.
        parts: The amounts of its parcels, as far as they are known.
        is_loose: Whether it may be charged other amounts up to the whole.
        moment: When it was placed, or None where no mail tells the time.
        day: The day on which it was placed, as an ordinal; 0 is not known.
        parcels: The days of its parcels.
        last: The last day of a charge that comes no later than is usual.
        latest: The last day of any charge.
        is_cancelled: Whether the shop says that it costs nothing.
        card_digits: The last digits of its card where a mail tells them, or "".

    """

    key: str
    owner: Ownership
    service: str
    currency: str
    whole: int | None
    sums: Mapping[int, Reason]
    parts: tuple[int, ...]
    is_loose: bool
    moment: datetime | None
    day: int
    parcels: tuple[int, ...]
    last: int
    latest: int
    is_cancelled: bool
    card_digits: str

    def is_soon(self, day: int) -> bool:
        """Tell whether a charge of that day is as one expects."""
        if self.day and self.day - _BEFORE <= day <= self.day + SOON:
            return True
        return any(sent - _BEFORE <= day <= sent + SOON for sent in self.parcels)

    def is_usual(self, day: int) -> bool:
        """Tell whether a charge of that day comes no later than is usual."""
        return not day or self.first <= day <= self.last

    def is_possible(self, day: int) -> bool:
        """Tell whether a charge of that day can be for the order at all."""
        return not day or self.first <= day <= self.latest

    @property
    def first(self) -> int:
        """Return the first day of a charge, 0 where no mail tells any day."""
        days = [day for day in (self.day, *self.parcels) if day]
        return min(days) - _BEFORE if days else 0

    def may_cost(self, amount: int) -> bool:
        """Tell whether it may be charged *amount*, though no mail says so."""
        return self.whole is None or (self.is_loose and amount <= self.whole)


def thousandths(amount: Decimal) -> int:
    """Return *amount* as a whole number, to compare it."""
    return int(amount * _THOUSANDTHS)


def claim_of(order: Order, owner: Ownership) -> Claim | None:
    """Return what *order* can have had charged, None where it is nothing."""
    paid = _paid_by_card(order)
    if paid == 0 or (paid is None and order.state is OrderState.REFUSED):
        return None
    parts, is_told = _parts(order, paid)
    day = order.placed_at.toordinal() if order.placed_at else 0
    parcels = _parcel_days(order.shipments)
    last, latest = _last_days(day, parcels, is_told=is_told)
    return Claim(
        key=order_key(order),
        owner=owner,
        service=order.service,
        currency=order.currency,
        whole=None if paid is None else thousandths(paid),
        sums=_sums(order, paid, parts),
        parts=tuple(thousandths(part) for part in parts),
        is_loose=not is_told or bool(order.unknown) or _is_unsettled(order),
        moment=None if order.placed_to_the_day else order.placed_at,
        day=day,
        parcels=parcels,
        last=last,
        latest=latest,
        is_cancelled=order.state in {OrderState.CANCELLED, OrderState.REFUSED},
        card_digits=_digits(order.card_label),
    )


def _last_days(day: int, parcels: Sequence[int], *, is_told: bool) -> tuple[int, int]:
    """Return the last day of a usual charge, and of any charge."""
    newest = max((day, *parcels))
    if not newest:  # no mail tells any day
        return date.max.toordinal(), date.max.toordinal()
    soon = max(parcels) + SOON if parcels else 0
    if parcels and is_told:
        return soon, newest + LATE
    return max(soon, day + _WITHIN_A_MONTH), newest + _IN_ADVANCE


def _paid_by_card(order: Order) -> Decimal | None:
    """Return the most that a card can have paid, None where no mail tells it."""
    if order.total is None and order.card is None:
        return None
    if Doubt.NOTHING_TO_PAY in order.doubts:
        return None
    return (order.card or _ZERO) + (order.unknown or _ZERO)


def _is_unsettled(order: Order) -> bool:
    return not _UNSETTLED.isdisjoint(order.doubts)


def _parts(order: Order, paid: Decimal | None) -> tuple[tuple[Decimal, ...], bool]:
    """Return the amounts of the parcels, and whether they are all of the order."""
    if order.shipments:
        told = [_amount_of(shipment) for shipment in order.shipments]
        parts = tuple(part for part in told if part)
        rest = _ZERO if paid is None else paid - sum(parts, _ZERO)
        if rest > 0:
            return (*parts, rest), False
        return parts, rest == 0 and paid is not None and None not in told
    if sum(item.quantity or 2 for item in order.items) == 1:
        return (), paid is not None
    lines = tuple(_line(item) for item in order.items)
    parts = tuple(line for line in lines if line)
    if paid is not None and sum(parts, _ZERO) == paid and len(parts) == len(lines):
        return parts, all(item.quantity == 1 for item in order.items)
    return (), False


def _amount_of(shipment: Shipment) -> Decimal | None:
    """Return what a card may have paid of a parcel, None where no mail tells it."""
    if shipment.card is not None or shipment.total is None:
        return shipment.card
    return shipment.total - (shipment.gift_card or _ZERO) - (shipment.points or _ZERO)


def _line(item: Item) -> Decimal | None:
    if item.amount is not None or item.price is None or item.quantity is None:
        return item.amount
    return item.price * item.quantity


def _parcel_days(shipments: Sequence[Shipment]) -> tuple[int, ...]:
    return tuple(one.date.toordinal() for one in shipments if one.date is not None)


def _sums(
    order: Order, paid: Decimal | None, parts: Sequence[Decimal]
) -> Mapping[int, Reason]:
    """Return what may be charged at once, the simplest reason of each amount."""
    if paid is None:
        return {}
    whole = Reason.ORDER_TOTAL
    if order.gift_card or order.points:
        whole = Reason.REST_AFTER_GIFT_CARD
    sums = {thousandths(paid): whole}
    if order.card and order.unknown:
        sums[thousandths(order.card)] = Reason.REST_AFTER_GIFT_CARD
    for amount, reason in _choices(parts):
        sums.setdefault(thousandths(amount), reason)
    return sums


def _choices(parts: Sequence[Decimal]) -> Iterator[tuple[Decimal, Reason]]:
    if len(parts) <= 1:
        return
    for part in parts:
        yield part, Reason.SHIPMENT
    if len(parts) <= _MOST_PARTS:
        for size in range(2, len(parts)):
            for chosen in combinations(parts, size):
                yield sum(chosen, _ZERO), Reason.SHIPMENTS_TOGETHER


def has_many_parts(claim: Claim) -> bool:
    """Tell whether not every choice of the parcels of *claim* is tried."""
    return len(claim.parts) > _MOST_PARTS


def _digits(label: str) -> str:
    found = _FOUR.search(label) if label else None
    return found.group() if found else ""
