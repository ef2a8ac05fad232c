from dataclasses import replace

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import DAY, case, order, saved
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tonight import tonight

BURST = {"a": order(card=1), "b": order(card=1), "c": order()}
OLD = {"a": order(placed_at=FRIDAY_NIGHT - 5 * DAY)}
STRANGE = dict.fromkeys(BURST, Ownership.NOT_MINE)


@pytest.mark.parametrize(
    ("snapshot", "urgent"),
    [
        (Snapshot(at=FRIDAY_NIGHT), (Step.QUESTIONS, Step.READ_MAIL, Step.SORT_ORDERS)),
        (saved(BURST, {}), (Step.SHOP, Step.CARD_COMPANY, Step.SORT_ORDERS)),
        (saved(BURST, STRANGE), (Step.SHOP, Step.CARD_COMPANY)),
        (saved(BURST, STRANGE, Step.SHOP), (Step.CARD_COMPANY,)),
        (saved(BURST, STRANGE, Step.SHOP, Step.CARD_COMPANY), ()),
        (saved(OLD, {}), (Step.SORT_ORDERS,)),
        (saved(OLD, STRANGE), (Step.SHOP, Step.CARD_COMPANY)),
        (saved(OLD, {"a": Ownership.MINE}), ()),
    ],
)
def test_what_cannot_wait(snapshot: Snapshot, urgent: tuple[Step, ...]) -> None:
    answer = tonight(snapshot)
    assert answer.urgent == urgent
    assert answer.is_safe is (urgent == ())


def test_what_is_done_and_what_tomorrow_brings() -> None:
    answer = tonight(saved(BURST, STRANGE, Step.SHOP, Step.CARD_COMPANY))
    assert answer.done == (
        *(Step.QUESTIONS, Step.READ_MAIL, Step.CHECK_EVIDENCE, Step.SORT_ORDERS),
        *(Step.CARD_COMPANY, Step.SHOP),
    )
    assert answer.tomorrow == (Step.SIGN_IN, Step.STILL_GOING, Step.TAKE_BACK)


def test_when_all_is_done_nothing_is_left_for_tomorrow() -> None:
    closed = replace(saved({}, {}, *Step), case=case(cards=()))
    assert (tonight(closed).urgent, tonight(closed).tomorrow) == ((), ())
