"""The new password: what of it can be seen in the browsers, and what is only said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.clock import FRIDAY_NIGHT
from tests.recovery.plan.situations import DAY, HOUR, order, saved
from tests.recovery.signin.looks import LOCKED, OLD, looked
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.plan.advice import StepState, state_of
from torimodosu.recovery.plan.new_password import PasswordStand, password_stand
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step

CALM = saved({"a": order(placed_at=FRIDAY_NIGHT - 5 * DAY)}, {"a": Ownership.MINE})
MADE_AT = FRIDAY_NIGHT - 4 * HOUR
SAID_AT = MADE_AT + timedelta(minutes=10)
SEEN_AT = SAID_AT + timedelta(minutes=1)
RENEWED = replace(OLD, modified=MADE_AT + timedelta(minutes=5))
UNDATED = replace(OLD, created=None, modified=None)
# The password was made, changed at the shop, saved, and only then spoken of.
SAID = replace(CALM, said={Step.PASSWORD: SAID_AT}, reset_said=MADE_AT)
SAVED = replace(SAID, scan=looked(RENEWED, at=SEEN_AT))
LATER = AccountEvent(
    mail="a" * 64, kind=AccountEventKind.PASSWORD_CHANGED, at=SEEN_AT + HOUR
)


@pytest.mark.parametrize(
    ("snapshot", "stand"),
    [
        (CALM, PasswordStand.OPEN),
        (replace(SAVED, said={}), PasswordStand.OPEN),
        (SAID, PasswordStand.SAID),
        # A look before the word knows nothing of what was saved after it.
        (replace(SAID, scan=looked(RENEWED, at=MADE_AT)), PasswordStand.SAID),
        (replace(SAVED, reset_said=None), PasswordStand.SAID),
        # Somebody changed it once more.
        (replace(SAVED, events=(LATER,)), PasswordStand.SAID),
        (replace(SAID, scan=looked(OLD, at=SEEN_AT)), PasswordStand.OLD_LEFT),
        (replace(SAID, scan=looked(RENEWED, OLD, at=SEEN_AT)), PasswordStand.OLD_LEFT),
        (replace(SAID, scan=looked(at=SEEN_AT)), PasswordStand.NOT_SEEN),
        (replace(SAID, scan=looked(UNDATED, at=SEEN_AT)), PasswordStand.NOT_SEEN),
        (SAVED, PasswordStand.SAVED),
        (replace(SAID, scan=looked(RENEWED, at=SAID_AT)), PasswordStand.SAVED),
        # What could not be read elsewhere makes what was seen no less true.
        (
            replace(SAID, scan=looked(RENEWED, at=SEEN_AT, not_covered=(LOCKED,))),
            PasswordStand.SAVED,
        ),
    ],
)
def test_a_saved_login_newer_than_the_change_proves_it(
    snapshot: Snapshot, stand: PasswordStand
) -> None:
    assert password_stand(snapshot) is stand
    is_proven = state_of(Step.PASSWORD, snapshot) is StepState.PROVEN
    assert is_proven == (stand is PasswordStand.SAVED)


def test_what_no_browser_has_saved_stays_the_word_of_the_person() -> None:
    on_paper = replace(SAID, scan=looked(at=SEEN_AT))
    assert state_of(Step.PASSWORD, on_paper) is StepState.SAID
