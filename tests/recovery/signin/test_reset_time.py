from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from tests.recovery.signin.saved import AFTER, BEFORE, LATER, RESET
from torimodosu.recovery.case.certainty import Certainty
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.mail.judging.judgement import Verdict
from torimodosu.recovery.signin.reset_time import ResetTime, reset_time

PASSWORD = AccountEventKind.PASSWORD_CHANGED


def event(
    at: datetime,
    kind: AccountEventKind = PASSWORD,
    verdict: Verdict = Verdict.GENUINE,
) -> AccountEvent:
    return AccountEvent(mail=f"mail of {at}", kind=kind, at=at, verdict=verdict)


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
        (
            [event(RESET, AccountEventKind.TEMPORARY_PASSWORD_SENT)],
            RESET,
            Certainty.PROBABLE,
        ),
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
    reset = reset_time(events, None)
    assert reset is not None
    assert (reset.at, reset.mail) == (at, f"mail of {at}")
    assert (reset.certainty, reset.verdict) == (certainty, Verdict.GENUINE)


@pytest.mark.parametrize("kind", [PASSWORD, AccountEventKind.CHANGED])
def test_a_mail_that_cannot_be_told_counts_and_confirms_nothing(
    kind: AccountEventKind,
) -> None:
    doubtful = event(AFTER, kind, Verdict.CANNOT_TELL)
    assert reset_time([event(RESET), doubtful], None) == ResetTime(
        at=AFTER,
        mail=f"mail of {AFTER}",
        certainty=Certainty.PROBABLE,
        kind=kind,
        verdict=Verdict.CANNOT_TELL,
    )


@pytest.mark.parametrize(
    ("kind", "others", "at"),
    [
        (PASSWORD, [event(RESET)], RESET),
        (PASSWORD, [event(RESET, AccountEventKind.RESET_ASKED)], RESET),
        (AccountEventKind.CHANGED, [], None),
        (AccountEventKind.RESET_ASKED, [], None),
    ],
)
def test_a_mail_that_is_not_genuine_sets_no_time(
    kind: AccountEventKind, others: Sequence[AccountEvent], at: datetime | None
) -> None:
    forged = event(AFTER, kind, Verdict.NOT_GENUINE)
    reset = reset_time([forged, *others], None)
    assert (reset and reset.at) == at


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
