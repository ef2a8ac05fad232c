"""The contact log: whom the user turned to, and what was promised."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Whom(Enum):
    """Whom the user turned to; the values are kept in the store."""

    SHOP = "shop"
    ISSUER = "issuer"
    POLICE = "police"
    MAIL_PROVIDER = "mail_provider"
    OTHER = "other"


class Channel(Enum):
    """By which way; the values are kept in the store."""

    PHONE = "phone"
    CHAT = "chat"
    MAIL = "mail"
    FORM = "form"
    VISIT = "visit"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One call, chat or letter.

    Attributes:
        number: In the case, from 1; 0 before it is kept.
        at: When it was, with its time zone.
        whom: Whom it was with.
        channel: By which way.
        card: The number of the card that it was about, 0 where it was about none.
        name: Who answered, as the user noted it, or "".
        reference: The number that was given for the enquiry, or "".
        note: What was said, in the user's words, or "".
        promised_by: The day until which an answer was promised, or None.
        answered_at: When the answer came, or None.

    """

    number: int = 0
    at: datetime
    whom: Whom
    channel: Channel
    card: int = 0
    name: str = ""
    reference: str = ""
    note: str = ""
    promised_by: date | None = None
    answered_at: datetime | None = None
