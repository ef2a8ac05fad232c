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

   試験工具 X-9    ￥ 1,500
   コンディション： new

   試験ガム 80g\N{NO-BREAK SPACE}　 3点
   ￥ 1,800

--------------------------------------------------------------------
   小計： ￥ 3,143
   配送料および手数料： ￥ 350
   プロモーション: -￥ 350
   合計（税抜き）： ￥ 3,143
   消費税： ￥ 157

   合計： ￥ 3,300

   {payment}
====================================================================

おすすめ商品    ￥ 500
"""

CARD = "クレジットカード（Visa）でのお支払い額： ￥ 3,300"
BOTH = """クレジットカード（Master Card）でのお支払い額： ￥ 300
   Amazonギフト券・Amazonショッピングカードでのお支払い額： ￥ 3,000"""
GIFT = "Amazonギフト券・Amazonショッピングカードでのお支払い額： ￥ 3,300"
POINTS = """クレジットカード（Visa）でのお支払い額： ￥ 3,200
   Amazonポイントでのお支払い額： ￥ 100"""
CASH = "代金引換でのお支払い額： ￥ 3,300"


@pytest.mark.parametrize(
    ("payment", "expected", "label"),
    [
        (CARD, {"card": "3300", "unknown": "0"}, "Visa"),
        (
            BOTH,
            {"gift_card": "3000", "card": "300", "unknown": "0"},
            "Master Card",
        ),
        (GIFT, {"gift_card": "3300", "unknown": "0"}, ""),
        (POINTS, {"points": "100", "card": "3200", "unknown": "0"}, "Visa"),
        (CASH, {"unknown": "3300"}, ""),
        ("", {"unknown": "3300"}, ""),
    ],
)
def test_tells_what_paid_for_the_parcel(
    payment: str, expected: dict[str, str], label: str
) -> None:
    (order,) = orders(MAIL.format(payment=payment), kind=MailKind.SHIPMENT)
    assert paid(order) == {"total": "3300", **expected}
    assert order.card_label == label
    assert order.state is OrderState.SHIPPED


def test_prices_are_those_of_the_line() -> None:
    (order,) = orders(MAIL.format(payment=CARD), kind=MailKind.SHIPMENT)
    assert goods(order) == [("試験工具 X-9", 1, "1500"), ("試験ガム 80g", 3, "600")]
    assert [str(item.amount) for item in order.items] == ["1500", "1800"]


def test_a_line_that_does_not_divide_evenly_has_no_price_of_one_piece() -> None:
    mail = MAIL.format(payment=CARD).replace("1,800", "1,000")
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


def test_a_parcel_without_any_sum_is_told_by_its_number_only() -> None:
    text = "注文番号： 250-1000000-0000001\n発送の詳細：\n試験品\n"
    (order,) = orders(text, kind=MailKind.SHIPMENT)
    assert (order.order_number, order.layout) == (
        "250-1000000-0000001",
        "shipment_notice",
    )


def test_of_several_numbers_elsewhere_none_is_guessed() -> None:
    numbers = "250-1000000-0000001 と 250-1000000-0000002\n"
    (order,) = orders(numbers + MAIL.format(payment=CARD), kind=MailKind.SHIPMENT)
    assert order.order_number is None
    assert str(order.card) == "3300"
