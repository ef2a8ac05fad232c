"""`torimodosu orders`: what was ordered, and who paid."""

from argparse import Namespace
from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256

from torimodosu.cli.output import Output, Row
from torimodosu.cli.search import Search
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.judging.examined import Outside
from torimodosu.recovery.mail.read_mail import read_mail
from torimodosu.recovery.mail.search import Found
from torimodosu.recovery.orders.burst import find_burst
from torimodosu.recovery.orders.damage import is_open
from torimodosu.recovery.orders.joining import JAPAN, order_key
from torimodosu.recovery.orders.judged import OrderReading
from torimodosu.recovery.orders.order import Item, Order, Ownership, Shipment
from torimodosu.recovery.orders.order_mail import UNKNOWN_LAYOUT
from torimodosu.recovery.orders.ownership import own_orders

_PARTS = ("total", "gift_card", "points", "card", "unknown")
_COLUMNS = ("order_number", "placed_at", "currency", *_PARTS, "state", "items")


def orders(options: Namespace, tools: Tools, output: Output) -> int:
    """List the orders; 1 where a mail was not read or not understood, or is forged.

    What only mails speak of that are not genuine is listed, and counts in no sum.

    Raises:
        UnusableError: If nothing of any source could be read.

    """
    catalogue = tools.catalogue()
    wanted = wanted_for(catalogue, catalogue.services)
    search = Search(options.sources, wanted, tools, output)
    now = tools.clock.now()
    reading, outside = OrderReading(), Outside.unaided(now)
    for found in search.mails():
        _read(found, reading, catalogue, outside)
    listed = reading.orders(zone=now.tzinfo or JAPAN)
    joined = [order for order in listed if not order.is_forged]
    own = own_orders(joined, options.own)
    for order in listed:
        output.row(_row(order, own.ownership.get(order_key(order))), items=_told(order))
    summary = {**_sums(joined), **_times(joined), "own_not_found": [*own.not_found]}
    summary["not_genuine"] = len(listed) - len(joined)
    columns = (_COLUMNS[0], "ownership", *_COLUMNS[1:]) if options.own else _COLUMNS
    output.summary({**summary, **search.coverage}, columns=columns)
    search.refuse_nothing()
    is_puzzling = any(
        order.layout == UNKNOWN_LAYOUT or order.is_forged for order in listed
    )
    needs_attention = search.not_covered or is_puzzling or own.not_found
    return Status.ATTENTION if needs_attention else Status.DONE


def _read(
    found: Found, reading: OrderReading, catalogue: Catalogue, outside: Outside
) -> None:
    mail = read_mail(found.raw, found.quoting, catalogue, outside)
    key = sha256(found.raw).hexdigest()
    reading.read(mail.message, mail=key, found=mail.claims, verdict=mail.verdict)


def _row(order: Order, ownership: Ownership | None) -> Row:
    is_understood = order.layout != UNKNOWN_LAYOUT
    return {
        "order_number": order.order_number if is_understood else None,
        # Where the layout is unknown, a number is only something that the mail names.
        "named_number": order.order_number,
        "service": order.service,
        "placed_at": _placed(order),
        "currency": order.currency or None,
        **{part: getattr(order, part) for part in _PARTS},
        "state": order.state.value,
        "items": [_item(item) for item in order.items],
        "shipments": [_shipment(shipment) for shipment in order.shipments],
        "mails": list(order.mails),
        "certainty": order.certainty.value,
        "refunded": order.refunded,
        "layout": order.layout,
        "doubts": [doubt.value for doubt in order.doubts],
        "ownership": None if ownership is None else ownership.value,
        "not_genuine": order.is_forged,
    }


def _told(order: Order) -> str:
    """Return what was ordered, as the table has it."""
    if order.is_forged:
        return f"(mail not genuine) {order.order_number or ''}"
    if order.layout == UNKNOWN_LAYOUT:
        return f"(not understood) {order.order_number or ''}"
    return ", ".join(item.title for item in order.items)


def _placed(order: Order) -> object:
    """Return the moment, or the day alone where no mail tells the time."""
    if order.placed_at is not None and order.placed_to_the_day:
        return order.placed_at.date()
    return order.placed_at


def _item(item: Item) -> Row:
    return {"title": item.title, "quantity": item.quantity, "price": item.price}


def _shipment(shipment: Shipment) -> Row:
    return {
        "date": shipment.date,
        "total": shipment.total,
        "gift_card": shipment.gift_card,
        "points": shipment.points,
        "card": shipment.card,
        "card_label": shipment.card_label or None,
    }


def _sums(found: Sequence[Order]) -> dict[str, object]:
    """Return how many orders there are, and their known parts per currency."""
    currencies = sorted({order.currency for order in found if order.total is not None})
    sums: dict[str, object] = {"orders": len(found)}
    for part in _PARTS:
        sums[part] = {
            currency: _sum_of(part, currency, found) for currency in currencies
        }
    sums["amount_open"] = sum(map(is_open, found))
    return sums


def _sum_of(part: str, currency: str, found: Sequence[Order]) -> Decimal:
    amounts = (
        getattr(order, part)
        for order in found
        if order.currency == currency and order.total is not None
    )
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _times(found: Sequence[Order]) -> dict[str, object]:
    """Return when the first and the last order were placed, and the burst."""
    dated = [order for order in found if order.placed_at is not None]
    burst = find_burst(found)
    densest = burst and {"start": burst.start, "orders": len(burst.orders)}
    return {
        "first": _placed(dated[0]) if dated else None,
        "last": _placed(dated[-1]) if dated else None,
        "burst": densest,
    }
