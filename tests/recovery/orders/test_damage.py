from collections.abc import Mapping

import pytest

from tests.recovery.orders.foreign import placed
from torimodosu.recovery.orders.damage import Damage, Group, Sums, assess_damage
from torimodosu.recovery.orders.order import Doubt, Order, OrderState, Ownership

MINE, NOT_MINE, UNSURE = Ownership.MINE, Ownership.NOT_MINE, Ownership.UNSURE


def figures(sums: Sums) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return every figure of *sums* that is not zero, with its orders."""
    names = ("total", "gift_card", "points", "card", "unknown", "refunded")
    found = {name: getattr(sums, name) for name in names}
    return {
        name: (str(figure.amount), figure.orders)
        for name, figure in found.items()
        if figure.amount
    }


def all_foreign(orders: list[Order]) -> Damage:
    """Return the damage of orders none of which is the user's."""
    keys = [order.order_number or "mail:m" for order in orders]
    return assess_damage(orders, dict.fromkeys(keys, NOT_MINE))


def test_the_story_adds_up() -> None:
    orders = [
        placed("A", total=40000, gift_card=40000),
        placed("B", total=30000, gift_card=20000, card=10000),
        placed("C", total=30000, card=29500, points=500),
    ]
    damage = all_foreign(orders)
    (sums,) = damage.caused.sums
    assert figures(sums) == {
        "total": ("100000", ("A", "B", "C")),
        "gift_card": ("60000", ("A", "B")),
        "points": ("500", ("C",)),
        "card": ("39500", ("B", "C")),
    }
    assert damage.adds_up
    assert damage.caused == damage.standing


@pytest.mark.parametrize(
    ("ownership", "caused", "unsure"),
    [
        ({"A": MINE, "B": NOT_MINE, "C": UNSURE}, ("B",), ("C",)),
        ({"A": MINE, "B": MINE, "C": MINE}, (), ()),
        ({}, (), ("A", "B", "C")),
    ],
)
def test_only_what_is_not_mine_is_damage(
    ownership: Mapping[str, Ownership],
    caused: tuple[str, ...],
    unsure: tuple[str, ...],
) -> None:
    damage = assess_damage([placed("A"), placed("B"), placed("C")], ownership)
    assert damage.caused.orders == caused
    assert damage.unsure.orders == unsure


def test_currencies_are_not_mixed() -> None:
    orders = [placed("A"), placed("B", total=6, currency="USD", card=6)]
    sums = all_foreign(orders).caused.sums
    assert [(s.currency, str(s.total.amount)) for s in sums] == [
        ("JPY", "1000"),
        ("USD", "6"),
    ]


def test_what_is_not_known_is_open_and_never_zero() -> None:
    orders = [
        placed("A"),
        placed("B", total=None, currency=""),
        placed(None, total=None),
        placed("D", total=0, doubts=(Doubt.NOTHING_TO_PAY,)),
    ]
    group = all_foreign(orders).caused
    assert group.open == ("B", "mail:m", "D")
    assert len(group.orders) == 4
    assert figures(group.sums[0])["total"] == ("1000", ("A",))
    assert len(group.sums) == 1


@pytest.mark.parametrize(
    ("state", "is_open"),
    [
        (OrderState.REFUSED, False),
        (OrderState.ON_HOLD, True),
        (OrderState.CANCELLED, True),
    ],
)
def test_an_order_that_the_shop_refused_has_no_amount_but_is_not_open(
    state: OrderState, *, is_open: bool
) -> None:
    damage = all_foreign([placed("A", total=None, currency="", state=state)])
    assert damage.caused.orders == ("A",)
    assert damage.caused.open == (("A",) if is_open else ())


@pytest.mark.parametrize(
    ("state", "refunded", "is_undone"),
    [
        (OrderState.PLACED, None, False),
        (OrderState.ON_HOLD, None, False),
        (OrderState.SHIPPED, None, False),
        (OrderState.DELIVERED, None, False),
        (OrderState.CANCELLED, None, True),
        (OrderState.REFUSED, None, True),
        (OrderState.REFUNDED, None, True),
        (OrderState.REFUNDED, 1000, True),
        (OrderState.REFUNDED, 999, False),
    ],
)
def test_what_was_undone_is_stated_apart(
    state: OrderState, refunded: int | None, *, is_undone: bool
) -> None:
    damage = all_foreign([placed("A", state=state, refunded=refunded)])
    assert damage.caused.orders == ("A",)
    assert damage.undone.orders == (("A",) if is_undone else ())
    assert damage.standing.orders == (() if is_undone else ("A",))
    assert damage.adds_up


def test_a_part_that_was_refunded_is_told_beside_the_cost() -> None:
    order = placed("A", state=OrderState.REFUNDED, refunded=300)
    (sums,) = all_foreign([order]).standing.sums
    assert figures(sums)["refunded"] == ("300", ("A",))
    assert figures(sums)["total"] == ("1000", ("A",))


def test_sums_that_do_not_add_up_are_seen() -> None:
    (sums,) = all_foreign([placed("A")]).caused.sums
    broken = Sums(
        currency="JPY",
        total=sums.total,
        gift_card=sums.unknown,
        points=sums.points,
        card=sums.card,
        unknown=sums.unknown,
        refunded=sums.refunded,
    )
    group = Group(sums=(broken,), orders=("A",), open=())
    none = Group(sums=(), orders=(), open=())
    assert not broken.adds_up
    assert not Damage(caused=group, standing=group, undone=none, unsure=none).adds_up


def test_groups_that_miss_an_order_are_seen() -> None:
    damage = all_foreign([placed("A")])
    none = damage.undone
    assert not Damage(
        caused=damage.caused, standing=none, undone=none, unsure=none
    ).adds_up


def test_no_orders_are_no_damage() -> None:
    damage = assess_damage([], {})
    assert damage.caused == Group(sums=(), orders=(), open=())
    assert damage.adds_up
