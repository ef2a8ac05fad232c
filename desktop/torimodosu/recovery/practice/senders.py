"""Who writes in the practice incident, and what mail servers put on top.

The shop and the card issuers have their own sender domains, since the program knows
them by those; every other name and host is made up.
"""

from datetime import datetime
from email.utils import format_datetime

from torimodosu.recovery.mail.message import Address

OWN_SERVER = "mx.sasano.example"
_SHOP = "Amazon.co.jp"

ORDERS = Address(name=_SHOP, address="auto-confirm@amazon.co.jp")
DIGITAL = Address(name=_SHOP, address="digital-no-reply@amazon.co.jp")
SHIPPING = Address(name=_SHOP, address="shipment-tracking@amazon.co.jp")
CHANGES = Address(name=_SHOP, address="order-update@amazon.co.jp")
RETURNS = Address(name=_SHOP, address="return@amazon.co.jp")
ACCOUNT = Address(name=_SHOP, address="account-update@amazon.co.jp")
SUPPORT = Address(name=_SHOP, address="cs-reply@amazon.co.jp")
SHOP_NEWS = Address(name=_SHOP, address="store-news@amazon.co.jp")
SMBC = Address(name="三井住友カード", address="statement@vpass.ne.jp")
RAKUTEN_CARD = Address(
    name="楽天カード株式会社", address="info@mail.rakuten-card.co.jp"
)
RAKUTEN = Address(name="楽天市場", address="order@rakuten.co.jp")


def shop_trace(sent: datetime) -> tuple[tuple[str, str], ...]:
    """Return the headers on top of a genuine mail of the shop."""
    return (
        ("Return-Path", "<20261120-practice@bounces.amazon.co.jp>"),
        ("Received", _received("a13-143.smtp-out.amazonses.com", "192.0.2.43", sent)),
        _results(
            OWN_SERVER,
            "dkim=pass header.i=@amazon.co.jp",
            "dkim=pass header.i=@amazonses.com",
            "spf=pass smtp.mailfrom=bounces.amazon.co.jp",
            "dmarc=pass (p=QUARANTINE) header.from=amazon.co.jp",
        ),
    )


def card_trace(sent: datetime, sender: Address) -> tuple[tuple[str, str], ...]:
    """Return the headers on top of a genuine mail of *sender*, a card company."""
    domain = sender.address.rpartition("@")[2]
    return (
        ("Return-Path", f"<bounce@{domain}>"),
        ("Received", _received(f"mta.{domain}", "192.0.2.77", sent)),
        _results(
            OWN_SERVER,
            f"dkim=pass header.i=@{domain}",
            f"spf=pass smtp.mailfrom={domain}",
            f"dmarc=pass (p=REJECT) header.from={domain}",
        ),
    )


def forged_trace(
    sent: datetime, domain: str, *, dmarc: str
) -> tuple[tuple[str, str], ...]:
    """Return the headers on top of a mail that *domain* sent in the shop's name.

    Below what the user's own server found stands what the sender wrote itself.
    """
    return (
        ("Return-Path", f"<bounce@{domain}>"),
        _results(
            OWN_SERVER,
            f"dkim=pass header.i=@{domain}",
            f"spf=pass smtp.mailfrom={domain}",
            dmarc,
        ),
        ("Received", _received(f"mail.{domain}", "198.51.100.7", sent)),
        _results(
            "mx.amazon.co.jp",
            "dkim=pass header.i=@amazon.co.jp",
            "spf=pass smtp.mailfrom=amazon.co.jp",
            "dmarc=pass header.from=amazon.co.jp",
        ),
    )


def _received(host: str, address: str, sent: datetime) -> str:
    when = format_datetime(sent)
    return f"from {host} ({address})\r\n by {OWN_SERVER} with ESMTPS;\r\n {when}"


def _results(server: str, *results: str) -> tuple[str, str]:
    return "Authentication-Results", ";\r\n ".join((server, *results))
