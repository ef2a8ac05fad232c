"""Joining what mails say to orders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from decimal import Decimal

from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.copies import anchor_of, identity, without_copies
from torimodosu.recovery.orders.numbers import is_amazon
from torimodosu.recovery.orders.order import Doubt, Item, Order, OrderState, Shipment
from torimodosu.recovery.orders.order_mail import UNKNOWN_LAYOUT, OrderMail
from torimodosu.recovery.orders.payment import join_payment
from torimodosu.recovery.orders.settlement import paid
from torimodosu.recovery.orders.state import state_of

JAPAN = timezone(timedelta(hours=9), "JST")
_LAST = datetime.max.replace(tzinfo=UTC)


def order_key(order: Order) -> str:
    """Return what *order* is known by: its shop and its number.

    The shop is left out for Amazon. An order without a number has "mail:" and its
    anchor instead; one that an older program has kept has no anchor, but its mails.
    """
    if order.order_number is None:
        return f"mail:{order.anchor or order.mails[0]}"
    return _numbered(order.service, order.order_number)


def join_orders(
    readings: Iterable[OrderMail], *, zone: tzinfo = JAPAN
) -> tuple[Order, ...]:
    """Return the orders that *readings* tell of, oldest first, undated ones last.

    Several mails of one order number are one order; a mail without a number is an
    order of its own. Copies of a mail count once.

    Args:
        readings: What mails say of orders, in any order.
        zone: The zone of the user. Japanese shops date their orders in that of Japan.

    """
    groups: dict[str, list[OrderMail]] = {}
    for reading in sorted(readings, key=_moment):
        groups.setdefault(_group(reading), []).append(reading)
    orders = [_join(group, zone) for group in groups.values()]
    return tuple(sorted(orders, key=lambda order: order.placed_at or _LAST))


@dataclass(frozen=True, slots=True)
class _Placed:
    """When an order was placed."""

    at: datetime | None
    to_the_day: bool
    doubts: tuple[Doubt, ...] = ()


def _moment(reading: OrderMail) -> tuple[datetime, int, str]:
    order = list(OrderState).index(reading.event)
    return reading.sent_at or _LAST, order, reading.mail


def _group(reading: OrderMail) -> str:
    """Return what the mails of one order have in common."""
    if reading.number is None:
        return f"mail:{identity(reading)}"
    return _numbered(reading.service, reading.number)


def _numbered(service: str, number: str) -> str:
    """Return the same for all mails of an order with a number, and for no other order.

    Amazon's numbers are the same whichever of its shops writes; the numbers of other
    shops may coincide.
    """
    return number if is_amazon(service) else f"{service}:{number}"


def _join(group: Sequence[OrderMail], zone: tzinfo) -> Order:
    distinct = without_copies(group)
    readings = distinct.readings
    understood = [r for r in readings if r.layout != UNKNOWN_LAYOUT]
    leading = min(understood or readings, key=_is_later)
    zone = JAPAN if leading.service.endswith(".jp") else zone
    placed = _placed(readings, zone)
    payment = join_payment(readings)
    progressed = state_of(readings)
    refunded = _refunded(readings)
    doubts = [*payment.doubts, *placed.doubts, *progressed.doubts]
    if distinct.differ:
        doubts.append(Doubt.COPIES_DIFFER)
    if None not in (refunded, payment.total) and paid(refunded) > paid(payment.total):
        doubts.append(Doubt.REFUND_ABOVE_TOTAL)
    split, total = payment.split, payment.total
    return Order(
        order_number=leading.number,
        service=leading.service,
        layout=leading.layout,
        placed_at=placed.at,
        currency=payment.currency,
        total=total,
        gift_card=split.gift_card,
        points=split.points,
        card=split.card,
        unknown=None if total is None else total - split.sum,
        state=progressed.state,
        items=_items(readings),
        shipments=_shipments(readings, zone),
        refunded=refunded,
        mails=distinct.mails,
        certainty=_certainty(total, doubts),
        doubts=tuple(dict.fromkeys(doubts)),
        placed_to_the_day=placed.to_the_day,
        card_label=payment.card_label,
        anchor="" if leading.number else anchor_of(leading),
    )


def _is_later(reading: OrderMail) -> bool:
    return reading.event is not OrderState.PLACED


def _certainty(total: Decimal | None, doubts: Sequence[Doubt]) -> Certainty:
    if total is None:
        return Certainty.UNKNOWN
    return Certainty.PROBABLE if doubts else Certainty.CONFIRMED


def _placed(readings: Sequence[OrderMail], zone: tzinfo) -> _Placed:
    """Return when the order was placed.

    Mails print the day, so the time is that of the confirmation if it is of that day.
    """
    days = {r.placed_on for r in readings if r.placed_on is not None}
    doubts = (Doubt.DATES_DIFFER,) if len(days) > 1 else ()
    dated = [r for r in sorted(readings, key=_is_later) if r.placed_on is not None]
    confirmed = [
        r.sent_at.astimezone(zone)
        for r in readings
        if r.event is OrderState.PLACED and r.sent_at is not None
    ]
    if not dated:
        return _Placed(next(iter(confirmed), None), to_the_day=False)
    day, moment = dated[0].placed_on, dated[0].placed_time
    same_day = [sent for sent in confirmed if sent.date() == day]
    if moment is not None or not same_day:
        at = datetime.combine(day or days.pop(), moment or time.min, zone)
        return _Placed(at, to_the_day=moment is None, doubts=doubts)
    return _Placed(same_day[0], to_the_day=False, doubts=doubts)


def _items(readings: Sequence[OrderMail]) -> tuple[Item, ...]:
    """Return the goods of the latest confirmation, else of the parcels together."""
    confirmed = [r.items for r in readings if r.event is OrderState.PLACED and r.items]
    if confirmed:
        return confirmed[-1]
    shipped = [r.items for r in readings if r.event is OrderState.SHIPPED and r.items]
    if shipped:
        return tuple(item for items in shipped for item in items)
    return next((r.items for r in readings if r.items), ())


def _shipments(readings: Sequence[OrderMail], zone: tzinfo) -> tuple[Shipment, ...]:
    return tuple(
        Shipment(
            date=r.sent_at.astimezone(zone).date() if r.sent_at else None,
            total=r.total,
            gift_card=r.gift_card,
            points=r.points,
            card=r.card,
            card_label=r.card_label,
        )
        for r in readings
        if r.is_parcel
    )


def _refunded(readings: Sequence[OrderMail]) -> Decimal | None:
    """Return what is given back: a promise and its fulfilment are one refund."""
    done = [r.refunded for r in readings if r.refunded is not None]
    expected = [r.refund_expected for r in readings if r.refund_expected is not None]
    sums = [sum(amounts, Decimal(0)) for amounts in (done, expected) if amounts]
    return max(sums, default=None)
