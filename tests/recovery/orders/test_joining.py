from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest

from tests.recovery.orders.written import SENT_AT, paid, said
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.joining import JAPAN, join_orders, order_key
from torimodosu.recovery.orders.order import Doubt, Item, OrderState
from torimodosu.recovery.orders.order_mail import OrderMail

LATER = SENT_AT + timedelta(hours=3)
SHIPPED = OrderState.SHIPPED


def shipped(mail: str, **amounts: int) -> OrderMail:
    """Return a reading of a parcel."""
    return said(
        event=SHIPPED,
        mail=mail,
        sent_at=LATER,
        layout="shipment_2013",
        total=amounts.get("total"),
        gift_card=amounts.get("gift_card"),
        points=amounts.get("points"),
        card=amounts.get("card"),
    )


def test_mails_of_one_number_are_one_order() -> None:
    mails = [
        said(event=OrderState.DELIVERED, mail="c", sent_at=LATER + timedelta(1)),
        said(mail="a", total=1000),
        shipped("b", total=1000, card=1000),
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


def test_equal_numbers_of_two_shops_are_two_orders() -> None:
    mails = [said("100", service="a.example"), said("100", service="b.example")]
    assert len(join_orders(mails)) == 2


def test_amazons_numbers_are_the_same_in_all_its_shops() -> None:
    assert len(join_orders([said(), said(service="amazon.com", mail="b")])) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [(("a", "m@x"), ("b", "m@x")), (("a", ""), ("a", "")), (("a", "m"), ("a", "m"))],
)
def test_copies_of_a_mail_count_once(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    copies = [
        said(event=SHIPPED, mail=mail, message_id=message_id, total=500, card=500)
        for mail, message_id in (first, second)
    ]
    (order,) = join_orders([said(mail="z", total=1000), *copies])
    assert paid(order) == {"total": "1000", "card": "500", "unknown": "500"}
    assert len(order.shipments) == 1
    assert order.doubts == ()
    assert set(order.mails) == {"z", first[0], second[0]}


def test_copies_without_a_number_count_once() -> None:
    copies = [said(None, mail=mail, message_id="m@x", total=5) for mail in "ab"]
    assert len(join_orders(copies)) == 1


def test_copies_that_differ_are_a_doubt() -> None:
    copies = [
        said(mail=mail, message_id="m@x", total=total)
        for mail, total in (("a", 500), ("b", 600))
    ]
    (order,) = join_orders(copies)
    assert order.doubts == (Doubt.COPIES_DIFFER,)
    assert order.certainty is Certainty.PROBABLE


def test_a_confirmation_alone_leaves_open_who_pays() -> None:
    (order,) = join_orders([said(total=1000)])
    assert paid(order) == {"total": "1000", "unknown": "1000"}
    assert order.certainty is Certainty.CONFIRMED


@pytest.mark.parametrize(
    ("parcels", "expected", "doubts"),
    [
        (
            [{"total": 1000, "gift_card": 600, "card": 400}],
            {"total": "1000", "gift_card": "600", "card": "400", "unknown": "0"},
            (),
        ),
        (
            [
                {"total": 600, "gift_card": 600},
                {"total": 400, "points": 30, "card": 370},
            ],
            {
                "total": "1000",
                "gift_card": "600",
                "points": "30",
                "card": "370",
                "unknown": "0",
            },
            (),
        ),
        (
            [{"total": 600, "card": 600}],
            {"total": "1000", "card": "600", "unknown": "400"},
            (),
        ),
        (
            [{"total": 600, "card": 600}, {"total": 401, "card": 401}],
            {"total": "1001", "card": "1001", "unknown": "0"},
            (Doubt.SHIPMENTS_ABOVE_TOTAL,),
        ),
        (
            [{"total": 600, "card": 600}, {"total": 900, "card": 900}],
            {"total": "1000", "unknown": "1000"},
            (Doubt.SHIPMENTS_ABOVE_TOTAL,),
        ),
        (
            [{"total": 1000, "card": 1000}, {"total": 1000, "card": 1000}],
            {"total": "1000", "card": "1000", "unknown": "0"},
            (Doubt.SHIPMENTS_ABOVE_TOTAL,),
        ),
        ([{}, {}], {"total": "1000", "unknown": "1000"}, ()),
    ],
)
def test_parcels_tell_who_pays(
    parcels: list[dict[str, int]],
    expected: dict[str, str],
    doubts: tuple[Doubt, ...],
) -> None:
    readings = [shipped(f"b{i}", **amounts) for i, amounts in enumerate(parcels)]
    (order,) = join_orders([said(total=1000), *readings])
    assert paid(order) == expected
    assert order.doubts == doubts
    assert len(order.shipments) == len(parcels)


def test_parcels_without_a_confirmation_make_the_total_probable() -> None:
    (order,) = join_orders([shipped("a", total=600, card=600)])
    assert paid(order) == {"total": "600", "card": "600", "unknown": "0"}
    assert order.doubts == (Doubt.TOTAL_FROM_SHIPMENTS,)
    assert order.certainty is Certainty.PROBABLE
    assert order.placed_at is None


def test_parcels_settle_what_a_confirmation_left_to_guess() -> None:
    guess = said(
        total=1000, gift_card=600, card=400, doubts=(Doubt.GIFT_CARD_INFERRED,)
    )
    (order,) = join_orders([guess, shipped("b", total=1000, points=600, card=400)])
    assert paid(order) == {
        "total": "1000",
        "points": "600",
        "card": "400",
        "unknown": "0",
    }
    assert order.certainty is Certainty.CONFIRMED


def test_parcels_that_contradict_the_confirmation_are_a_doubt() -> None:
    told = said(total=1000, gift_card=600, card=400)
    (order,) = join_orders([told, shipped("b", total=1000, card=1000)])
    assert paid(order)["card"] == "1000"
    assert order.doubts == (Doubt.SPLITS_DIFFER,)


def test_a_part_of_the_parcels_does_not_replace_what_was_confirmed() -> None:
    told = said(total=1000, gift_card=600, card=400)
    (order,) = join_orders([told, shipped("b", total=300, gift_card=300)])
    assert paid(order)["gift_card"] == "600"
    assert order.doubts == ()


def test_of_two_confirmations_the_later_counts_in_doubt() -> None:
    mails = [said(total=1000), said(mail="b", total=900, sent_at=LATER)]
    (order,) = join_orders(mails)
    assert (order.total, order.doubts) == (Decimal(900), (Doubt.TOTALS_DIFFER,))


def test_a_hold_mail_may_be_the_only_one_to_tell_the_total() -> None:
    hold = said(event=OrderState.ON_HOLD, total=3000, layout="hold")
    (order,) = join_orders([hold])
    assert paid(order) == {"total": "3000", "unknown": "3000"}
    assert order.doubts == (Doubt.TOTAL_FROM_NOTICE,)
    (confirmed,) = join_orders([hold, said(mail="b", total=2900)])
    assert (confirmed.total, confirmed.doubts) == (Decimal(2900), ())


def test_other_money_is_not_added() -> None:
    (order,) = join_orders(
        [said(total=1000), said(mail="b", event=SHIPPED, total="5.00", currency="USD")]
    )
    assert (order.currency, order.total) == ("JPY", Decimal(1000))
    assert order.doubts == (Doubt.CURRENCIES_DIFFER,)


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
