"""When the two-step check counts as done, and what takes that back."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import DAY, HOUR, saved
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.plan.advice import StepState, next_step, state_of
from torimodosu.recovery.plan.later_changes import weighed_anew
from torimodosu.recovery.plan.proof import is_done, is_proven
from torimodosu.recovery.plan.reasons import Why
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.twostep.proof import (
    Backup,
    BackupForm,
    CodeTry,
    TwoStepState,
)

NEXT_DAY = FRIDAY_NIGHT + DAY


def tried(
    step: int, *, account: str = "a", is_accepted: bool = True, at: datetime = NEXT_DAY
) -> CodeTry:
    return CodeTry(at=at, account=account, step=step, is_accepted=is_accepted)


FIRST, SECOND = tried(100), tried(102, at=NEXT_DAY + HOUR)
SHEET = Backup(
    number=1,
    form=BackupForm.SHEET,
    made_at=NEXT_DAY,
    accounts=("a", "b"),
    restored_at=NEXT_DAY + HOUR,
)
ALL = TwoStepState(account="a", tries=(FIRST, SECOND), backups=(SHEET,))


def changed(after: timedelta) -> AccountEvent:
    return AccountEvent(
        mail="c" * 64,
        kind=AccountEventKind.TWO_STEP_CHANGED,
        at=NEXT_DAY + HOUR + after,
    )


def seen(state: TwoStepState, *events: AccountEvent) -> Snapshot:
    return replace(saved({}, {}), two_step=state, events=events, at=NEXT_DAY + DAY)


@pytest.mark.parametrize(
    ("state", "proven"),
    [
        (ALL, True),
        (TwoStepState(), False),
        (replace(ALL, account=""), False),
        (replace(ALL, account="b"), False),
        (replace(ALL, tries=(FIRST,)), False),
        (replace(ALL, tries=(FIRST, FIRST)), False),
        (replace(ALL, tries=(FIRST, replace(SECOND, is_accepted=False))), False),
        (replace(ALL, tries=(FIRST, replace(SECOND, account="b"))), False),
        (replace(ALL, backups=()), False),
        (replace(ALL, backups=(replace(SHEET, restored_at=None),)), False),
        (replace(ALL, backups=(replace(SHEET, accounts=("b",)),)), False),
        (replace(ALL, backups=(replace(SHEET, restored_at=None), SHEET)), True),
    ],
)
def test_two_accepted_codes_and_a_tried_backup_prove_it(
    state: TwoStepState, *, proven: bool
) -> None:
    assert is_proven(Step.TWO_STEP, seen(state)) is proven


@pytest.mark.parametrize(
    ("event", "proven"),
    [
        (changed(-DAY), True),
        (changed(timedelta(minutes=10)), True),
        (changed(timedelta(minutes=11)), False),
        (replace(changed(DAY), kind=AccountEventKind.CODE_SENT), True),
    ],
)
def test_a_later_change_of_the_check_takes_the_proof_back(
    event: AccountEvent, *, proven: bool
) -> None:
    assert is_proven(Step.TWO_STEP, seen(ALL, event)) is proven


def test_another_accepted_code_gives_it_back() -> None:
    event = changed(HOUR)
    again = replace(ALL, tries=(*ALL.tries, tried(900, at=event.at + HOUR)))
    assert is_proven(Step.TWO_STEP, seen(again, event))


def test_a_later_change_takes_the_word_back_too() -> None:
    said = {Step.TWO_STEP: NEXT_DAY}
    before = weighed_anew(replace(seen(TwoStepState()), said=said))
    after = weighed_anew(replace(seen(TwoStepState(), changed(HOUR)), said=said))
    assert is_done(Step.TWO_STEP, before)
    assert not is_done(Step.TWO_STEP, after)


def test_codes_that_work_are_not_enough_and_it_is_said_why() -> None:
    state = replace(ALL, backups=())
    others = dict.fromkeys(set(Step) - {Step.TWO_STEP}, NEXT_DAY)
    snapshot = replace(seen(state), said=others)
    step = next_step(snapshot)
    assert step is not None
    assert (step.step, step.why) == (Step.TWO_STEP, Why.BACKUP_NOT_TRIED)
    assert state_of(Step.TWO_STEP, snapshot) is StepState.HERE
