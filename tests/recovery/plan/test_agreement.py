"""The rail, the next step and the answer for tonight never contradict each other."""

from hypothesis import given, settings

from tests.recovery.plan.any_snapshot import any_snapshot
from torimodosu.recovery.orders.still_going import Verdict
from torimodosu.recovery.plan.advice import (
    StepState,
    next_step,
    open_steps,
    state_of,
)
from torimodosu.recovery.plan.danger import Danger, danger_of
from torimodosu.recovery.plan.outlook import outlook
from torimodosu.recovery.plan.proof import is_done
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tonight import tonight

DONE = {StepState.PROVEN, StepState.SAID}


@settings(max_examples=40, deadline=None)
@given(any_snapshot())
def test_a_step_stands_the_same_wherever_one_looks(snapshot: Snapshot) -> None:
    states = {step: state_of(step, snapshot) for step in Step}
    done = {step for step, state in states.items() if state in DONE}
    assert done == {step for step in Step if is_done(step, snapshot)}
    assert done == set(tonight(snapshot).done)
    coming = open_steps(snapshot)
    assert done.isdisjoint(coming)
    assert done.isdisjoint(tonight(snapshot).urgent)
    advice = next_step(snapshot)
    here = [step for step, state in states.items() if state is StepState.HERE]
    assert here == ([] if advice is None else [advice.step])


@settings(max_examples=40, deadline=None)
@given(any_snapshot())
def test_orders_that_still_come_in_and_quiet_exclude_each_other(
    snapshot: Snapshot,
) -> None:
    found = outlook(snapshot)
    is_quiet = state_of(Step.STILL_GOING, snapshot) in DONE
    if found is not None and found.verdict is Verdict.GOING_ON:
        assert not is_quiet
    if danger_of(snapshot) is Danger.MONEY_MOVING:
        assert not is_quiet
