from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import pytest

from tests.recovery.signin.saved import (
    AFTER,
    BEFORE,
    HOUR,
    LATER,
    RESET,
    looked,
    missed,
    profile,
    saved,
)
from torimodosu.recovery.mail.account_event import AccountEvent, AccountEventKind
from torimodosu.recovery.signin.cause import Cause, Reason, WeighedCause, Weight
from torimodosu.recovery.signin.causes import weigh_causes
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.profile import SiteData, StorePart
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

TYPED, PRIVATE = Trial.TYPED_BY_HAND, Trial.PRIVATE_WINDOW
BROWSER, DEVICE = Trial.OTHER_BROWSER, Trial.OTHER_DEVICE
GOT_IN, REFUSED = Outcome.GOT_IN, Outcome.REFUSED
PASSWORD = AccountEventKind.PASSWORD_CHANGED
ADDRESS = AccountEventKind.ADDRESS_CHANGED
LOCKED = AccountEventKind.ACCOUNT_LOCKED
FOUND, LIKELY, POSSIBLE = Weight.FOUND, Weight.LIKELY, Weight.POSSIBLE
UNLIKELY, RULED_OUT = Weight.UNLIKELY, Weight.RULED_OUT

NOW = RESET + 3 * HOUR
STALE = judge(looked(profile(saved(BEFORE))), reset_at=RESET)
FINE = judge(looked(profile(saved(AFTER))), reset_at=RESET)
OPEN = judge(looked(profile(saved(AFTER)), not_covered=[missed()]), reset_at=RESET)
EXTENSION = judge(looked(profile(extensions=("Bitwarden",))), reset_at=RESET)
COOKIES = judge(
    looked(profile(site_data=(SiteData(host="www.amazon.co.jp", cookies=9),))),
    reset_at=RESET,
)


def tried(at: datetime = LATER, **outcomes: Outcome) -> dict[Trial, Tried]:
    results = {Trial[name.upper()]: outcome for name, outcome in outcomes.items()}
    return {
        trial: Tried(trial=trial, outcome=outcome, at=at)
        for trial, outcome in results.items()
    }


def event(kind: AccountEventKind, at: datetime = RESET) -> AccountEvent:
    return AccountEvent(mail="0f", kind=kind, at=at)


def weighed(
    results: Mapping[Trial, Tried] | None = None,
    diagnosis: Diagnosis | None = None,
    events: Sequence[AccountEvent] = (),
    at: datetime = NOW,
) -> dict[Cause, WeighedCause]:
    causes = weigh_causes(
        tried=results or {}, diagnosis=diagnosis, events=events, at=at
    )
    assert sorted(c.cause.value for c in causes) == sorted(c.value for c in Cause)
    return {weighed.cause: weighed for weighed in causes}


@pytest.mark.parametrize(
    ("diagnosis", "cause", "weight", "reason"),
    [
        (None, Cause.STALE_LOGIN, POSSIBLE, Reason.NOT_LOOKED_YET),
        (STALE, Cause.STALE_LOGIN, FOUND, Reason.STALE_ENTRY_FOUND),
        (FINE, Cause.STALE_LOGIN, UNLIKELY, Reason.NO_STALE_ENTRY),
        (OPEN, Cause.STALE_LOGIN, POSSIBLE, Reason.NOT_ALL_LOOKED_AT),
        (None, Cause.EXTENSION_FILLS, POSSIBLE, Reason.NOT_LOOKED_YET),
        (EXTENSION, Cause.EXTENSION_FILLS, POSSIBLE, Reason.EXTENSION_INSTALLED),
        (FINE, Cause.EXTENSION_FILLS, UNLIKELY, Reason.NO_EXTENSION_SEEN),
        (COOKIES, Cause.COOKIES, POSSIBLE, Reason.COOKIES_THERE),
        (FINE, Cause.COOKIES, UNLIKELY, Reason.NO_COOKIES),
        (None, Cause.COOKIES, POSSIBLE, Reason.NOT_LOOKED_YET),
    ],
)
def test_a_look_at_the_browsers_weighs_what_lies_in_them(
    diagnosis: Diagnosis | None, cause: Cause, weight: Weight, reason: Reason
) -> None:
    result = weighed(diagnosis=diagnosis)[cause]
    assert (result.weight, result.reasons) == (weight, (reason,))


