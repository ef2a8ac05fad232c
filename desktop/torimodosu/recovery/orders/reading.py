"""Reading what a mail says about orders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.orders.event import event_of
from torimodosu.recovery.orders.layouts import shipment_2013
from torimodosu.recovery.orders.layouts.choice import (
    NOTICES,
    named_orders,
    read_layout,
)
from torimodosu.recovery.orders.lines import Line, read_lines
from torimodosu.recovery.orders.numbers import numbers_in_links, numbers_in_subject
from torimodosu.recovery.orders.order import Doubt, OrderState
from torimodosu.recovery.orders.order_mail import (
    ON_THE_WAY_LAYOUT,
    UNKNOWN_LAYOUT,
    OrderMail,
)
from torimodosu.recovery.orders.printed import PrintedOrder
from torimodosu.recovery.orders.settlement import Settlement, settle_all

# Order mails of several orders have some hundred lines. The limits keep the work of
# reading a body that was made to tire us below a second or two.
_LONGEST_BODY = 1_000_000
_MOST_LINES = 20_000
# Before there were mails, and beyond what zones can be reckoned with.
_YEARS = range(1971, 9_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What one part of a mail says of one order."""

    order: PrintedOrder
    settlement: Settlement


def read_order_mail(
    message: Message, *, mail: str, service: str, kind: MailKind
) -> tuple[OrderMail, ...]:
    """Return what *message* says about each order.

    The text and the HTML of a mail are both read, since either may lack what the
    other says. A mail of an order whose layout is not understood gives its order
    numbers, or None for a number, with the layout "unknown" and no amount; so does one
    that is longer than any order mail. A mail of kind other gives orders only where
    number and total are understood, and a hold mail that names no order gives none.

    Args:
        message: The mail.
        mail: Its SHA-256.
        service: Id of the service that it claims to come from.
        kind: What it is about.

    """
    bodies = [text for text in dict.fromkeys((message.text, message.html_text)) if text]
    parts = [read_lines(text) for text in bodies if not _is_endless(text)]
    event = event_of(kind, message.subject, parts)
    if event is None:
        return ()
    read = [_read_part(lines, service, kind) for lines in parts]
    said = _numbered(
        _merged(read, message.subject) or [_UNKNOWN], message, parts, service
    )
    said = [_as_understood(one, kind) for one in said if _is_kept(one, kind)]
    if kind is MailKind.DELIVERY:
        said = [_without_amounts(one, event) for one in said]
    return tuple(
        _order_mail(one, message, mail=mail, service=service, event=event)
        for one in said
    )


_UNKNOWN = _Said(
    order=PrintedOrder(number=None, layout=UNKNOWN_LAYOUT), settlement=Settlement()
)


def _is_endless(text: str) -> bool:
    return len(text) > _LONGEST_BODY or text.count("\n") > _MOST_LINES


def _read_part(lines: Sequence[Line], service: str, kind: MailKind) -> list[_Said]:
    """Return what a part says, each order once; a number may head several blocks."""
    orders: dict[str | None, PrintedOrder] = {}
    for order in read_layout(lines, service=service, kind=kind):
        known = orders.get(order.number)
        orders[order.number] = order if known is None else _same_order(known, order)
    settled = settle_all(tuple(orders.values()), service)
    return [
        _Said(order=order, settlement=settlement)
        for order, settlement in zip(orders.values(), settled, strict=True)
    ]


def _same_order(one: PrintedOrder, other: PrintedOrder) -> PrintedOrder:
    """Join two blocks of one order: that with more amounts counts, gaps are filled."""
    if len(other.entries) > len(one.entries):
        one, other = other, one
    return replace(
        one,
        placed_on=one.placed_on or other.placed_on,
        placed_time=one.placed_time or other.placed_time,
        items=one.items or other.items,
        method=one.method or other.method,
        refund_method=one.refund_method or other.refund_method,
        is_partial=one.is_partial or other.is_partial,
    )


def _merged(parts: Sequence[Sequence[_Said]], subject: str) -> list[_Said]:
    """Join what the parts of a mail say, order by order.

    The parts are alternatives, so parts that name one order each speak of the same,
    also where only one says its number. If the numbers differ, that in the subject
    counts, else the first.
    """
    parts = [part for part in parts if part]
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        one, other = parts[0][0], parts[1][0]
        is_other = other.order.number in numbers_in_subject(subject)
        return [_same(other, one) if is_other else _same(one, other)]
    merged: dict[str | None, _Said] = {}
    for said in parts:
        for one in said:
            known = merged.get(one.order.number)
            merged[one.order.number] = one if known is None else _same(known, one)
    return list(merged.values())


