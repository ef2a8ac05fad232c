"""`torimodosu orders`: what was ordered, and who paid."""

from argparse import Namespace
from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256

from torimodosu.cli.mail import services_of
from torimodosu.cli.output import Output, Row, TerminalProgress, coverage
from torimodosu.cli.tools import Tools
from torimodosu.cli.unusable import present
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.wanted import wanted_for
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import Covered, Found, NotCovered
from torimodosu.recovery.orders.burst import find_burst
from torimodosu.recovery.orders.joining import JAPAN, join_orders, order_key
from torimodosu.recovery.orders.order import Item, Order, Ownership, Shipment
from torimodosu.recovery.orders.order_mail import UNKNOWN_LAYOUT, OrderMail
from torimodosu.recovery.orders.ownership import own_orders
from torimodosu.recovery.orders.reading import read_order_mail

_PARTS = ("total", "gift_card", "points", "card", "unknown")


def orders(options: Namespace, tools: Tools, output: Output) -> int:
    """List the orders; 1 where a mail was not read or a layout not understood."""
    catalogue = tools.catalogue()
    readings: list[OrderMail] = []
    covered: list[Covered] = []
    not_covered: list[NotCovered] = []
    wanted = wanted_for(catalogue, services_of(None, catalogue))
    findings = tools.mailboxes().search(
        present(options.sources), wanted, TerminalProgress()
    )
    for finding in findings:
        match finding:
            case Found():
                readings += _read(finding, catalogue)
            case Covered():
                covered.append(finding)
            case NotCovered():
                not_covered.append(finding)
    found = join_orders(readings, zone=tools.clock.now().tzinfo or JAPAN)
    own = own_orders(found, options.own)
    for order in found:
        output.row(_row(order, own.ownership.get(order_key(order))))
    summary = {**_sums(found), **_times(found), "own_not_found": list(own.not_found)}
    output.summary({**summary, **coverage(covered, not_covered)})
    is_puzzling = any(order.layout == UNKNOWN_LAYOUT for order in found)
    return 1 if not_covered or is_puzzling or own.not_found else 0


def _read(found: Found, catalogue: Catalogue) -> Sequence[OrderMail]:
    message = read_message(found.raw, found.quoting)
    classified = classify(message, catalogue)
    if not classified.service:
        return ()
    return read_order_mail(
        message,
        mail=sha256(found.raw).hexdigest(),
        service=classified.service,
        kind=classified.kind,
    )


def _row(order: Order, ownership: Ownership | None) -> Row:
    return {
        "order_number": order.order_number,
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
    }


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
    sums["amount_open"] = sum(order.total is None for order in found)
    return sums


def _sum_of(part: str, currency: str, found: Sequence[Order]) -> Decimal:
    amounts = (
        getattr(order, part)
        for order in found
        if order.currency == currency and order.total is not None
    )
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


def _times(found: Sequence[Order]) -> dict[str, object]:
    burst = find_burst(found)
    if burst is None:
        return {"first": None, "last": None, "burst": None}
    densest = {"start": burst.start, "orders": len(burst.orders)}
    return {"first": burst.first, "last": burst.last, "burst": densest}
