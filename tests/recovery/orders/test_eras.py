"""Mails as the shop has sent them over the years, from their headers to the order.

Written for these tests, in the layouts that public samples have.
"""

from dataclasses import dataclass
from functools import cache

import pytest

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.orders.joining import join_orders
from torimodosu.recovery.orders.order import Order, OrderState
from torimodosu.recovery.orders.reading import read_order_mail
from torimodosu.resources import resource

ONE, TWO = "250-1000000-0000001", "250-1000000-0000002"
ABROAD = "113-1000000-0000001"
CARD = "249-1000000-0000001"
PAY = "P03-1000000-0000001"


@dataclass(frozen=True, slots=True, kw_only=True)
class Era:
    """A mail and what a person reads in it: amounts as text, None is not told."""

    name: str
    sender: str
    subject: str
    text: str
    kind: MailKind
    number: str
    state: OrderState
    total: str | None = None
    gift_card: str | None = None
    points: str | None = None
    card: str | None = None
    refunded: str | None = None
    goods: tuple[str, ...] = ()


ERAS = (
    Era(
        name="since 2025, in English",
        sender="auto-confirm@amazon.com",
        subject='Ordered: 2 "Blue bottle" and 1 more item',
        text=f"""Thanks for your order!

Order #
{ABROAD}

* Blue bottle
  Quantity: 2
  6.13 USD

* Red umbrella
  Quantity: 1
  3.00 USD

Grand Total:
16.50 USD

Deals for you
* Advert
  99.99 USD
""",
        kind=MailKind.ORDER_CONFIRMATION,
        number=ABROAD,
        state=OrderState.PLACED,
        total="16.50",
        goods=("Blue bottle", "Red umbrella"),
    ),
    Era(
        name="shipped since 2025, in English",
        sender="shipment-tracking@amazon.com",
        subject='Shipped: "Blue bottle"',
        text=f"Your package was shipped!\n\nArriving Friday\n\nOrder #\n{ABROAD}\n\n"
        "* Blue bottle\n  Quantity: 1\n  6.13 USD\n\nTotal\n6.76 USD\n",
        kind=MailKind.SHIPMENT,
        number=ABROAD,
        state=OrderState.SHIPPED,
        total="6.76",
        goods=("Blue bottle",),
    ),
    Era(
        name="delivered since 2025, in English",
        sender="order-update@amazon.com",
        subject='Delivered: "Blue bottle"',
        text=f"Your package was delivered!\n\nOrder #\n{ABROAD}\n\n"
        "* Blue bottle\n  Quantity: 1\n  6.13 USD\n",
        kind=MailKind.DELIVERY,
        number=ABROAD,
        state=OrderState.DELIVERED,
        goods=("Blue bottle",),
    ),
    Era(
        name="since 2025, in German",
        sender="bestellbestaetigung@amazon.de",
        subject="Bestellt: „Blaue Flasche“",
        text=f"Danke für deine Bestellung!\n\nBestellnr.\n{ABROAD}\n\n"
        "* Blaue Flasche\n  Menge: 2\n  1.006,13 EUR\n\nGesamtbetrag\n2.012,26 €\n",
        kind=MailKind.ORDER_CONFIRMATION,
        number=ABROAD,
        state=OrderState.PLACED,
        total="2012.26",
        goods=("Blaue Flasche",),
    ),
    Era(
        name="delivered since 2025, in German",
        sender="order-update@amazon.de",
        subject="Zugestellt: „Blaue Flasche“",
        text=f"Dein Paket wurde zugestellt!\n\nBestellnr. {ABROAD}\n"
        "* Blaue Flasche\n  Menge: 1\n",
        kind=MailKind.DELIVERY,
        number=ABROAD,
        state=OrderState.DELIVERED,
        goods=("Blaue Flasche",),
    ),
    Era(
        name="a gift card bought",
        sender="digital-no-reply@amazon.co.jp",
        subject="Amazon.co.jp ご注文の確認",
        text=f"注文番号： {CARD}\n注文日： 2024/05/01\n\nギフトカードの送信先\n"
        "a@shop.example\n\nAmazonギフトカード - Eメールタイプ\n数量： 1\n\n"
        "注文合計：\n\n￥ 50,000\n",
        kind=MailKind.ORDER_CONFIRMATION,
        number=CARD,
        state=OrderState.PLACED,
        total="50000",
        goods=("Amazonギフトカード - Eメールタイプ",),
    ),
    Era(
        name="a subscription",
        sender="no-reply@amazon.co.jp",
        subject="Amazon定期おトク便のご注文の確認",
        text=f"定期おトク便のご注文を承りました。\n\n注文番号: {ONE}\n\n"
        "麦茶 54袋\n数量: 2\n￥ 855\n\n注文合計(税込): ￥ 855\n",
        kind=MailKind.ORDER_CONFIRMATION,
        number=ONE,
        state=OrderState.PLACED,
        total="855",
        goods=("麦茶 54袋",),
    ),
    Era(
        name="cancelled by a seller of the marketplace",
        sender="seller@marketplace.amazon.co.jp",
        subject=f"Amazon.co.jp: ご注文のキャンセルのお知らせ({CARD})",
        text="みどり商店へご注文いただいた商品"
        f"(注文番号:#{CARD})のキャンセルを承りました。\n\n"
        "キャンセルされたご注文内容:\n商品名: 青い水筒\n数量: 1\n\n"
        "コンビニ払いの場合、返金はギフトカードの残高に加算されます。\n",
        kind=MailKind.CANCELLATION,
        number=CARD,
        state=OrderState.CANCELLED,
        goods=("青い水筒",),
    ),
    Era(
        name="cancelled, its number in the subject and nothing on who pays",
        sender="order-update@amazon.com",
        subject=f"Your Amazon.com order has been canceled (#{ABROAD})",
        text="We have canceled your order. You were not charged for it.\n",
        kind=MailKind.CANCELLATION,
        number=ABROAD,
        state=OrderState.CANCELLED,
    ),
    Era(
        name="Amazon Pay at another shop",
        sender="auto-communicator@amazonpay.amazon.co.jp",
        subject="みどり商店でのAmazon Payのご利用について",
        text=f"販売事業者: みどり商店\nAmazon Pay注文番号: {PAY}\n"
        "注文日: 2024年5月1日\n注文金額: ￥5,500\nお支払い方法: Visa 下4桁 1234\n",
        kind=MailKind.ORDER_CONFIRMATION,
        number=PAY,
        state=OrderState.PLACED,
        total="5500",
    ),
    Era(
        name="2018 to 2025, paid by three means",
        sender="auto-confirm@amazon.co.jp",
        subject="Amazon.co.jp ご注文の確認",
        text=f"""Amazon.co.jp ご注文の確認
====
領収書/購入明細書
注文番号： {ONE}
注文日： 2020/04/27
お届け予定日： 2020/04/29

        青い水筒
        ￥ 2,000

商品の小計： ￥ 2,000
配送料・手数料： ￥ 350
割引： -￥ 350
Amazonギフト券・Amazonショッピングカードでのお支払い額： -￥ 1,500
Amazonポイント利用額： -￥ 100
注文合計： ￥ 400
クレジットカード（JCB）でのお支払い額： ￥ 400
""",
        kind=MailKind.ORDER_CONFIRMATION,
        number=ONE,
        state=OrderState.PLACED,
        total="2000",
        gift_card="1500",
        points="100",
        card="400",
        goods=("青い水筒",),
    ),
    Era(
        name="ordered in advance, its day above the price",
        sender="auto-confirm@amazon.co.jp",
        subject="Amazon.co.jpでのご注文: 青い本",
        text=f"注文番号： {ONE}\n注文日： 2020年4月27日\n発売予定日： 2020年6月1日\n"
        "商品名： 青い本\n￥ 700\n注文合計： ￥ 700\n",
        kind=MailKind.ORDER_CONFIRMATION,
        number=ONE,
        state=OrderState.PLACED,
        total="700",
        goods=("青い本",),
    ),
    Era(
        name="a refund told by its label",
        sender="return@amazon.co.jp",
        subject="返品および返金の確認: 青い水筒",
        text=f"ご注文番号{ONE}の返金を処理しました。\n\n返金額：￥ 1,500\n"
        "返金方法：Amazonギフトカード残高\n",
        kind=MailKind.REFUND,
        number=ONE,
        state=OrderState.REFUNDED,
        refunded="1500",
    ),
)