def _same(one: _Said, other: _Said) -> _Said:
    """Join two parts of a mail to one order, that of *one* where the numbers differ."""
    number = one.order.number or other.order.number
    fuller, scanter = (
        (other, one) if _fullness(other) > _fullness(one) else (one, other)
    )
    order = replace(_same_order(fuller.order, scanter.order), number=number)
    differs = any(
        None not in pair and pair[0] != pair[1]
        for pair in zip(_facts(one), _facts(other), strict=True)
    )
    doubts = (Doubt.PARTS_DIFFER,) if differs else ()
    settlement = replace(fuller.settlement, doubts=(*fuller.settlement.doubts, *doubts))
    return _Said(order=order, settlement=settlement)


def _facts(said: _Said) -> tuple[object, ...]:
    return said.order.number, *_amounts(said)


def _amounts(said: _Said) -> tuple[object, ...]:
    paid = said.settlement
    return paid.total, paid.gift_card, paid.points, paid.card


def _fullness(said: _Said) -> tuple[bool, int, int]:
    known = sum(amount is not None for amount in _amounts(said))
    return said.settlement.total is not None, known, len(said.order.items)


def _numbered(
    said: Sequence[_Said],
    message: Message,
    parts: Sequence[Sequence[Line]],
    service: str,
) -> list[_Said]:
    """Give an order without a number that which the mail names elsewhere.

    A mail of unknown layout may name several.
    """
    if len(said) != 1 or said[0].order.number:
        return list(said)
    named = (
        numbers_in_subject(message.subject)
        or tuple(
            dict.fromkeys(n for lines in parts for n in named_orders(lines, service))
        )
        or numbers_in_links(link.target for link in message.links)
    )
    if len(named) > 1 and said[0].order.layout != UNKNOWN_LAYOUT:
        return list(said)
    return [
        _Said(order=replace(one.order, number=number), settlement=one.settlement)
        for one in said
        for number in named or (None,)
    ]


def _as_understood(said: _Said, kind: MailKind) -> _Said:
    """Call the layout of a mail unknown that does not say what such a mail must say.

    That is an amount for a confirmation, and an amount or a number for others; so a
    notice whose number stands outside its text is understood.
    """
    order, layout = said.order, said.order.layout
    if kind in NOTICES and (order.entries or order.number):
        layout = NOTICES[kind] if layout == UNKNOWN_LAYOUT else layout
    elif all(amount is None for amount in _amounts(said)):
        layout = UNKNOWN_LAYOUT
    return replace(said, order=replace(order, layout=layout))


def _without_amounts(said: _Said, event: OrderState) -> _Said:
    """Leave only what a mail on the delivery is about: it charges nothing."""
    order = said.order
    if event is OrderState.SHIPPED and order.layout != UNKNOWN_LAYOUT:
        order = replace(order, layout=ON_THE_WAY_LAYOUT)
    return _Said(order=order, settlement=Settlement())


def _is_kept(said: _Said, kind: MailKind) -> bool:
    if kind is MailKind.OTHER:
        return said.order.number is not None and said.settlement.total is not None
    return kind is not MailKind.ORDER_ON_HOLD or said.order.number is not None


def _plausible(sent_at: datetime | None) -> datetime | None:
    """Return the date of a mail, or None if no mail can be of then."""
    if sent_at is None or sent_at.year not in _YEARS:
        return None
    return sent_at if sent_at.tzinfo else sent_at.replace(tzinfo=UTC)


def _order_mail(
    said: _Said, message: Message, *, mail: str, service: str, event: OrderState
) -> OrderMail:
    order, paid = said.order, said.settlement
    if order.layout == shipment_2013.NAME:
        event = OrderState.SHIPPED
    return OrderMail(
        mail=mail,
        message_id=message.message_id,
        sent_at=_plausible(message.date),
        service=service,
        number=order.number,
        event=event,
        layout=order.layout,
        placed_on=order.placed_on,
        placed_time=order.placed_time,
        currency=paid.currency,
        total=paid.total,
        gift_card=paid.gift_card,
        points=paid.points,
        card=paid.card,
        card_label=paid.card_label,
        refunded=paid.refunded,
        refund_expected=paid.refund_expected,
        refund_method=order.refund_method,
        items=order.items,
        is_partial=order.is_partial,
        doubts=paid.doubts,
    )
