from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest

from tests.recovery.orders.written import SENT_AT, said
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.joining import JAPAN, join_orders, order_key
from torimodosu.recovery.orders.order import Doubt, Item, OrderState

LATER = SENT_AT + timedelta(hours=3)
SHIPPED = OrderState.SHIPPED


def test_mails_of_one_number_are_one_order() -> None:
    mails = [
        said(event=OrderState.DELIVERED, mail="c", sent_at=LATER + timedelta(1)),
        said(mail="a", total=1000),
        said(event=SHIPPED, mail="b", sent_at=LATER, total=1000, card=1000),
    ]
    (order,) = join_orders(mails)
    assert order.mails == ("a", "b", "c")
    assert order.state is OrderState.DELIVERED
    assert order_key(order) == "250-1000000-0000001"


def test_orders_are_told_oldest_first() -> None:
    first = said("250-1000000-0000002", total=1)
    second = said("250-1000000-0000001", total=1, sent_at=LATER)
    undated = said("250-1000000-0000003", total=1, sent_at=None)
    found = join_orders([undated, second, first])
    assert [order.order_number for order in found] == [
        "250-1000000-0000002",
        "250-1000000-0000001",
        "250-1000000-0000003",
    ]


def test_a_mail_without_a_number_is_an_order_of_its_own() -> None:
    mails = [said(None, mail="a", layout="unknown"), said(None, mail="b", total=500)]
    found = join_orders(mails)
    assert {order_key(order) for order in found} == {"mail:a", "mail:b"}
    assert {order.certainty for order in found} == {
        Certainty.UNKNOWN,
        Certainty.CONFIRMED,
    }


@pytest.mark.parametrize("number", ["100", "250-1000000-0000001"])
def test_equal_numbers_of_two_shops_are_two_orders(number: str) -> None:
    shops = ("a.example", "b.example")
    found = join_orders(said(number, service=shop, mail=shop) for shop in shops)
    assert {order_key(order) for order in found} == {
        f"a.example:{number}",
        f"b.example:{number}",
    }


def test_amazons_numbers_are_the_same_in_all_its_shops() -> None:
    mails = [said(mail="a"), said(service="amazon.com", mail="b")]
    for read in (mails, mails[:1], mails[1:]):
        (order,) = join_orders(read)
        assert order_key(order) == "250-1000000-0000001"


@pytest.mark.parametrize(
    ("refunds", "refunded", "doubts"),
    [
        ([(300, None)], 300, ()),
        ([(300, None), (200, None)], 500, ()),
        ([(None, 500), (500, None)], 500, ()),
        ([(None, 500), (200, None)], 500, ()),
        ([(1500, None)], 1500, (Doubt.REFUND_ABOVE_TOTAL,)),
        ([(None, None)], None, ()),
    ],
)
def test_a_promise_and_its_fulfilment_are_one_refund(
    refunds: list[tuple[int | None, int | None]],
    refunded: int | None,
    doubts: tuple[Doubt, ...],
) -> None:
    mails = [
        said(
            event=OrderState.REFUNDED,
            mail=f"r{index}",
            sent_at=LATER,
            refunded=None if done is None else Decimal(done),
            refund_expected=None if expected is None else Decimal(expected),
        )
        for index, (done, expected) in enumerate(refunds)
    ]
    (order,) = join_orders([said(total=1000), *mails])
    assert order.refunded == refunded
    assert order.doubts == doubts
    assert order.state is OrderState.REFUNDED


FRIDAY_NIGHT = datetime(2026, 9, 4, 15, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("placed_on", "placed_time", "placed_at", "to_the_day"),
    [
        (None, None, datetime(2026, 9, 5, 0, 10, tzinfo=JAPAN), False),
        (date(2026, 9, 5), None, datetime(2026, 9, 5, 0, 10, tzinfo=JAPAN), False),
        (date(2026, 9, 4), None, datetime(2026, 9, 4, tzinfo=JAPAN), True),
        (
            date(2026, 9, 4),
            time(23, 58),
            datetime(2026, 9, 4, 23, 58, tzinfo=JAPAN),
            False,
        ),
    ],
)
def test_the_mail_gives_the_time_if_it_is_of_the_printed_day_in_japan(
    placed_on: date | None,
    placed_time: time | None,
    placed_at: datetime,
    *,
    to_the_day: bool,
) -> None:
    reading = said(
        total=1, sent_at=FRIDAY_NIGHT, placed_on=placed_on, placed_time=placed_time
    )
    (order,) = join_orders([reading], zone=timezone(timedelta(hours=-7)))
    assert (order.placed_at, order.placed_to_the_day) == (placed_at, to_the_day)


def test_other_shops_date_their_orders_in_the_zone_of_the_user() -> None:
    zone = timezone(timedelta(hours=-7))
    reading = said(
        total=1, service="amazon.com", sent_at=FRIDAY_NIGHT, placed_on=date(2026, 9, 4)
    )
    (order,) = join_orders([reading], zone=zone)
    assert order.placed_at == FRIDAY_NIGHT
    assert order.placed_at is not None
    assert order.placed_at.tzinfo == zone


def test_a_hold_mail_gives_the_day_but_not_the_time() -> None:
    hold = said(event=OrderState.ON_HOLD, placed_on=SENT_AT.date())
    (order,) = join_orders([hold])
    assert order.placed_at == datetime(2026, 9, 4, tzinfo=JAPAN)
    assert order.placed_to_the_day


def test_days_that_differ_are_a_doubt() -> None:
    mails = [
        said(total=1, placed_on=date(2026, 9, 4)),
        said(mail="b", event=OrderState.ON_HOLD, placed_on=date(2026, 9, 5)),
    ]
    (order,) = join_orders(mails)
    assert order.doubts == (Doubt.DATES_DIFFER,)


def item(title: str) -> Item:
    """Return an article of which only the name is known."""
    return Item(title=title, quantity=None, price=None)


def test_goods_are_those_of_the_confirmation_else_of_the_parcels() -> None:
    parcels = [
        said(event=SHIPPED, mail=name, items=(item(name),)) for name in ("b", "c")
    ]
    cancelled = said(event=OrderState.CANCELLED, mail="d", items=(item("d"),))
    confirmed = said(mail="a", items=(item("x"), item("y")))
    for mails, titles in (
        ([confirmed, *parcels], ["x", "y"]),
        ([*parcels, cancelled], ["b", "c"]),
        ([cancelled], ["d"]),
    ):
        (order,) = join_orders(mails)
        assert [article.title for article in order.items] == titles


def test_an_understood_mail_names_the_layout() -> None:
    mails = [
        said(layout="unknown"),
        said(event=OrderState.DELIVERED, mail="b", layout="delivery"),
    ]
    (order,) = join_orders(mails)
    assert order.layout == "delivery"
    assert order.certainty is Certainty.UNKNOWN
