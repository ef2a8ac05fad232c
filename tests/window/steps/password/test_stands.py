"""What is shown once the person has said that the password is changed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.window.steps.password.acting import AT, said
from tests.window.steps.sign_in.looks import FRESH, OLD, looked, profile
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.plan.steps import Step
from torimodosu.recovery.signin.saved_login import SavedLogin
from torimodosu.window.place import Place
from torimodosu.window.steps.password.page import PasswordPage

SAID_AT = AT - timedelta(minutes=1)
NEW = replace(FRESH, modified=AT - timedelta(minutes=5))


@pytest.mark.parametrize(
    ("logins", "told", "primary"),
    [
        (
            (NEW,),
            ("The new password is in place", "The saved one is newer than the change"),
            Step.TWO_STEP,
        ),
        (
            (NEW, OLD),
            ("A browser still has the old one", "An older one is saved"),
            Step.SIGN_IN,
        ),
        (
            (),
            (
                "Changed, and no browser has saved it",
                "None of the browsers shows a new one",
            ),
            Step.TWO_STEP,
        ),
    ],
)
def test_what_the_browsers_show_is_said_and_leads_on(
    page: PasswordPage,
    snapshot: Snapshot,
    logins: tuple[SavedLogin, ...],
    told: tuple[str, str],
    primary: Step,
) -> None:
    chosen: list[Place] = []
    page.place_chosen.connect(chosen.append)
    page.show_snapshot(
        replace(
            snapshot,
            said={Step.PASSWORD: SAID_AT},
            reset_said=AT - timedelta(minutes=10),
            scan=looked(profile(*logins)),
        )
    )
    assert (page.heading().title, True) == (told[0], told[1] in said(page))
    action = page.buttons().primary
    assert action is not None
    action.run()
    assert chosen == [primary]
