import pytest

from tests.recovery.orders.written import orders, paid

MAIL = """\
注文番号：250-1000000-0000001

ギフトカードの送信先：
someone@example.com

Amazonギフトカード Eメールタイプ

注文合計:{between}￥5,000
"""


@pytest.mark.parametrize("between", [" ", "\n", "\n\n(税込)\n", "\n1点\n\n"])
def test_the_total_may_stand_some_lines_below_its_label(between: str) -> None:
    (order,) = orders(MAIL.format(between=between))
    assert order.layout == "gift_card"
    assert paid(order) == {"total": "5000", "unknown": "5000"}


def test_without_any_total_the_amount_stays_open() -> None:
    (order,) = orders(
        "注文番号：250-1000000-0000001\n\nギフトカードの送信先：\n\n注文合計:\n"
    )
    assert paid(order) == {}
    assert order.layout == "unknown"


@pytest.mark.parametrize("between", [" ", "\n1点\n\n"])
def test_the_total_is_not_that_of_an_advert(between: str) -> None:
    advert = "\nおすすめ商品\n試験の椅子\n合計\n￥7,980\n"
    (order,) = orders(MAIL.format(between=between) + advert)
    assert paid(order) == {"total": "5000", "unknown": "5000"}
