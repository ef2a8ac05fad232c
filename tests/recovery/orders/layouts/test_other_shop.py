from datetime import time

import pytest

from tests.recovery.orders.written import goods, orders, paid, readings
from torimodosu.recovery.mail.kind import MailKind

RAKUTEN = """\
ご注文ありがとうございます。

[受注番号] 200000-20260904-0000000001
[日時]     2026-09-04 21:30:05
[支払方法] {method}
[ショップ名] 架空商店
==========
[商品]
試験茶 100g(tea-100)
価格  1,980(円) x 2(個) = 3,960(円)    (税込、送料別)
*******************************************************************
小計     3,960(円)
消費税      0(円)
送料       500(円)
-------------------------------------------------------------------
合計     4,460(円)
ポイント利用  -460(円)
-------------------------------------------------------------------
支払い金額  4,000(円)
-------------------------------------------------------------------
"""


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("クレジットカード決済", {"card": "4000", "unknown": "0"}),
        ("銀行振込", {"unknown": "4000"}),
    ],
)
def test_reads_a_mail_of_rakuten(method: str, expected: dict[str, str]) -> None:
    (order,) = orders(RAKUTEN.format(method=method), service="rakuten.co.jp")
    assert order.order_number == "200000-20260904-0000000001"
    assert order.layout == "other_shop"
    assert paid(order) == {"total": "4460", "points": "460", **expected}
    assert goods(order) == [("試験茶 100g(tea-100)", 2, "1980")]


def test_reads_the_time_of_the_order() -> None:
    (found,) = readings(RAKUTEN.format(method=""), service="rakuten.co.jp")
    assert found.placed_time == time(21, 30, 5)


@pytest.mark.parametrize(
    ("text", "number", "total"),
    [
        ("●ご注文番号\n31000001\n●合計\n合計額:8,610円(税込)", "31000001", "8610"),
        ("◆受注番号　　　：219900001\n●合計　：7,700円", "219900001", "7700"),
        ("【注文No.】\n00777\n支払合計金額：　4,300円", "00777", "4300"),
        ("ご注文番号: Cp_Abc-1\n 合計  ￥5,750", "Cp_Abc-1", "5750"),
        ("注文番号: A-100\nお支払い金額：4,250円(税込)", "A-100", "4250"),
        (
            "注文番号: A-100\n小計：￥5,000\n合計：￥5,000\nおすすめ商品\n合計：￥9",
            "A-100",
            "5000",
        ),
        (
            "注文番号: A-100\nA\n小計：10円\nB\n小計：20円\n小計：30円\n合計：35円",
            "A-100",
            "35",
        ),
    ],
)
def test_reads_the_labels_that_most_shops_use(
    text: str, number: str, total: str
) -> None:
    (order,) = orders(text, service="shop.example")
    assert (order.order_number, str(order.total)) == (number, total)


def test_a_number_like_amazons_in_another_shop_is_not_amazons() -> None:
    text = "注文番号: A-100\n合計：￥5,000\nAmazon Pay P03-1000000-0000001"
    (order,) = orders(text, service="shop.example")
    assert (order.order_number, order.layout) == ("A-100", "other_shop")


def test_what_is_not_understood_is_kept_without_an_amount() -> None:
    (order,) = orders("商品小計：4,250円\n送料：0円", service="shop.example")
    assert (order.order_number, order.layout) == (None, "unknown")
    assert paid(order) == {}


def test_a_notice_gives_its_number() -> None:
    (order,) = orders(
        "下記のキャンセルが完了しました。\nご注文番号：KC-25000001",
        service="shop.example",
        kind=MailKind.CANCELLATION,
    )
    assert (order.order_number, order.layout) == ("KC-25000001", "cancellation")


def test_goods_may_be_told_label_by_label() -> None:
    text = """\
受注番号：219900001
商品名：試験模型 青
単価：\\1,700
個数：2
小計：\\3,400

商品名: 試験模型 赤
数量:1 個
単価:3,000円(税込)
商品合計額:3,000円(税込)

●小計　：\\6,400
●合計　：6,400円
"""
    (order,) = orders(text, service="shop.example")
    assert goods(order) == [("試験模型 青", 2, "1700"), ("試験模型 赤", 1, "3000")]
    assert paid(order) == {"total": "6400", "unknown": "6400"}


def test_a_product_of_numbers_without_money_is_no_article() -> None:
    text = "注文番号: A-100\n寸法\n3 x 5 = 15\n合計：￥500"
    (order,) = orders(text, service="shop.example")
    assert order.items == ()
