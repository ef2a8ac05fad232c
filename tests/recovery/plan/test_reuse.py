"""The passwords that were to be changed: what is proven of them, and what is said."""

from dataclasses import replace
from datetime import date

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import DAY
from torimodosu.recovery.passwords.queue import (
    AtRisk,
    Flaw,
    PasswordQueue,
    QueueEntry,
    Standing,
)
from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.proof import is_done, is_proven
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step

OPEN = QueueEntry(
    key="a.example hanako",
    site="a.example",
    username="hanako",
    at_risk=AtRisk.REST,
    flaws=(Flaw.WEAK,),
)
SAID = replace(OPEN, standing=Standing.SAID, since=FRIDAY_NIGHT)
PROVEN = replace(OPEN, standing=Standing.PROVEN, since=FRIDAY_NIGHT)
LEFT_OUT = replace(OPEN, standing=Standing.EXCLUDED, since=FRIDAY_NIGHT)
UNTIL_TODAY = replace(LEFT_OUT, until=FRIDAY_NIGHT.date())


def after(*entries: QueueEntry) -> Snapshot:
    queue = PasswordQueue(
        at=FRIDAY_NIGHT,
        logins=9,
        entries=entries,
        are_leaks_checked=True,
        is_keyed=True,
    )
    return Snapshot(at=FRIDAY_NIGHT, password_queue=queue)


@pytest.mark.parametrize(
    ("snapshot", "state"),
    [
        (Snapshot(at=FRIDAY_NIGHT), StepState.OPEN),
        (after(), StepState.PROVEN),
        (after(PROVEN, LEFT_OUT, UNTIL_TODAY), StepState.PROVEN),
        (after(PROVEN, SAID), StepState.SAID),
        (after(PROVEN, OPEN), StepState.OPEN),
        (replace(after(UNTIL_TODAY), at=FRIDAY_NIGHT + DAY), StepState.OPEN),
        (replace(after(LEFT_OUT), at=FRIDAY_NIGHT + 900 * DAY), StepState.PROVEN),
        (
            Snapshot(at=FRIDAY_NIGHT, said={Step.REUSE: FRIDAY_NIGHT}),
            StepState.SAID,
        ),
    ],
)
def test_a_word_about_each_password_is_no_proof(
    snapshot: Snapshot, state: StepState
) -> None:
    assert state_of(Step.REUSE, snapshot) is state
    assert is_proven(Step.REUSE, snapshot) == (state is StepState.PROVEN)
    assert is_done(Step.REUSE, snapshot) == (state is not StepState.OPEN)


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2026, 12, 31), Standing.EXCLUDED),
        (date(2027, 1, 1), Standing.EXCLUDED),
        (date(2027, 1, 2), Standing.OPEN),
    ],
)
def test_what_is_left_out_until_a_day_is_open_after_it(
    day: date, standing: Standing
) -> None:
    entry = replace(LEFT_OUT, until=date(2027, 1, 1))
    assert entry.standing_on(day) is standing
