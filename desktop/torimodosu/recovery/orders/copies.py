"""Copies of one mail, such as from a mailbox and from a file, count once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from torimodosu.recovery.orders.order_mail import OrderMail


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinct:
    """What the mails of one order say, each mail once.

    Attributes:
        readings: One for each mail.
        mails: SHA-256 of all copies.
        differ: Whether copies of a mail say different things.

    """

    readings: tuple[OrderMail, ...]
    mails: tuple[str, ...]
    differ: bool


def without_copies(readings: Sequence[OrderMail]) -> Distinct:
    """Leave the first of copies, which have the same bytes or the same Message-ID.

    A mail says one thing of an order, so another event is no copy.
    """
    first: dict[tuple[str, str], OrderMail] = {}
    differ = False
    for reading in readings:
        key = (identity(reading), reading.event.value)
        known = first.setdefault(key, reading)
        differ = differ or _without_source(known) != _without_source(reading)
    return Distinct(
        readings=tuple(first.values()),
        mails=tuple(_once(reading.mail for reading in readings)),
        differ=differ,
    )


def identity(reading: OrderMail) -> str:
    """Return by what copies of the mail of *reading* are known."""
    return reading.message_id or reading.mail


def anchor_of(reading: OrderMail) -> str:
    """Return the same for all copies of the mail of *reading*, in 64 digits.

    A Message-ID may hold anything, and is not for a journal.
    """
    if not reading.message_id:
        return reading.mail
    # Late: the window knows orders before it needs their anchors.
    from hashlib import sha256  # noqa: PLC0415

    return sha256(reading.message_id.encode("utf-8", "surrogatepass")).hexdigest()


def _without_source(reading: OrderMail) -> OrderMail:
    return replace(reading, mail="", sent_at=None)


def _once(mails: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(mails)
