from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from tests.recovery.signin.saved import AFTER, BEFORE, LATER, RESET
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.reset_time import ResetTime, reset_time

PASSWORD = AccountEventKind.PASSWORD_CHANGED


def event(at: datetime, kind: AccountEventKind = PASSWORD) -> AccountEvent:
    return AccountEvent(mail=f"mail of {at}", kind=kind, at=at)


@pytest.mark.parametrize(
    ("events", "at", "certainty"),
    [
        ([event(RESET)], RESET, Certainty.CONFIRMED),
        ([event(RESET), event(AFTER), event(BEFORE)], AFTER, Certainty.CONFIRMED),
        ([event(RESET, AccountEventKind.CHANGED)], RESET, Certainty.PROBABLE),
        (
            [event(RESET), event(AFTER, AccountEventKind.CHANGED)],
            AFTER,
            Certainty.PROBABLE,
        ),
        ([event(RESET, AccountEventKind.RESET_ASKED)], RESET, Certainty.PROBABLE),
        # That one more reset was asked for does not say that it was carried out.
        (
            [event(RESET), event(AFTER, AccountEventKind.RESET_ASKED)],
            RESET,
            Certainty.CONFIRMED,
        ),
    ],
)
def test_the_newest_mail_about_a_new_password_tells_the_time(
    events: Sequence[AccountEvent], at: datetime, certainty: Certainty
) -> None:
    assert reset_time(events, None) == ResetTime(
        at=at, mail=f"mail of {at}", certainty=certainty
    )


@pytest.mark.parametrize(
    "kind",
    [
        AccountEventKind.ADDRESS_CHANGED,
        AccountEventKind.PHONE_CHANGED,
        AccountEventKind.TWO_STEP_CHANGED,
        AccountEventKind.CODE_SENT,
        AccountEventKind.SIGN_IN_SEEN,
        AccountEventKind.ACCOUNT_LOCKED,
        AccountEventKind.REPLY,
    ],
)
def test_other_mails_tell_nothing_about_it(kind: AccountEventKind) -> None:
    assert reset_time([event(RESET, kind)], None) is None


def test_without_mails_the_time_is_not_known() -> None:
    assert reset_time([], None) is None


def test_what_the_user_says_wins() -> None:
    reset = reset_time([event(LATER)], RESET)
    assert reset == ResetTime(at=RESET, mail=None, certainty=Certainty.SAID)


def test_a_mail_leaves_some_leeway_and_the_user_none() -> None:
    said, told = reset_time([], RESET), reset_time([event(RESET)], None)
    assert said is not None
    assert said.leeway == timedelta(0)
    assert told is not None
    assert timedelta(0) < told.leeway < timedelta(minutes=5)
