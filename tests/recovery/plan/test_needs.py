from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.card_situations import (
    BOTH_KNOWN,
    TODAY,
    after,
    finding,
    month,
    work,
)
from tests.recovery.plan.situations import DAY, case, order, saved
from tests.recovery.statements.cards import statement
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import StepState, next_step, open_steps, state_of
from torimodosu.recovery.plan.needs import Later, Unneeded, waits_for, why_unneeded
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.statements.watch import MonthState
from torimodosu.recovery.statements.which_card.matching import Verdict

OLD = {"a": order(placed_at=FRIDAY_NIGHT - 5 * DAY)}
MINE = saved(OLD, {"a": Ownership.MINE})
LOST = saved(OLD, {"a": Ownership.NOT_MINE})
NO_MAILS = Snapshot(
    at=FRIDAY_NIGHT, case=case(), said={Step.READ_MAIL: FRIDAY_NIGHT - DAY}
)
NO_CARD = replace(NO_MAILS, case=case(cards=()))
WORK = work(*BOTH_KNOWN)
NOT_NEEDED, OPEN = StepState.NOT_NEEDED, StepState.OPEN


@pytest.mark.parametrize(
    ("step", "snapshot", "why"),
    [
        (Step.POLICE, LOST, None),
        (Step.POLICE, MINE, Unneeded.NO_LOSS),
        (Step.WHICH_CARD, MINE, Unneeded.NO_LOSS),
        (Step.SCHEDULE, MINE, Unneeded.NO_LOSS),
        (Step.WHICH_CARD, replace(LOST, case=case(cards=())), Unneeded.NO_CARD),
        (Step.CARD_COMPANY, replace(LOST, case=case(cards=())), Unneeded.NO_CARD),
        (Step.STATEMENTS, replace(LOST, case=case(cards=())), Unneeded.NO_CARD),
        (Step.STATEMENTS, LOST, None),
        (Step.STATEMENTS, MINE, None),
        (
            Step.STATEMENTS,
            replace(MINE, statements=(statement(),)),
            Unneeded.NOTHING_TO_WATCH,
        ),
        # Without mails nobody knows of a loss: that is not the same as none.
        (Step.CHECK_EVIDENCE, NO_MAILS, Unneeded.NO_MAILS),
        (Step.SORT_ORDERS, NO_MAILS, Unneeded.NO_MAILS),
        (Step.STILL_GOING, NO_MAILS, Unneeded.NO_MAILS),
        (Step.POLICE, NO_MAILS, None),
        (Step.WHICH_CARD, NO_MAILS, None),
        (Step.SCHEDULE, NO_MAILS, Unneeded.NO_DATES),
        (Step.SCHEDULE, replace(NO_MAILS, card_work=WORK), None),
        (Step.STATEMENTS, replace(NO_MAILS, statements=(statement(),)), None),
        (Step.CARD_COMPANY, NO_CARD, Unneeded.NO_CARD),
        (Step.SIGN_IN, NO_MAILS, None),
    ],
)
def test_why_a_step_is_not_needed(
    step: Step, snapshot: Snapshot, why: Unneeded | None
) -> None:
    assert why_unneeded(step, snapshot) is why


def test_before_the_orders_are_judged_nobody_knows_what_is_needed() -> None:
    unsorted = saved(OLD, {})
    for step in (Step.POLICE, Step.WHICH_CARD, Step.SCHEDULE):
        assert state_of(step, unsorted) is OPEN
        assert step not in open_steps(unsorted)
        assert state_of(step, MINE) is NOT_NEEDED
    begun = Snapshot(at=FRIDAY_NIGHT, case=case(cards=()))
    assert state_of(Step.CARD_COMPANY, begun) is OPEN
    assert state_of(Step.CARD_COMPANY, NO_CARD) is NOT_NEEDED


def test_days_are_not_known_to_be_of_no_use_while_statements_are_to_be_read() -> None:
    assert state_of(Step.SCHEDULE, NO_MAILS) is OPEN
    read = replace(NO_MAILS, said={**NO_MAILS.said, Step.STATEMENTS: FRIDAY_NIGHT})
    assert state_of(Step.SCHEDULE, read) is NOT_NEEDED


def test_where_the_next_step_is_none_no_step_looks_open() -> None:
    said = dict.fromkeys((*Step,), FRIDAY_NIGHT)
    for known in (replace(MINE, said=said), replace(NO_CARD, said=said)):
        assert next_step(known) is None
        states = {state_of(step, known) for step in Step}
        assert states <= {StepState.PROVEN, StepState.SAID, NOT_NEEDED}
    assert state_of(Step.SORT_ORDERS, NO_CARD) is NOT_NEEDED


def test_closing_comes_later_than_the_watch_also_where_nothing_can_be_known() -> None:
    for known in (LOST, NO_MAILS):
        watched = replace(known, card_work=WORK)
        assert waits_for(Step.CLOSING, watched) is Later.END_OF_WATCH
        assert state_of(Step.CLOSING, watched) is StepState.LATER
        said = {**watched.said, Step.CLOSING: FRIDAY_NIGHT}
        assert state_of(Step.CLOSING, replace(watched, said=said)) is StepState.SAID
    assert waits_for(Step.CLOSING, replace(MINE, card_work=WORK)) is None


def test_statements_that_are_to_come_make_their_step_wait() -> None:
    ahead = month(MonthState.NOT_OUT, out_on=TODAY + timedelta(days=9))
    coming = work(*BOTH_KNOWN, months=(ahead,))
    for known in (LOST, NO_MAILS):
        waiting = replace(known, card_work=coming, statements=(statement(),))
        assert waits_for(Step.STATEMENTS, waiting) is Later.NEXT_STATEMENT
        assert state_of(Step.STATEMENTS, waiting) is StepState.LATER
    unsure = after(work(finding(1, Verdict.NOT_YET_BILLED)))
    assert waits_for(Step.WHICH_CARD, unsure) is Later.STATEMENT_THAT_TELLS
    assert state_of(Step.WHICH_CARD, unsure) is StepState.LATER
