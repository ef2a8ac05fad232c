from dataclasses import replace

import pytest

from tests.recovery.orders.foreign import placed
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.orders.ownership import own_orders

NUMBER = "250-1000000-0000001"


@pytest.mark.parametrize(
    "typed",
    [
        NUMBER,
        f"  #{NUMBER} ",
        "２５０－１００００００－０００００01",
        "250\u20111000000\u20110000001",
    ],
)
def test_orders_that_the_user_lists_are_theirs(typed: str) -> None:
    own = own_orders([placed(NUMBER), placed("B"), placed(None)], [typed])
    assert own.ownership == {NUMBER: Ownership.MINE}
    assert own.not_found == ()


def test_a_number_that_two_shops_gave_names_the_orders_of_both() -> None:
    orders = [replace(placed("100"), service=shop) for shop in ("a.jp", "b.jp")]
    own = own_orders(orders, ["100"])
    assert own.ownership == dict.fromkeys(("a.jp:100", "b.jp:100"), Ownership.MINE)
    assert own.not_found == ()


def test_numbers_of_no_order_are_told_as_typed() -> None:
    own = own_orders([placed("D01-1000000-0000001")], ["x ", "d01-1000000-0000001"])
    assert own.ownership == {"D01-1000000-0000001": Ownership.MINE}
    assert own.not_found == ("x ",)