@cache
def catalogue() -> Catalogue:
    return load_catalogue(resource("catalogue"))


def orders_in(sender: str, subject: str, text: str) -> tuple[MailKind, list[Order]]:
    """Return the kind of a mail and its orders, as the program reads them."""
    date = "Mon, 14 Jul 2025 10:00:00 +0900"
    head = f"From: {sender}\nSubject: {subject}\nDate: {date}\nMessage-ID: <1@x>\n"
    message = read_message(f"{head}\n{text}".encode())
    found = classify(message, catalogue())
    readings = read_order_mail(
        message, mail="a", service=found.service, kind=found.kind
    )
    return found.kind, list(join_orders(readings))


def as_text(amount: object) -> str | None:
    return None if amount is None else str(amount)


@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.name)
def test_a_mail_of_its_time_is_read_as_a_person_reads_it(era: Era) -> None:
    kind, (order,) = orders_in(era.sender, era.subject, era.text)
    assert (kind, order.order_number, order.state) == (era.kind, era.number, era.state)
    parts = ("total", "gift_card", "points", "card", "refunded")
    told = {part: as_text(getattr(order, part)) for part in parts}
    assert told == {part: getattr(era, part) for part in parts}
    assert tuple(item.title for item in order.items) == era.goods


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        (
            "Your cancellation request was received",
            f"Order #{ABROAD}\nWe will tell you more soon.\n",
        ),
        ("We could not cancel your order", f"Order #{ABROAD} is on its way.\n"),
    ],
)
def test_what_was_not_cancelled_does_not_stop_an_order(subject: str, text: str) -> None:
    _, found = orders_in("order-update@amazon.com", subject, text)
    assert found == []
