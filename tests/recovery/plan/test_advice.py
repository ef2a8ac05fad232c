from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import DAY, box, case, order, saved
from torimodosu.recovery.case.case import SignIn
from torimodosu.recovery.mail.search import Covered
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import (
    StepState,
    next_step,
    open_steps,
    state_of,
)
from torimodosu.recovery.plan.preparation import AtHand
from torimodosu.recovery.plan.reasons import Why
from torimodosu.recovery.plan.snapshot import Seal, Snapshot, Verification
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tonight import tonight

NOTHING = Snapshot(at=FRIDAY_NIGHT)
OPENED = replace(NOTHING, case=case())
NO_MAILS = replace(OPENED, said={Step.READ_MAIL: FRIDAY_NIGHT})
BURST = {str(number): order(card=1) for number in range(14)}
OLD_BURST = {key: order(placed_at=FRIDAY_NIGHT - 5 * DAY) for key in BURST}
STRANGE = dict.fromkeys(BURST, Ownership.NOT_MINE)
MINE = dict.fromkeys(BURST, Ownership.MINE)
CAN_SIGN_IN = case(sign_in=SignIn.YES)
NOT_TRIED = case(sign_in=SignIn.NOT_TRIED)
NO_CARD = case(cards=())
CHANGED = Verification(at=FRIDAY_NIGHT, faults=2)
READ = Covered(source="/mail", messages=3, size=3000)


def order_of_steps(snapshot: Snapshot) -> list[Step]:
    """Return the steps as somebody takes them who does each one at once."""
    way: list[Step] = []
    while (coming := next_step(snapshot)) is not None:
        way.append(coming.step)
        if coming.step is Step.READ_MAIL:
            snapshot = replace(snapshot, seal=Seal(at=snapshot.at, sha256="0"))
        said = {**snapshot.said, coming.step: snapshot.at}
        snapshot = replace(snapshot, said=said)
    return way


@pytest.mark.parametrize(
    ("snapshot", "step", "why"),
    [
        (NOTHING, Step.QUESTIONS, Why.NOTHING_KNOWN_YET),
        (OPENED, Step.READ_MAIL, Why.MAILS_MAY_VANISH),
        (replace(OPENED, covered=(READ,)), Step.READ_MAIL, Why.NO_MAIL_FOUND),
        (saved(BURST, {}), Step.SHOP, Why.ORDERS_MAY_STILL_COME),
        (saved(BURST, STRANGE), Step.SHOP, Why.ORDERS_MAY_STILL_COME),
        (
            saved(BURST, STRANGE, Step.SHOP),
            Step.CARD_COMPANY,
            Why.CARD_MAY_BE_CHARGED,
        ),
        (
            saved(BURST, STRANGE, of=CAN_SIGN_IN),
            Step.PASSWORD,
            Why.INTRUDER_MAY_BE_INSIDE,
        ),
        (saved(OLD_BURST, {}), Step.SORT_ORDERS, Why.ORDERS_UNSORTED),
        (saved(OLD_BURST, STRANGE), Step.SHOP, Why.ORDERS_ARE_NOT_YOURS),
        (
            replace(saved(OLD_BURST, MINE, of=NOT_TRIED), verification=None),
            Step.CHECK_EVIDENCE,
            Why.EVIDENCE_NOT_CHECKED,
        ),
        (
            replace(saved(OLD_BURST, MINE), verification=CHANGED),
            Step.CHECK_EVIDENCE,
            Why.EVIDENCE_CHANGED,
        ),
        (
            replace(
                saved(OLD_BURST, STRANGE, Step.SHOP, Step.CARD_COMPANY, of=NOT_TRIED),
                covered=(box(newest=None),),
            ),
            Step.STILL_GOING,
            Why.QUIET_NOT_SEEN,
        ),
        (saved(OLD_BURST, MINE), Step.SIGN_IN, Why.SHUT_OUT),
        (saved(OLD_BURST, MINE, of=NOT_TRIED), Step.SIGN_IN, Why.NEXT_ON_THE_WAY),
    ],
)
def test_the_next_step_and_its_reason(snapshot: Snapshot, step: Step, why: Why) -> None:
    coming = next_step(snapshot)
    assert coming is not None
    assert (coming.step, coming.why) == (step, why)


