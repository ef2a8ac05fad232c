"""What the shop writes about the orders afterwards: sent, held, cancelled, refunded."""

from collections.abc import Iterator
from datetime import timedelta

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.practice.letter import Letter, in_japan
from torimodosu.recovery.practice.purchase import (
    BATTERIES,
    BOOKS,
    FRAUD,
    REFUSED,
    Purchase,
)
from torimodosu.recovery.practice.senders import CHANGES, RETURNS, SHIPPING
from torimodosu.recovery.practice.shop_mail import GREETING, shop_mail

HOLD_SUBJECT = "Amazon.co.jpのご注文について"


def later_mails() -> Iterator[Letter]:
    """Yield what comes after the confirmations."""
    yield _parcel(BOOKS, 13, "発送済み", MailKind.SHIPMENT)
    yield _parcel(BOOKS, 14, "配達済み", MailKind.DELIVERY)
    yield _parcel(BATTERIES, 21, "発送済み", MailKind.SHIPMENT)
    yield _hold()
    for purchase in REFUSED:
        yield _refused(purchase)
    # Shortly after midnight in Japan, when the Date header still says Friday.
    for minute, purchase in enumerate(FRAUD[10:14]):
        yield _cancelled(purchase, minute=20 + minute)
    for minute, purchase in enumerate((FRAUD[0], FRAUD[1], FRAUD[7])):
        yield _refunded(purchase, minute=minute)


def _parcel(purchase: Purchase, day: int, word: str, kind: MailKind) -> Letter:
    text = f"""{GREETING}

商品を{word.removesuffix("済み")}しました。

注文番号
{purchase.number}

* {purchase.title}
  数量: 1
"""
    hour = 18 if kind is MailKind.SHIPMENT else 10
    return shop_mail(
        f"{purchase.number}-{kind.value}",
        in_japan(day, hour, 10),
        SHIPPING if kind is MailKind.SHIPMENT else CHANGES,
        f"{word}: 「{purchase.title}」",
        text,
        kind=kind,
    )


def _hold() -> Letter:
    text = f"""{GREETING}

下記のご注文について、ご本人様によるものか確認させていただきたく、
ご注文の確定を一時停止しております。

"""
    for purchase in FRAUD[12:14]:
        text += f"""注文日: {purchase.placed:%Y/%m/%d}
注文番号: {purchase.number}
金額: {purchase.total:,} JPY
商品カテゴリー: ギフトコード

"""
    text += """お心当たりがない場合は、カード会社にご登録の住所と請求先の住所を添えて、
このEメールにご返信ください。
"""
    return shop_mail(
        "hold",
        in_japan(20, 19, 8, 10),
        CHANGES,
        HOLD_SUBJECT,
        text,
        kind=MailKind.ORDER_ON_HOLD,
    )


def _refused(purchase: Purchase) -> Letter:
    text = f"""{GREETING}

申し訳ございませんが、下記のご注文をお受けできませんでした。
代金は請求されません。

注文番号: {purchase.number}
"""
    return shop_mail(
        purchase.number,
        purchase.placed + timedelta(seconds=20),
        CHANGES,
        HOLD_SUBJECT,
        text,
        kind=MailKind.ORDER_ON_HOLD,
    )


def _cancelled(purchase: Purchase, *, minute: int) -> Letter:
    text = f"""{GREETING}

ご注文いただいた商品(注文番号:#{purchase.number})のキャンセルを承りました。

キャンセルされたご注文内容
商品名: {purchase.title}
数量: 1
"""
    return shop_mail(
        f"{purchase.number}-cancelled",
        in_japan(21, 0, minute),
        CHANGES,
        "Amazon.co.jpでのご注文がキャンセルされました",
        text,
        kind=MailKind.CANCELLATION,
    )


def _refunded(purchase: Purchase, *, minute: int) -> Letter:
    by_card = f"と元のお支払いカード（{purchase.card:,}円）" if purchase.card else ""
    text = f"""{GREETING}

下記のご注文の返金を処理しました。

注文番号: {purchase.number}
返金額: {purchase.total:,} JPY
返金方法: Amazonギフトカードの残高{by_card}
"""
    return shop_mail(
        f"{purchase.number}-refunded",
        in_japan(21, 13, minute),
        RETURNS,
        "返金を処理しました",
        text,
        kind=MailKind.REFUND,
    )
