"""What every mail of the shop has in common."""

from datetime import UTC, datetime

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address
from torimodosu.recovery.practice.letter import INBOX, VICTIM, Encoding, Letter
from torimodosu.recovery.practice.senders import shop_trace

SHOP = "amazon.co.jp"
GREETING = f"{VICTIM.name}様"


def shop_mail(  # noqa: PLR0913 -- all of them make up one mail
    name: str,
    sent: datetime,
    sender: Address,
    subject: str,
    text: str,
    *,
    kind: MailKind,
    html: str = "",
    encoding: Encoding = Encoding.UTF8_BASE64,
) -> Letter:
    """Return a genuine mail of the shop; its Date is in UTC, as the shop writes it."""
    sent = sent.astimezone(UTC)
    return Letter(
        message_id=f"0101019a-{name}@us-west-2.amazonses.com",
        sent=sent,
        sender=sender,
        subject=subject,
        text=text,
        html=html,
        encoding=encoding,
        labels=(INBOX, "ショッピング"),
        trace=shop_trace(sent),
        kind=kind,
        claims=SHOP,
    )