def test_the_next_step_says_what_it_takes() -> None:
    coming = next_step(saved(BURST, STRANGE))
    assert coming is not None
    assert coming.minutes == 15
    assert coming.at_hand == (AtHand.PHONE, AtHand.ORDER_LIST)


def test_in_the_red_zone_the_mails_come_first_and_then_the_calls() -> None:
    red = replace(saved(BURST, {}), seal=None)
    assert order_of_steps(red)[:4] == [
        *(Step.READ_MAIL, Step.SHOP, Step.CARD_COMPANY, Step.SORT_ORDERS)
    ]


def test_who_still_gets_in_shuts_the_intruder_out_before_the_calls() -> None:
    red = saved(BURST, {}, of=CAN_SIGN_IN)
    assert order_of_steps(red)[:4] == [
        *(Step.PASSWORD, Step.SHOP, Step.CARD_COMPANY, Step.SORT_ORDERS)
    ]


def test_what_is_gone_is_looked_at_and_kept_anew_before_all_else() -> None:
    damaged = replace(saved(BURST, STRANGE), verification=CHANGED)
    assert open_steps(damaged)[:3] == (Step.CHECK_EVIDENCE, Step.READ_MAIL, Step.SHOP)
    assert set(tonight(damaged).urgent) >= {Step.CHECK_EVIDENCE, Step.READ_MAIL}
    accepted = replace(damaged, said={Step.CHECK_EVIDENCE: FRIDAY_NIGHT})
    assert open_steps(accepted)[0] is Step.SHOP


def test_when_the_damage_is_done_the_list_comes_before_the_calls() -> None:
    some_known = {"0": Ownership.NOT_MINE}
    assert order_of_steps(saved(OLD_BURST, some_known))[:3] == [
        *(Step.SORT_ORDERS, Step.SHOP, Step.CARD_COMPANY)
    ]


def test_without_damage_the_way_is_calm_and_without_the_police() -> None:
    assert order_of_steps(saved(OLD_BURST, MINE)) == [
        *(Step.SIGN_IN, Step.PASSWORD, Step.TAKE_BACK, Step.TWO_STEP, Step.REUSE),
        *(Step.CARD_COMPANY, Step.SHOP, Step.STATEMENTS, Step.CLOSING),
    ]


def test_without_a_card_no_card_company_is_called() -> None:
    gift_only = {"0": order(placed_at=FRIDAY_NIGHT - 5 * DAY)}
    way = order_of_steps(saved(gift_only, STRANGE, of=NO_CARD))
    assert Step.CARD_COMPANY not in way
    assert Step.POLICE in way


def test_who_has_no_mail_at_all_is_led_on_as_if_something_were_lost() -> None:
    """Nobody knows what was ordered, so all steps after a loss are there."""
    coming = next_step(NO_MAILS)
    assert coming is not None
    assert (coming.step, coming.why) == (Step.SHOP, Why.ORDERS_NOT_KNOWN)
    way = order_of_steps(OPENED)
    assert way[:3] == [Step.READ_MAIL, Step.SHOP, Step.SIGN_IN]
    assert {Step.WHICH_CARD, Step.CARD_COMPANY, Step.POLICE} <= set(way)
    no_card = order_of_steps(replace(OPENED, case=NO_CARD))
    assert {Step.WHICH_CARD, Step.CARD_COMPANY, Step.STATEMENTS}.isdisjoint(no_card)


def test_a_mark_never_hides_that_proof_is_better() -> None:
    snapshot = saved(BURST, STRANGE, Step.SORT_ORDERS, Step.SHOP)
    assert [
        state_of(step, snapshot)
        for step in (Step.SORT_ORDERS, Step.SHOP, Step.CARD_COMPANY, Step.POLICE)
    ] == [StepState.PROVEN, StepState.SAID, StepState.HERE, StepState.OPEN]


def test_a_case_with_everything_done_has_no_next_step() -> None:
    assert next_step(saved(BURST, STRANGE, *Step)) is None


@given(st.sets(st.sampled_from(Step)), st.sampled_from(["red", "done", "calm"]))
def test_exactly_one_step_is_here_until_all_is_done(
    said: set[Step], situation: str
) -> None:
    orders = BURST if situation == "red" else OLD_BURST
    ownership = MINE if situation == "calm" else STRANGE
    snapshot = saved(orders, ownership, *said)
    here = [s for s in Step if state_of(s, snapshot) is StepState.HERE]
    assert here == list(open_steps(snapshot)[:1])
