from collections.abc import Mapping, Sequence

import pytest

from tests.recovery.signin.saved import (
    AFTER,
    HOUR,
)
from tests.recovery.signin.weighing import (
    NOW,
    event,
    weighed,
)
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.cause import Cause, Reason, Weight

PASSWORD = AccountEventKind.PASSWORD_CHANGED
ADDRESS = AccountEventKind.ADDRESS_CHANGED
LOCKED = AccountEventKind.ACCOUNT_LOCKED
LIKELY, POSSIBLE = Weight.LIKELY, Weight.POSSIBLE


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([event(LOCKED)], {Cause.SHOP_HOLD: LIKELY}),
        ([event(LOCKED, NOW - 5 * HOUR)], {Cause.SHOP_HOLD: POSSIBLE}),
        ([event(ADDRESS)], {Cause.ADDRESS_CHANGED: LIKELY}),
        # With its lock the shop undoes what the intruder has changed.
        ([event(ADDRESS), event(LOCKED, AFTER)], {Cause.ADDRESS_CHANGED: POSSIBLE}),
        ([event(LOCKED), event(ADDRESS, AFTER)], {Cause.ADDRESS_CHANGED: LIKELY}),
        ([event(AccountEventKind.PHONE_CHANGED)], {Cause.ADDRESS_CHANGED: POSSIBLE}),
        ([event(AccountEventKind.CHANGED)], {Cause.ADDRESS_CHANGED: POSSIBLE}),
        ([event(AccountEventKind.TWO_STEP_CHANGED)], {Cause.WRONG_CODE: POSSIBLE}),
        ([event(PASSWORD)], dict.fromkeys(Cause, POSSIBLE)),
    ],
)
def test_the_mails_speak_for_causes_too(
    events: Sequence[AccountEvent], expected: Mapping[Cause, Weight]
) -> None:
    causes = weighed(events=events)
    assert {cause: causes[cause].weight for cause in expected} == expected


@pytest.mark.parametrize(
    ("kind", "cause", "reason"),
    [
        (LOCKED, Cause.SHOP_HOLD, Reason.LOCK_MAIL),
        (ADDRESS, Cause.ADDRESS_CHANGED, Reason.ADDRESS_CHANGE_MAIL),
        (
            AccountEventKind.PHONE_CHANGED,
            Cause.ADDRESS_CHANGED,
            Reason.PHONE_CHANGE_MAIL,
        ),
        (AccountEventKind.CHANGED, Cause.ADDRESS_CHANGED, Reason.FIELD_NOT_NAMED),
        (
            AccountEventKind.TWO_STEP_CHANGED,
            Cause.WRONG_CODE,
            Reason.TWO_STEP_CHANGE_MAIL,
        ),
        (
            AccountEventKind.RESET_ASKED,
            Cause.WRONG_MARKETPLACE,
            Reason.NO_CHANGE_MAIL,
        ),
    ],
)
def test_a_weight_names_the_mail_that_it_comes_from(
    kind: AccountEventKind, cause: Cause, reason: Reason
) -> None:
    assert weighed(events=[event(kind)])[cause].reasons[-1] is reason


def test_without_mails_nothing_is_said_about_a_missing_one() -> None:
    assert weighed()[Cause.WRONG_MARKETPLACE].reasons == ()
    changed = weighed(events=[event(PASSWORD)])
    assert changed[Cause.WRONG_MARKETPLACE].reasons == ()
