"""Usage notices of the two cards."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.practice.letter import Encoding, Letter, in_japan
from torimodosu.recovery.practice.purchase import FRAUD
from torimodosu.recovery.practice.senders import RAKUTEN_CARD, SMBC, card_trace

# What the card of the unknown amount was charged, as only its issuer tells.
E_BOOKS = 2_480
# The charges that SMBC had notified by Sunday; that of the last order was held back.
NOTIFIED = tuple(p for p in FRAUD[:-1] if p.card)


def card_mails() -> Iterator[Letter]:
    """Yield the notices, in the layouts of the issuers."""
    yield _smbc(in_japan(14, 11, 3), "セキユ石油 笹野通り店", "買物", 4_210)
    for purchase in NOTIFIED:
        used = purchase.placed + timedelta(seconds=15)
        yield _smbc(used, "AMAZON.CO.JP", "買物", purchase.card or 0)
    yield _smbc(in_japan(22, 8, 40), "AMAZON.CO.JP", "返品", -7_600)
    yield _rakuten(
        in_japan(16, 19, 30),
        "カード利用のお知らせ(本人ご利用分)",
        "■利用日: 2026/11/14\n■利用先: スーパーあおば\n■利用者: 本人\n"
        "■支払方法: 1回\n■利用金額: 3,152 円\n■支払月: 2026/12\n",
    )
    yield _rakuten(
        in_japan(21, 9, 15),
        "【速報版】カード利用のお知らせ(本人ご利用分)",
        f"■利用日: 2026/11/20\n■利用金額: {E_BOOKS:,} 円\n",
    )


def _smbc(used: datetime, shop: str, what: str, amount: int) -> Letter:
    text = f"""いつも三井住友カードをご利用いただきありがとうございます。
ご利用内容をお知らせいたします。

◇利用日：{used:%Y/%m/%d %H:%M}
◇利用先：{shop}
◇利用取引：{what}
◇利用金額：{amount:,}円
"""
    return Letter(
        message_id=f"{used:%m%d%H%M%S}.notice@vpass.example",
        sent=used + timedelta(minutes=1),
        sender=SMBC,
        subject="ご利用のお知らせ【三井住友カード】",
        text=text,
        encoding=Encoding.ISO_2022_JP,
        trace=card_trace(used + timedelta(minutes=1), SMBC),
        kind=MailKind.CARD_REFUND if amount < 0 else MailKind.CARD_USAGE,
    )


def _rakuten(sent: datetime, subject: str, words: str) -> Letter:
    return Letter(
        message_id=f"{sent:%m%d%H%M}.notice@rakuten-card.example",
        sent=sent,
        sender=RAKUTEN_CARD,
        subject=subject,
        text=f"楽天カードをご利用いただき誠にありがとうございます。\n\n{words}",
        trace=card_trace(sent, RAKUTEN_CARD),
        kind=MailKind.CARD_USAGE,
    )
