"""The rail, the next step and the answer for tonight never contradict each other."""

from hypothesis import given, settings

from tests.recovery.plan.any_snapshot import any_snapshot
from torimodosu.recovery.orders.still_going import Verdict
from torimodosu.recovery.plan.advice import (
    StepState,
    next_step,
    open_steps,
    opened_again,
    state_of,
)
from torimodosu.recovery.plan.danger import Danger, danger_of
from torimodosu.recovery.plan.needs import (
    Unneeded,
    may_be_inside,
    waits_for,
    why_unneeded,
)
from torimodosu.recovery.plan.outlook import outlook
from torimodosu.recovery.plan.proof import are_faults_accepted, has_faults, is_done
from torimodosu.recovery.plan.reasons import Why, reason_for
from torimodosu.recovery.plan.sign_in import gets_in
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.plan.tonight import tonight

DONE = {StepState.PROVEN, StepState.SAID}
TO_DO = {StepState.HERE, StepState.OPEN}
# What may still tell that other steps are needed.
ASKING = {Step.QUESTIONS, Step.READ_MAIL, Step.SORT_ORDERS, Step.STATEMENTS}


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


@settings(max_examples=100, deadline=None)
@given(any_snapshot())
def test_a_step_looks_open_only_while_there_is_something_to_do(
    snapshot: Snapshot,
) -> None:
    states = {step: state_of(step, snapshot) for step in Step}
    coming = set(open_steps(snapshot))
    to_do = {step for step, state in states.items() if state in TO_DO}
    assert coming <= to_do
    if to_do > coming:
        assert not coming.isdisjoint(ASKING)
    for step, state in states.items():
        if state is StepState.NOT_NEEDED:
            assert why_unneeded(step, snapshot) is not None
        if state is StepState.LATER:
            assert waits_for(step, snapshot) is not None


@settings(max_examples=100, deadline=None)
@given(any_snapshot())
def test_what_is_changed_or_missing_is_nowhere_done_and_never_nothing(
    snapshot: Snapshot,
) -> None:
    about_mails = (Step.READ_MAIL, Step.CHECK_EVIDENCE)
    states = {state_of(step, snapshot) for step in about_mails}
    if has_faults(snapshot):
        is_said = are_faults_accepted(snapshot)
        assert states == {StepState.SAID} if is_said else states.isdisjoint(DONE)
    if state_of(Step.READ_MAIL, snapshot) is not StepState.PROVEN:
        reasons = {
            why_unneeded(step, snapshot)
            for step in Step
            if state_of(step, snapshot) is StepState.NOT_NEEDED
        }
        is_said = state_of(Step.READ_MAIL, snapshot) is StepState.SAID
        has_mails = any(snapshot.kept.values())
        assert Unneeded.NO_LOSS not in reasons or (is_said and has_mails)


@settings(max_examples=100, deadline=None)
@given(any_snapshot())
def test_a_case_is_closed_exactly_while_nothing_opened_since(
    snapshot: Snapshot,
) -> None:
    is_closed = is_done(Step.CLOSING, snapshot)
    assert is_closed == (snapshot.closing is not None and not opened_again(snapshot))
    assert not (is_closed and Step.CLOSING in open_steps(snapshot))


@settings(max_examples=100, deadline=None)
@given(any_snapshot())
def test_nobody_may_stop_who_can_shut_out_whoever_may_be_inside(
    snapshot: Snapshot,
) -> None:
    answer = tonight(snapshot)
    can_shut_out = gets_in(snapshot) and may_be_inside(snapshot)
    is_new = is_done(Step.PASSWORD, snapshot)
    assert (Step.PASSWORD in answer.urgent) == (can_shut_out and not is_new)
    if Step.PASSWORD in answer.urgent:
        assert not answer.is_safe
        assert reason_for(Step.PASSWORD, snapshot) is Why.INTRUDER_MAY_BE_INSIDE


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
