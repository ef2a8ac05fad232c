from datetime import timedelta
from decimal import Decimal

import pytest

from tests.recovery.orders.written import SENT_AT, paid, said
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.orders.joining import join_orders
from torimodosu.recovery.orders.order import Doubt, OrderState
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


def test_parcels_tell_the_cost_of_what_left_nothing_to_pay() -> None:
    free = said(total=0, doubts=(Doubt.NOTHING_TO_PAY,))
    (order,) = join_orders([free, shipped("b", total=900, gift_card=900)])
    assert paid(order) == {"total": "900", "gift_card": "900", "unknown": "0"}
    assert order.doubts == (Doubt.TOTAL_FROM_SHIPMENTS,)


def test_a_guess_that_parcels_repeat_stays_a_guess() -> None:
    guess = (Doubt.GIFT_CARD_INFERRED,)
    told = said(total=1000, gift_card=600, card=400, doubts=guess)
    parcel = said(
        event=SHIPPED, mail="b", total=1000, gift_card=600, card=400, doubts=guess
    )
    (order,) = join_orders([told, parcel])
    assert order.doubts == guess


def test_a_split_above_a_later_total_is_given_up() -> None:
    told = said(total=1000, gift_card=600, card=400)
    (order,) = join_orders([told, said(mail="b", total=500, sent_at=LATER)])
    assert paid(order) == {"total": "500", "unknown": "500"}
    assert order.doubts == (Doubt.TOTALS_DIFFER, Doubt.PAID_ABOVE_TOTAL)
