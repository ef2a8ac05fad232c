"""Made-up usage-notice mails, in the layouts of the issuers."""

from datetime import datetime

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.message import Address, Message
from torimodosu.recovery.statements.card_notice import CardNotice
from torimodosu.recovery.statements.notices.moment import JAPAN
from torimodosu.recovery.statements.notices.reading import read_card_notices
from torimodosu.resources import resource

SHIPPED = load_catalogue(resource("catalogue"))
SENT = datetime(2026, 11, 20, 19, 30, tzinfo=JAPAN)
SENDERS = {
    issuer.id: issuer.sender_addresses[0]
    for issuer in SHIPPED.issuers.values()
    if issuer.sender_addresses
}
SMBC_SUBJECT = "ご利用のお知らせ【三井住友カード】"
RAKUTEN_SUBJECT = "カード利用のお知らせ(本人ご利用分)"


def notice_mail(
    issuer: str, subject: str, text: str = "", *, html: str = "", sender: str = ""
) -> Message:
    """Return a mail of *issuer*, or of *sender* in its name."""
    return Message(
        message_id="1@issuer.example",
        date=SENT,
        sender=Address(name="", address=sender or SENDERS[issuer]),
        reply_to=None,
        subject=subject,
        text=text or html,
        html_text=html,
        links=(),
        attachments=(),
        labels=(),
    )


def smbc(
    day: str = "2026/11/20 18:08",
    shop: str = "AMAZON.CO.JP",
    action: str = "買物",
    amount: str = "1,600円",
) -> str:
    """Return what a mail of SMBC says of one use."""
    return (
        f"◇利用日：{day}\n◇利用先：{shop}\n◇利用取引：{action}\n◇利用金額：{amount}\n"
    )


def read(
    issuer: str, message: Message, kind: MailKind = MailKind.CARD_USAGE
) -> tuple[CardNotice, ...]:
    """Return what is read of *message* as one of *issuer*."""
    return read_card_notices(
        message, mail="a" * 64, issuer=SHIPPED.issuers[issuer], kind=kind
    )


def read_as_it_comes(message: Message) -> tuple[CardNotice, ...]:
    """Return what is read of *message* after it was told what it is."""
    found = classify(message, SHIPPED)
    assert found.issuer
    return read(found.issuer, message, found.kind)