@pytest.mark.parametrize(
    ("part", "cause"),
    [
        (StorePart.EXTENSIONS, Cause.EXTENSION_FILLS),
        (StorePart.SITE_DATA, Cause.COOKIES),
        (StorePart.PROFILES, Cause.COOKIES),
        (StorePart.PROFILES, Cause.EXTENSION_FILLS),
    ],
)
def test_what_was_not_looked_at_stays_possible(part: StorePart, cause: Cause) -> None:
    scan = looked(profile(), not_covered=[missed(part)])
    result = weighed(diagnosis=judge(scan, reset_at=RESET))[cause]
    assert (result.weight, result.reasons) == (POSSIBLE, (Reason.NOT_ALL_LOOKED_AT,))


# Every row of the table of victims' reports: what was tried, and what it comes to.
@pytest.mark.parametrize(
    ("results", "expected"),
    [
        # The browser submits the old password.
        (
            tried(typed_by_hand=GOT_IN),
            {
                Cause.STALE_LOGIN: LIKELY,
                Cause.EXTENSION_FILLS: LIKELY,
                Cause.COOKIES: RULED_OUT,
                Cause.SHOP_HOLD: RULED_OUT,
                Cause.ADDRESS_CHANGED: RULED_OUT,
                Cause.WRONG_MARKETPLACE: RULED_OUT,
                Cause.WRONG_CODE: RULED_OUT,
            },
        ),
        (
            tried(other_browser=GOT_IN),
            {
                Cause.STALE_LOGIN: LIKELY,
                Cause.EXTENSION_FILLS: LIKELY,
                Cause.COOKIES: LIKELY,
                Cause.SHOP_HOLD: RULED_OUT,
            },
        ),
        (
            tried(private_window=GOT_IN, typed_by_hand=REFUSED),
            {
                Cause.EXTENSION_FILLS: LIKELY,
                Cause.COOKIES: LIKELY,
                Cause.STALE_LOGIN: POSSIBLE,
                Cause.TYPING: UNLIKELY,
                Cause.SHOP_HOLD: RULED_OUT,
            },
        ),
        (
            tried(typed_by_hand=Outcome.DOTS_DIFFER),
            {Cause.STALE_LOGIN: LIKELY, Cause.EXTENSION_FILLS: LIKELY},
        ),
        # The shop holds the account back: it fails in every browser and device.
        (
            tried(typed_by_hand=REFUSED, other_device=REFUSED),
            {
                Cause.SHOP_HOLD: LIKELY,
                Cause.STALE_LOGIN: UNLIKELY,
                Cause.EXTENSION_FILLS: UNLIKELY,
                Cause.COOKIES: UNLIKELY,
                Cause.TYPING: UNLIKELY,
                Cause.ADDRESS_CHANGED: POSSIBLE,
                Cause.WRONG_MARKETPLACE: POSSIBLE,
            },
        ),
        (tried(other_device=Outcome.ASKED_TO_WAIT), {Cause.SHOP_HOLD: FOUND}),
        (tried(typed_by_hand=REFUSED), {Cause.SHOP_HOLD: POSSIBLE}),
        (tried(private_window=REFUSED), {Cause.COOKIES: UNLIKELY}),
        # The address was changed, or it is another account.
        (
            tried(other_browser=Outcome.NO_SUCH_ACCOUNT),
            {
                Cause.ADDRESS_CHANGED: LIKELY,
                Cause.WRONG_MARKETPLACE: LIKELY,
                Cause.STALE_LOGIN: UNLIKELY,
                Cause.SHOP_HOLD: UNLIKELY,
                Cause.WRONG_CODE: UNLIKELY,
            },
        ),
        # The password was accepted, the code was not.
        (
            tried(typed_by_hand=Outcome.CODE_REFUSED),
            {
                Cause.WRONG_CODE: FOUND,
                Cause.STALE_LOGIN: UNLIKELY,
                Cause.TYPING: UNLIKELY,
                Cause.SHOP_HOLD: UNLIKELY,
                Cause.ADDRESS_CHANGED: UNLIKELY,
            },
        ),
        # Nothing was learned.
        (
            tried(other_browser=Outcome.NOT_POSSIBLE),
            dict.fromkeys(Cause, POSSIBLE),
        ),
        ({}, dict.fromkeys(Cause, POSSIBLE)),
    ],
)
def test_each_trial_tells_causes_apart(
    results: Mapping[Trial, Tried], expected: Mapping[Cause, Weight]
) -> None:
    causes = weighed(results)
    assert {cause: causes[cause].weight for cause in expected} == expected


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


