"""A mail of the practice incident, before it is written as bytes."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address

JAPAN = timezone(timedelta(hours=9))
VICTIM = Address(name="笹野 みどり", address="midori@sasano.example")
INBOX = "受信トレイ"
SENT = "送信済み"


class Encoding(Enum):
    """How the words of a mail are written as bytes."""

    UTF8_BASE64 = "utf8_base64"
    UTF8_QUOTED_PRINTABLE = "utf8_quoted_printable"
    ISO_2022_JP = "iso_2022_jp"
    ASCII = "ascii"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One mail.

    Attributes:
        message_id: Without its angle brackets.
        sent: With the offset that its Date header shows.
        html: The body as HTML, "" where there is none. Without `text` it is the only
            body.
        labels: Gmail's labels.
        trace: Headers that mail servers put on top, topmost first.
        kind: What it is about.
        claims: Id of the service that it claims to come from, or "".

    """

    message_id: str
    sent: datetime
    sender: Address
    recipient: Address = VICTIM
    reply_to: Address | None = None
    subject: str
    text: str = ""
    html: str = ""
    encoding: Encoding = Encoding.UTF8_BASE64
    labels: tuple[str, ...] = (INBOX,)
    trace: tuple[tuple[str, str], ...] = ()
    kind: MailKind = MailKind.OTHER
    claims: str = ""


def in_japan(day: int, hour: int, minute: int, second: int = 0) -> datetime:
    """Return a moment of November 2026 in Japan."""
    return datetime(2026, 11, day, hour, minute, second, tzinfo=JAPAN)
