"""A mail as the rules see it: decoded, without its transport."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address of a header: the name a person sees, and the address behind it."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of an HTML body: the words shown, and where it leads."""

    text: str
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A decoded mail.

    Attributes:
        message_id: The Message-ID without its angle brackets, or "".
        date: The Date header with its offset, or None where it is absent or broken.
        text: The words of the body: the plain part, or the HTML as text.
        html_text: The words of the HTML part alone, "" where there is none. Layout
            readers try both, since either part may lack what the other says.
        attachments: File names, decoded; "" for a nameless one.
        labels: X-Gmail-Labels, decoded.
        problems: What was wrong with the bytes and got mended, as short codes, such
            as "charset_wrong", "too_many_parts".

    """

    message_id: str
    date: datetime | None
    sender: Address
    reply_to: Address | None
    subject: str
    text: str
    html_text: str
    links: tuple[Link, ...]
    attachments: tuple[str, ...]
    labels: tuple[str, ...]
    problems: tuple[str, ...] = ()
