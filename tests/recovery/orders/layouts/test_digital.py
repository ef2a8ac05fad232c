import pytest

from tests.recovery.orders.written import goods, orders, paid

MAIL = """\
架空花子様

ご注文ありがとうございます。

注文番号: D01-1000000-0000001
注文日: 2024年5月1日

試験の本 第3巻 [Kindle版]
販売者：架空出版
￥ 500

小計: ￥ 500
{deduction}
総計: ￥ {left}
"""


@pytest.mark.parametrize(
    ("deduction", "left", "expected"),
    [
        ("", "500", {"total": "500", "unknown": "500"}),
        (
            "Amazonポイント: -￥ 20",
            "480",
            {"total": "500", "points": "20", "unknown": "480"},
        ),
        (
            "ギフトカード: -￥ 500",
            "0",
            {"total": "500", "gift_card": "500", "unknown": "0"},
        ),
        ("プロモーション: -￥ 100", "400", {"total": "400", "unknown": "400"}),
    ],
)
def test_what_points_and_gift_cards_pay_belongs_to_the_cost(
    deduction: str, left: str, expected: dict[str, str]
) -> None:
    (order,) = orders(MAIL.format(deduction=deduction, left=left))
    assert order.order_number == "D01-1000000-0000001"
    assert order.layout == "digital"
    assert paid(order) == expected
    assert goods(order) == [("試験の本 第3巻 [Kindle版]", 1, "500")]


def test_name_and_price_may_share_a_line() -> None:
    mail = MAIL.format(deduction="", left="500")
    mail = mail.replace("\n販売者：架空出版\n￥ 500", "\t￥ 500")
    (order,) = orders(mail)
    assert goods(order) == [("試験の本 第3巻 [Kindle版]", 1, "500")]
