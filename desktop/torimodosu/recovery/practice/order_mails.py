"""The order confirmations, in the layouts that the shop uses and with their traps."""

from collections.abc import Callable, Iterator, Mapping

from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.practice.letter import Encoding, Letter, in_japan
from torimodosu.recovery.practice.purchase import (
    BATTERIES,
    BOOKS,
    COFFEE,
    FRAUD,
    GLOVES,
    WARMERS,
    Purchase,
)
from torimodosu.recovery.practice.senders import DIGITAL, ORDERS
from torimodosu.recovery.practice.shop_mail import GREETING, shop_mail

_RULE = "=" * 60


def order_mails() -> Iterator[Letter]:
    """Yield the confirmations of all orders."""
    yield _two_orders_in_one()
    for own in (COFFEE, BATTERIES, WARMERS):
        yield _modern(own)
    for place, purchase in enumerate(FRAUD, start=1):
        yield _TRAPS.get(place, _modern)(purchase)
    yield _in_a_layout_that_nobody_knows()


def _modern(purchase: Purchase) -> Letter:
    """Return a confirmation as the shop has sent it since 2024."""
    return _confirmation(purchase, text=_modern_text(purchase))


def _with_adverts(purchase: Purchase) -> Letter:
    adverts = """
あなたにイチオシの商品

* ワイヤレスイヤホン
  数量: 1
  12,800 JPY

合計
12,800 JPY
"""
    return _confirmation(
        purchase,
        text=_modern_text(purchase) + adverts,
        encoding=Encoding.UTF8_QUOTED_PRINTABLE,
    )


def _html_only(purchase: Purchase) -> Letter:
    page = "https://www.amazon.co.jp/your-orders/order-details?orderID="
    rows = "".join(
        f"<tr><td>{line}</td></tr>\n" for line in _modern_text(purchase).split("\n")
    )
    link = f'<a href="{page}{purchase.number}">注文内容を表示</a>'
    return _confirmation(
        purchase,
        html=f"<html><head><style>td {{ color: #111 }}</style></head>"
        f"<body><table>\n{rows}</table>\n<p>{link}</p></body></html>\n",
    )


def _in_old_japanese(purchase: Purchase) -> Letter:
    """Return an older confirmation, in ISO-2022-JP with half-width kana."""
    text = f"""Amazon.co.jp ご注文の確認

{GREETING}

{_RULE}
領収書/購入明細書

注文番号： {purchase.number}
注文日： {purchase.placed:%Y/%m/%d}

    {purchase.title}
    販売: Amazon.co.jp
        ￥ {purchase.total:,}

{_RULE}
    商品の小計： ￥ {purchase.total:,}
    配送料・手数料： ￥ 0
    注文合計： ￥ {purchase.total:,}
    Amazonギフト券： -￥ {purchase.gift_card:,}
{_RULE}
"""
    return _confirmation(
        purchase,
        text=text,
        subject="Amazon.co.jp ご注文の確認",
        encoding=Encoding.ISO_2022_JP,
    )


def _in_english(purchase: Purchase) -> Letter:
    text = f"""Thank you for your order, Midori!

Order #
{purchase.number}

* {purchase.title}
  Quantity: 1
  {purchase.total:,} JPY

Total
{purchase.total:,} JPY
Gift Card: -{purchase.gift_card:,} JPY
Amount charged: 0 JPY
"""
    return _confirmation(purchase, text=text, subject=f'Ordered: "{purchase.title}"')


def _without_amount(purchase: Purchase) -> Letter:
    text = f"""{GREETING}

デジタルコンテンツのご注文を承りました。

注文番号: {purchase.number}
注文日: {purchase.placed.year}年{purchase.placed.month}月{purchase.placed.day}日

商品はライブラリに追加されています。
ご注文の詳細はデジタル注文の履歴をご覧ください。
"""
    subject = f"Amazon.co.jp ご注文の確認「 {purchase.number}」"
    return shop_mail(
        purchase.number,
        purchase.placed,
        DIGITAL,
        subject,
        text,
        kind=MailKind.ORDER_CONFIRMATION,
    )


_TRAPS: Mapping[int, Callable[[Purchase], Letter]] = {
    4: _in_old_japanese,
    5: _with_adverts,
    6: _html_only,
    7: _in_english,
    10: _without_amount,
}


def _two_orders_in_one() -> Letter:
    text = f"Amazon.co.jp注文の確認\n\n{GREETING}\n\n"
    for purchase in (BOOKS, GLOVES):
        text += f"""{_RULE}
注文番号： {purchase.number}
注文日： {purchase.placed:%Y/%m/%d}

    商品の小計： ￥ {purchase.total:,}
    配送料・手数料： ￥ 0
    注文合計： ￥ {purchase.total:,}

"""
    return _confirmation(
        BOOKS, text=text, subject=f"Amazon.co.jpでのご注文{BOOKS.number}（2点）"
    )


def _in_a_layout_that_nobody_knows() -> Letter:
    text = f"""{GREETING}

お買い物メモ
・品物のなまえ … 加湿器のフィルター
・お代のめやす … 二千四百円ほど

くわしくはアプリの「お買い物メモ」をごらんください。
"""
    return shop_mail(
        "memo",
        in_japan(21, 19, 20),
        ORDERS,
        "注文済み: 「加湿器のフィルター」",
        text,
        kind=MailKind.ORDER_CONFIRMATION,
    )


def _modern_text(purchase: Purchase) -> str:
    text = f"""{GREETING}、ご注文ありがとうございます。

注文番号
{purchase.number}

* {purchase.title}
  数量: 1
  {purchase.total:,} JPY

合計
{purchase.total:,} JPY
"""
    # The shop names the gift card in some mails only; in others it is what is left.
    if purchase.gift_card and purchase.number.endswith(("2", "3", "8")):
        text += f"ギフトカード利用額: -{purchase.gift_card:,} JPY\n"
    if purchase.points:
        text += f"Amazonポイント利用額: -{purchase.points:,} JPY\n"
    if purchase.card is not None:
        text += f"ご請求額: {purchase.card:,} JPY\n"
    return text


def _confirmation(
    purchase: Purchase,
    *,
    text: str = "",
    html: str = "",
    subject: str = "",
    encoding: Encoding = Encoding.UTF8_BASE64,
) -> Letter:
    return shop_mail(
        purchase.number,
        purchase.placed,
        ORDERS,
        subject or f"注文済み: 「{purchase.title}」",
        text,
        html=html,
        encoding=encoding,
        kind=MailKind.ORDER_CONFIRMATION,
    )
