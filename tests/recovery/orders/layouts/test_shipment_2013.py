import pytest

from tests.recovery.orders.written import goods, orders, paid, written
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import OrderState
from torimodosu.recovery.orders.reading import read_order_mail

MAIL = """\
架空花子 様

次の商品を発送しました。

お届け予定日：
   日曜日, 2013/06/02

====================================================================

発送の詳細：

架空商店の商品:

   試験工具 BW-15    ￥ 1,653
   コンディション： new

   試験ガム 150g　 3点
   ￥ 1,794

--------------------------------------------------------------------
   小計： ￥ 3,283
   配送料および手数料： ￥ 350
   プロモーション: -￥ 350
   合計（税抜き）： ￥ 3,283
   消費税： ￥ 164

   合計： ￥ 3,447

   {payment}
====================================================================

おすすめ商品    ￥ 500
"""

CARD = "クレジットカード（Visa）でのお支払い額： ￥ 3,447"
BOTH = """クレジットカード（Master Card）でのお支払い額： ￥ 447
   Amazonギフト券・Amazonショッピングカードでのお支払い額： ￥ 3,000"""
GIFT = "Amazonギフト券・Amazonショッピングカードでのお支払い額： ￥ 3,447"
POINTS = """クレジットカード（Visa）でのお支払い額： ￥ 3,347
   Amazonポイントでのお支払い額： ￥ 100"""
CASH = "代金引換でのお支払い額： ￥ 3,447"


@pytest.mark.parametrize(
    ("payment", "expected", "label"),
    [
        (CARD, {"card": "3447", "unknown": "0"}, "Visa"),
        (
            BOTH,
            {"gift_card": "3000", "card": "447", "unknown": "0"},
            "Master Card",
        ),
        (GIFT, {"gift_card": "3447", "unknown": "0"}, ""),
        (POINTS, {"points": "100", "card": "3347", "unknown": "0"}, "Visa"),
        (CASH, {"unknown": "3447"}, ""),
        ("", {"unknown": "3447"}, ""),
    ],
)
def test_tells_what_paid_for_the_parcel(
    payment: str, expected: dict[str, str], label: str
) -> None:
    (order,) = orders(MAIL.format(payment=payment), kind=MailKind.SHIPMENT)
    assert paid(order) == {"total": "3447", **expected}
    assert order.card_label == label
    assert order.state is OrderState.SHIPPED


def test_prices_are_those_of_the_line() -> None:
    (order,) = orders(MAIL.format(payment=CARD), kind=MailKind.SHIPMENT)
    assert goods(order) == [("試験工具 BW-15", 1, "1653"), ("試験ガム 150g", 3, "598")]
    assert [str(item.amount) for item in order.items] == ["1653", "1794"]


def test_a_line_that_does_not_divide_evenly_has_no_price_of_one_piece() -> None:
    mail = MAIL.format(payment=CARD).replace("1,794", "1,000")
    (order,) = orders(mail, kind=MailKind.SHIPMENT)
    assert order.items[1].price is None
    assert str(order.items[1].amount) == "1000"


def test_the_number_may_stand_in_the_subject_only() -> None:
    mail = written(
        MAIL.format(payment=CARD),
        subject="Amazon.co.jp　ご注文の発送 (250-1000000-0000001)",
    )
    (reading,) = read_order_mail(
        mail, mail="a", service="amazon.co.jp", kind=MailKind.SHIPMENT
    )
    assert reading.number == "250-1000000-0000001"


def test_a_parcel_that_names_no_order_is_kept() -> None:
    (order,) = orders(MAIL.format(payment=CARD), kind=MailKind.SHIPMENT)
    assert order.order_number is None
    assert order.layout == "shipment_2013"
