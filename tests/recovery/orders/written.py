"""Mails written for the tests, and what is read of them."""

from datetime import UTC, datetime
from decimal import Decimal

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address, Message
from torimodosu.recovery.orders.joining import join_orders
from torimodosu.recovery.orders.order import Doubt, Order, OrderState
from torimodosu.recovery.orders.order_mail import OrderMail
from torimodosu.recovery.orders.reading import read_order_mail

SENT_AT = datetime(2026, 9, 4, 12, 30, tzinfo=UTC)


def written(
    text: str,
    *,
    html_text: str = "",
    subject: str = "",
    sent_at: datetime | None = SENT_AT,
) -> Message:
    """Return a mail with these words."""
    return Message(
        message_id="",
        date=sent_at,
        sender=Address(name="", address=""),
        reply_to=None,
        subject=subject,
        text=text,
        html_text=html_text,
        links=(),
        attachments=(),
        labels=(),
    )


def readings(
    text: str,
    *,
    kind: MailKind = MailKind.ORDER_CONFIRMATION,
    service: str = "amazon.co.jp",
    mail: str = "a",
) -> tuple[OrderMail, ...]:
    """Return what a mail with *text* says about orders."""
    return read_order_mail(written(text), mail=mail, service=service, kind=kind)


def orders(
    text: str,
    *,
    kind: MailKind = MailKind.ORDER_CONFIRMATION,
    service: str = "amazon.co.jp",
) -> tuple[Order, ...]:
    """Return the orders that a mail with *text* tells of."""
    return join_orders(readings(text, kind=kind, service=service))


def paid(order: Order) -> dict[str, str]:
    """Return the amounts of *order* that are known."""
    names = ("total", "gift_card", "points", "card", "unknown")
    amounts = {name: getattr(order, name) for name in names}
    return {name: str(value) for name, value in amounts.items() if value is not None}


def goods(order: Order) -> list[tuple[str, int | None, str | None]]:
    """Return title, number of pieces and price of one piece of each article."""
    return [
        (item.title, item.quantity, None if item.price is None else str(item.price))
        for item in order.items
    ]


def said(  # noqa: PLR0913 -- each test says only what it is about
    number: str | None = "250-1000000-0000001",
    event: OrderState = OrderState.PLACED,
    *,
    mail: str = "a",
    message_id: str = "",
    sent_at: datetime | None = SENT_AT,
    total: int | str | None = None,
    gift_card: int | None = None,
    points: int | None = None,
    card: int | None = None,
    currency: str = "JPY",
    layout: str = "modern_2025",
    service: str = "amazon.co.jp",
    doubts: tuple[Doubt, ...] = (),
    **others: object,
) -> OrderMail:
    """Return a reading as given, in yen."""
    return OrderMail(
        mail=mail,
        message_id=message_id,
        sent_at=sent_at,
        service=service,
        number=number,
        event=event,
        layout=layout,
        currency=currency if total is not None or card is not None else "",
        total=_yen(total),
        gift_card=_yen(gift_card),
        points=_yen(points),
        card=_yen(card),
        doubts=doubts,
        **others,  # type: ignore[arg-type]
    )


def _yen(amount: int | str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)
