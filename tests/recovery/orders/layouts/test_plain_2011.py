import pytest

from tests.recovery.orders.written import goods, orders, paid

MAIL = """\
Amazon.co.jpにご注文いただきありがとうございます。

***********************************************************
\t注文内容
***********************************************************

注文番号：\t\t\t250-1000000-0000001

小計：                           ￥ {subtotal}
配送料・手数料：                          ￥ 0
代引手数料：                          ￥ 250
この注文の合計：                      ￥ {total}

2 "試験 "二重" 引用 [DVD]"
架空監督; 架空俳優; DVD; ￥ {price}

1 "注文番号： 250-9999999-9999999"
Video Game; ￥ 100
"""


def test_reads_the_sums_and_the_quoted_goods_below_them() -> None:
    (order,) = orders(MAIL.format(subtotal="2,100", total="2,350", price="1,000"))
    assert order.layout == "plain_2011"
    assert paid(order) == {"total": "2350", "unknown": "2350"}
    assert goods(order) == [
        ('試験 "二重" 引用 [DVD]', 2, "1000"),
        ("注文番号： 250-9999999-9999999", 1, "100"),
    ]


@pytest.mark.parametrize(("price", "each"), [("1,000", "1000"), ("2,000", "1000")])
def test_the_subtotal_tells_what_a_price_is_for(price: str, each: str) -> None:
    (order,) = orders(MAIL.format(subtotal="2,100", total="2,350", price=price))
    assert str(order.items[0].price) == each


def test_a_name_without_a_price_has_none() -> None:
    mail = MAIL.format(subtotal="2,100", total="2,350", price="1,000")
    (order,) = orders(mail.replace("; ￥ 1,000", ""))
    assert order.items[0].price is None
