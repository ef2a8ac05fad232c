"""Orders that are real, apart from those that only forged mails speak of.

A forged mail about an order wants to be answered; nobody ordered anything. It must not
add to the damage, and neither change what genuine mails say of an order.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, tzinfo

from torimodosu.recovery.mail.classify import Classified
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.mail.message import Message
from torimodosu.recovery.mail.read_mail import AskVerdict
from torimodosu.recovery.orders.copies import identity
from torimodosu.recovery.orders.joining import JAPAN, join_orders, order_key
from torimodosu.recovery.orders.order import Order
from torimodosu.recovery.orders.order_mail import OrderMail
from torimodosu.recovery.orders.reading import read_order_mail


@dataclass(slots=True, kw_only=True)
class OrderReading:
    """Gathers what mails say of orders, mail by mail."""

    _readings: list[OrderMail] = field(default_factory=list)
    _forged: set[str] = field(default_factory=set)
    _genuine: set[str] = field(default_factory=set)
    _sent_on: set[str] = field(default_factory=set)

    def read(
        self, message: Message, *, mail: str, found: Classified, verdict: AskVerdict
    ) -> None:
        """Take what *message* says of orders.

        *mail* is its SHA-256, *found* what it claims to be, and *verdict* tells
        whether it is.
        """
        if not found.service:
            return
        if found.forwarded is not None:
            # When and under which subject it was sent first, not when sent on.
            message = replace(found.forwarded, message_id=message.message_id)
            self._sent_on.add(mail)
        told = read_order_mail(
            message, mail=mail, service=found.service, kind=found.kind
        )
        if not told:
            return
        self._readings += told
        match verdict():
            case Verdict.NOT_GENUINE:
                self._forged.add(mail)
            case Verdict.GENUINE:
                self._genuine.add(mail)
            case Verdict.CANNOT_TELL:
                pass

    def orders(self, *, zone: tzinfo = JAPAN) -> tuple[Order, ...]:
        """Return the orders, as `join_judged`, and mark those that are proven."""
        readings = _with_copies(self._readings, self._sent_on)
        orders = join_judged(readings, self._forged, zone=zone)
        return tuple(
            order
            if self._genuine.isdisjoint(order.mails)
            else replace(order, is_proven=True)
            for order in orders
        )


def _with_copies(
    readings: Iterable[OrderMail], sent_on: Collection[str]
) -> Iterator[OrderMail]:
    """Yield what mails say, those of *sent_on* as copies of what they pass on.

    A copy is known by the minute and by what it says, for mailers print no more.
    """
    first: dict[object, OrderMail] = {}
    for reading in sorted(readings, key=lambda one: one.mail in sent_on):
        known = first.setdefault(_told(reading), reading)
        if reading.mail in sent_on and known is not reading:
            yield replace(known, mail=reading.mail, message_id=identity(known))
        else:
            yield reading


def _told(reading: OrderMail) -> object:
    if reading.sent_at is None or reading.number is None:
        return reading
    minute = reading.sent_at.astimezone(UTC).replace(second=0, microsecond=0)
    paid = (reading.total, reading.gift_card, reading.points, reading.card)
    back = (reading.refunded, reading.refund_expected)
    return minute, reading.number, reading.event, paid, back


def join_judged(
    readings: Iterable[OrderMail], forged: Collection[str], *, zone: tzinfo = JAPAN
) -> tuple[Order, ...]:
    """Return the orders that *readings* tell of, as `join_orders` does.

    Behind them stand those that only mails speak of whose SHA-256 is in *forged*,
    marked so. Of an order that other mails speak of as well, only these are read.
    """
    readings = tuple(readings)
    told = [reading for reading in readings if reading.mail not in forged]
    orders = join_orders(told, zone=zone)
    known = {order_key(order) for order in orders}
    others = join_orders(
        (reading for reading in readings if reading.mail in forged), zone=zone
    )
    apart = (replace(one, is_forged=True) for one in others)
    return (*orders, *(one for one in apart if order_key(one) not in known))
