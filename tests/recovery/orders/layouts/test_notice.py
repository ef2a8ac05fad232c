from datetime import date

import pytest

from tests.recovery.orders.written import readings
from torimodosu.recovery.mail.kind import MailKind
from torimodosu.recovery.orders.order import OrderState

ONE, TWO = "250-1000000-0000001", "250-1000000-0000002"


@pytest.mark.parametrize(
    "text",
    [
        f"""\
注文日：2026/09/04
注文番号：{ONE}
金額：￥3,000
商品カテゴリー：家電

注文日：2026/09/04
注文番号：{TWO}
金額：￥4,000
商品カテゴリー：ギフトカード
""",
        f"""\
■注文番号：{ONE}
■注文日：2026/09/04
■金額：3,000円
■注文番号：{TWO}
■注文日：2026/09/04
■金額：4,000円
""",
        f"""\
2026/09/04 {ONE} ￥3,000 家電
2026/09/04 {TWO} ￥4,000 ギフトカード
""",
    ],
)
def test_a_hold_mail_lists_orders_with_day_and_amount(text: str) -> None:
    found = readings(text, kind=MailKind.ORDER_ON_HOLD)
    assert [(r.number, r.placed_on, str(r.total)) for r in found] == [
        (ONE, date(2026, 9, 4), "3000"),
        (TWO, date(2026, 9, 4), "4000"),
    ]
    assert {r.event for r in found} == {OrderState.ON_HOLD}


def test_a_hold_mail_may_name_its_orders_in_a_sentence() -> None:
    found = readings(
        f"ご注文（{ONE}、{TWO}）の確定を一時停止しております。",
        kind=MailKind.ORDER_ON_HOLD,
    )
    assert [reading.number for reading in found] == [ONE, TWO]


def test_a_hold_mail_that_names_no_order_is_none() -> None:
    text = "ご注文の確定を一時停止しております。ご返信ください。"
    assert readings(text, kind=MailKind.ORDER_ON_HOLD) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "以下のご注文をお受けできませんでした。",
        "ご注文は不成立となりました。",
        "We were unable to process your order.",
    ],
)
def test_a_refusal_is_told_from_a_hold(sentence: str) -> None:
    (found,) = readings(f"{sentence}\n注文番号：{ONE}", kind=MailKind.ORDER_ON_HOLD)
    assert found.event is OrderState.REFUSED


CANCELLATION = f"""\
架空商店へご注文いただいた商品(注文番号:#{ONE})のキャンセルを承りました。

キャンセルされたご注文内容は以下のとおりです。

==================================================
ご注文内容
==================================================
商品名: 試験バッグ ショルダー：黒
数量: 2
(http://www.example.com/exec/1)

==================================================
"""


def test_a_cancellation_names_the_order_and_its_goods() -> None:
    (found,) = readings(CANCELLATION, kind=MailKind.CANCELLATION)
    assert (found.number, found.event) == (ONE, OrderState.CANCELLED)
    assert [(item.title, item.quantity) for item in found.items] == [
        ("試験バッグ ショルダー：黒", 2)
    ]
    assert found.total is None
    assert not found.is_partial


def test_a_part_that_is_cancelled_is_told() -> None:
    text = f"ご注文の一部の商品をキャンセルいたしました。\n注文番号：{ONE}"
    (found,) = readings(text, kind=MailKind.CANCELLATION)
    assert found.is_partial


@pytest.mark.parametrize(
    ("lines", "refunded", "expected"),
    [
        ("返金額: 853円\n返金方法: Visa", "853", "None"),
        ("返金予定額：￥ 853\n返金方法：Visa", "None", "853"),
        ("返金額\n853 JPY\n返金方法\nVisa", "853", "None"),
        ("返金額: 500円\n返金額: 353円\n返金先：Visa", "853", "None"),
        ("返金額: 853円\n返金合計: 853円\n返金先：Visa", "853", "None"),
        ("853円を返金いたしました。\n返金額: 853円\n返金先：Visa", "853", "None"),
    ],
)
def test_a_refund_tells_its_amount_and_where_it_goes(
    lines: str, refunded: str, expected: str
) -> None:
    (found,) = readings(f"注文番号: {ONE}\n{lines}\n", kind=MailKind.REFUND)
    assert (str(found.refunded), str(found.refund_expected)) == (refunded, expected)
    assert found.refund_method == "Visa"
    assert (found.total, found.card) == (None, None)


@pytest.mark.parametrize(
    ("sentence", "refunded", "expected"),
    [
        ("853円を返金しました。", "853", "None"),
        ("ご注文について、853円を返金いたします。", "None", "853"),
        (f"We processed your refund of $8.53 for your Order {ONE}.", "8.53", "None"),
        ("Your refund of $8.53 will be issued.", "None", "8.53"),
    ],
)
def test_a_refund_may_be_told_in_a_sentence(
    sentence: str, refunded: str, expected: str
) -> None:
    (found,) = readings(f"注文番号: {ONE}\n{sentence}", kind=MailKind.REFUND)
    assert (str(found.refunded), str(found.refund_expected)) == (refunded, expected)
    assert found.total is None


def test_the_name_of_an_article_names_no_order() -> None:
    text = f"注文番号: {ONE}\n商品名: {TWO} の箱\n* {TWO}\n数量: 1"
    (found,) = readings(text, kind=MailKind.CANCELLATION)
    assert found.number == ONE


def test_adverts_end_a_notice() -> None:
    text = f"注文番号: {ONE}\n返金額: 853円\nおすすめ商品\n返金額: 9円\n{TWO}"
    (found,) = readings(text, kind=MailKind.REFUND)
    assert str(found.refunded) == "853"


def test_a_refund_that_names_no_order_keeps_its_amount() -> None:
    (found,) = readings("返金額: 853円", kind=MailKind.REFUND)
    assert (found.number, str(found.refunded)) == (None, "853")


def test_an_advert_above_the_orders_hides_none() -> None:
    found = readings(
        f"お客様におすすめの商品があります\n\n注文番号：{ONE}\n金額 ：￥3,000\n\n"
        f"タイムセール\n注文番号：{TWO}\n",
        kind=MailKind.ORDER_ON_HOLD,
    )
    assert [(r.number, str(r.total)) for r in found] == [(ONE, "3000")]
