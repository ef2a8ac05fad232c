from collections.abc import Mapping, Sequence

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import BURST, DAY, HOUR, case, order, saved
from torimodosu.recovery.orders.order import Order, Ownership
from torimodosu.recovery.plan.danger import Danger, card_is_at_risk, danger_of
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step

NEW, OLD = order(), order(placed_at=FRIDAY_NIGHT - 3 * DAY)
UNDATED = order(placed_at=None)
NOT_MINE, MINE, UNSURE = Ownership.NOT_MINE, Ownership.MINE, Ownership.UNSURE
BOTH_TOLD = [Step.SHOP, Step.CARD_COMPANY]


def keyed(*orders: Order) -> dict[str, Order]:
    return {str(number): one for number, one in enumerate(orders)}


@pytest.mark.parametrize(
    ("orders", "ownership", "said", "danger"),
    [
        ([], {}, [], Danger.NONE_SEEN),
        ([NEW], {"0": NOT_MINE}, [], Danger.MONEY_MOVING),
        ([NEW], {"0": UNSURE}, [], Danger.DAMAGE_DONE),
        ([NEW], {"0": MINE}, [], Danger.NONE_SEEN),
        ([NEW] * 2, {}, [], Danger.NONE_SEEN),
        ([NEW] * 3, {}, [], Danger.MONEY_MOVING),
        ([NEW] * 3, {"0": MINE}, [], Danger.NONE_SEEN),
        ([OLD] * 3, {}, [], Danger.NONE_SEEN),
        ([UNDATED] * 3, {}, [], Danger.NONE_SEEN),
        ([UNDATED], {"0": NOT_MINE}, [], Danger.DAMAGE_DONE),
        ([OLD], {"0": NOT_MINE}, [], Danger.DAMAGE_DONE),
        ([NEW], {"0": NOT_MINE}, [Step.SHOP], Danger.MONEY_MOVING),
        ([NEW], {"0": NOT_MINE}, [Step.PASSWORD], Danger.MONEY_MOVING),
        ([NEW], {"0": NOT_MINE}, BOTH_TOLD, Danger.DAMAGE_DONE),
        ([NEW], {"0": NOT_MINE}, [Step.STILL_GOING], Danger.DAMAGE_DONE),
    ],
)
def test_danger(
    orders: Sequence[Order],
    ownership: Mapping[str, Ownership],
    said: Sequence[Step],
    danger: Danger,
) -> None:
    assert danger_of(saved(keyed(*orders), ownership, *said)) is danger


def test_without_a_card_at_the_shop_the_shop_alone_must_know() -> None:
    gift_only = saved(keyed(NEW), {"0": NOT_MINE}, Step.SHOP, of=case(cards=()))
    assert danger_of(gift_only) is Danger.DAMAGE_DONE


@pytest.mark.parametrize(
    ("strange", "verdict", "at_risk"),
    [
        (order(), NOT_MINE, False),
        (order(card=0), NOT_MINE, False),
        (order(card=1), NOT_MINE, True),
        (order(card=1), UNSURE, True),
        (order(card=1), MINE, False),
        (order(unknown=1), NOT_MINE, True),
        (order(total=None, gift_card=None), NOT_MINE, True),
    ],
)
def test_a_card_is_at_risk_where_it_may_have_to_pay(
    strange: Order, verdict: Ownership, *, at_risk: bool
) -> None:
    snapshot = saved(keyed(strange), {"0": verdict}, of=case(cards=()))
    assert card_is_at_risk(snapshot) is at_risk


def test_a_registered_card_is_at_risk_before_any_mail_is_read() -> None:
    assert card_is_at_risk(Snapshot(at=FRIDAY_NIGHT, case=case()))


def test_an_order_known_to_the_day_may_be_of_its_last_minute() -> None:
    morning = order(placed_at=FRIDAY_NIGHT - DAY - HOUR, to_the_day=True)
    snapshot = saved(keyed(morning), {"0": NOT_MINE})
    assert danger_of(snapshot) is Danger.MONEY_MOVING


@pytest.mark.parametrize(
    ("hours", "danger"), [(23, Danger.MONEY_MOVING), (24, Danger.DAMAGE_DONE)]
)
def test_after_a_day_the_money_is_spent(hours: int, danger: Danger) -> None:
    later = BURST + hours * HOUR
    assert danger_of(saved(keyed(NEW), {"0": NOT_MINE}, at=later)) is danger