def test_an_address_that_is_gone_and_a_mail_that_says_so_prove_it() -> None:
    results = tried(typed_by_hand=Outcome.NO_SUCH_ACCOUNT)
    causes = weighed(results, events=[event(ADDRESS)])
    assert causes[Cause.ADDRESS_CHANGED].weight is FOUND


def test_a_stale_entry_is_the_cause_whatever_else_was_tried() -> None:
    results = tried(typed_by_hand=REFUSED, other_device=REFUSED)
    assert weighed(results, STALE)[Cause.STALE_LOGIN].weight is FOUND


def test_the_most_likely_cause_comes_first_and_habit_decides_between_equals() -> None:
    nothing = weigh_causes(tried={}, diagnosis=None, events=[], at=NOW)
    assert [one.cause for one in nothing] == list(Cause)
    stale = weigh_causes(
        tried=tried(typed_by_hand=GOT_IN), diagnosis=STALE, events=[], at=NOW
    )
    assert [one.cause for one in stale[:2]] == [
        Cause.STALE_LOGIN,
        Cause.EXTENSION_FILLS,
    ]
    order = list(Weight)
    weights = [order.index(one.weight) for one in stale]
    assert weights == sorted(weights)


@pytest.mark.parametrize("kind", [PASSWORD, LOCKED, AccountEventKind.CHANGED])
def test_what_was_tried_with_an_older_password_tells_nothing(
    kind: AccountEventKind,
) -> None:
    results = tried(BEFORE, typed_by_hand=GOT_IN)
    causes = weighed(results, events=[event(kind, RESET)])
    assert causes[Cause.STALE_LOGIN].reasons == (Reason.NOT_LOOKED_YET,)
    same = tried(RESET, typed_by_hand=GOT_IN)
    causes = weighed(same, events=[event(kind, RESET)])
    assert Reason.TYPED_GOT_IN in causes[Cause.STALE_LOGIN].reasons


@pytest.mark.parametrize(
    ("outcome", "cause"),
    [
        (Outcome.ASKED_TO_WAIT, Cause.SHOP_HOLD),
        (Outcome.CODE_REFUSED, Cause.WRONG_CODE),
        (Outcome.NO_SUCH_ACCOUNT, Cause.ADDRESS_CHANGED),
    ],
)
def test_what_the_shop_said_is_past_once_somebody_got_in(
    outcome: Outcome, cause: Cause
) -> None:
    got_in = tried(LATER, typed_by_hand=GOT_IN)
    earlier = tried(AFTER, other_device=outcome)
    assert weighed(earlier | got_in)[cause].weight is RULED_OUT
    since = tried(LATER + HOUR, other_device=outcome)
    assert Reason.TYPED_GOT_IN in weighed(since | got_in)[cause].reasons
    assert len(weighed(since | got_in)[cause].reasons) == 2


@pytest.mark.parametrize(
    ("results", "events", "retry_at"),
    [
        (tried(other_device=Outcome.ASKED_TO_WAIT), [], LATER + 5 * HOUR),
        ({}, [event(LOCKED)], RESET + 5 * HOUR),
        (
            tried(other_device=Outcome.ASKED_TO_WAIT),
            [event(LOCKED)],
            LATER + 5 * HOUR,
        ),
        # Refusals after a lock do not move it.
        (
            tried(typed_by_hand=REFUSED, other_device=REFUSED),
            [event(LOCKED)],
            RESET + 5 * HOUR,
        ),
        (
            tried(typed_by_hand=REFUSED, other_device=REFUSED),
            [],
            LATER + 5 * HOUR,
        ),
        (tried(typed_by_hand=GOT_IN), [], None),
        ({}, [], None),
    ],
)
def test_a_hold_is_over_about_five_hours_later(
    results: Mapping[Trial, Tried],
    events: Sequence[AccountEvent],
    retry_at: datetime | None,
) -> None:
    causes = weighed(results, events=events)
    assert causes.pop(Cause.SHOP_HOLD).retry_at == retry_at
    assert {one.retry_at for one in causes.values()} == {None}


def test_a_hold_that_is_over_is_only_possible() -> None:
    waited = tried(typed_by_hand=Outcome.ASKED_TO_WAIT)
    until = LATER + 5 * HOUR
    still = weighed(waited, at=until - timedelta(seconds=1))[Cause.SHOP_HOLD]
    over = weighed(waited, at=until)[Cause.SHOP_HOLD]
    assert (still.weight, over.weight) == (FOUND, POSSIBLE)
    assert over.retry_at == until
