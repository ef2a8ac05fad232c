"""Made-up mails for the tests of the evidence."""

import hashlib
from datetime import UTC, datetime

from torimodosu.recovery.mail.kept import KeptMail, Origin
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.search import Found, Quoting

EVENING = datetime(2026, 3, 13, 15, 20, tzinfo=UTC)


def raw_mail(number: int, *, body: str = "注文番号 250-0000000-0000000") -> bytes:
    return (
        f"From: =?utf-8?B?QW1hem9uLmNvLmpw?= <auto-confirm@amazon.co.jp>\r\n"
        f"Subject: Amazon.co.jp order {number}\r\n"
        f"Message-ID: <{number}@example.com>\r\n"
        f"Date: Fri, 13 Mar 2026 15:20:{number % 60:02d} +0000\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n\r\n"
        f"{body} {number}\r\n"
    ).encode()


def found(
    raw: bytes, *, source: str = "box", offset: int = 0, quoting: Quoting = Quoting.NONE
) -> Found:
    origin = Origin(source=source, offset=offset, length=len(raw))
    return Found(origin=origin, raw=raw, quoting=quoting)


def kept(raw: bytes, *, source: str = "/home/me/Mail/Inbox") -> KeptMail:
    return KeptMail(
        sha256=hashlib.sha256(raw).hexdigest(),
        origin=Origin(source=source, offset=12, length=len(raw)),
        message_id="1@example.com",
        date=EVENING,
        sender_name="Amazon.co.jp",
        sender_address="auto-confirm@amazon.co.jp",
        subject="ご注文の確認",
        service="amazon.co.jp",
        kind=MailKind.ORDER_CONFIRMATION,
    )
