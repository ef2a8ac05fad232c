"""Where the person stands, by what is known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.contracts.cases import OTHER, SHOP
from tests.window.steps.two_step.person import CATALOGUE, EVENING
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.twostep.proof import (
    Backup,
    BackupForm,
    CodeTry,
    TwoStepState,
)
from torimodosu.window.steps.two_step.sight import Sight, Stand
from torimodosu.window.steps.two_step.stand_words import stand_title, stand_why

NOTHING = Snapshot(at=EVENING)
BEGUN = replace(NOTHING, case=Case(number=1, answers=SHOP))
RESTORED = Backup(
    form=BackupForm.SHEET, made_at=EVENING, accounts=("a",), restored_at=EVENING
)
UNTRIED = replace(RESTORED, restored_at=None)
CHANGED = AccountEvent(
    kind=AccountEventKind.TWO_STEP_CHANGED,
    at=EVENING + timedelta(hours=2),
    mail="0" * 64,
)


def tried(said: str, account: str = "a") -> tuple[CodeTry, ...]:
    """Return a try for each letter: y was accepted, n was refused."""
    return tuple(
        CodeTry(at=EVENING, account=account, step=number, is_accepted=letter == "y")
        for number, letter in enumerate(said)
    )


def with_state(*tries: CodeTry, backups: tuple[Backup, ...] = ()) -> Snapshot:
    state = TwoStepState(account="a", tries=tries, backups=backups)
    return replace(BEGUN, two_step=state)


PROVEN = with_state(*tried("yy"), backups=(RESTORED,))
STANDS = [
    (NOTHING, Stand.NO_CASE),
    (BEGUN, Stand.SET_UP),
    (replace(NOTHING, case=Case(number=1, answers=OTHER)), Stand.NO_APP),
    (replace(BEGUN, said={Step.TWO_STEP: EVENING}), Stand.SAID),
    (with_state(), Stand.FIRST_CODE),
    (with_state(*tried("yy", account="b")), Stand.FIRST_CODE),
    (with_state(*tried("y")), Stand.SECOND_CODE),
    (with_state(*tried("n")), Stand.REFUSED),
    (with_state(*tried("yn")), Stand.REFUSED),
    (with_state(*tried("ny")), Stand.SECOND_CODE),
    (with_state(*tried("yy")), Stand.BACKUP),
    (with_state(*tried("yy"), backups=(UNTRIED,)), Stand.BACKUP),
    (PROVEN, Stand.PROVEN),
    (replace(PROVEN, events=(CHANGED,)), Stand.CHANGED),
]


@pytest.mark.parametrize(("snapshot", "stand"), STANDS)
def test_what_is_known_tells_where_the_person_stands(
    snapshot: Snapshot, stand: Stand
) -> None:
    sight = Sight.of(snapshot, CATALOGUE)
    assert sight.stand is stand
    assert stand_title(sight)
    assert "{" not in stand_title(sight)
    assert stand_why(sight)


def test_every_stand_can_be_reached() -> None:
    assert {stand for _, stand in STANDS} == set(Stand)


def test_a_code_that_was_accepted_again_counts_once() -> None:
    first, second = tried("yy")
    again = replace(first, at=EVENING + timedelta(minutes=5))
    sight = Sight.of(with_state(first, second, again), CATALOGUE)
    assert sight.accepted == (first, second)
