from collections.abc import Mapping

import pytest

from tests.recovery.signin.saved import (
    AFTER,
    HOUR,
    LATER,
    RESET,
    looked,
    missed,
    profile,
    saved,
)
from tests.recovery.signin.weighing import (
    STALE,
    tried,
    weighed,
)
from torimodosu.recovery.signin.cause import Cause, Reason, Weight
from torimodosu.recovery.signin.diagnosis import Diagnosis
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.profile import SiteData, StorePart
from torimodosu.recovery.signin.trial import Outcome, Trial, Tried

GOT_IN, REFUSED = Outcome.GOT_IN, Outcome.REFUSED
FOUND, LIKELY, POSSIBLE = Weight.FOUND, Weight.LIKELY, Weight.POSSIBLE
UNLIKELY, RULED_OUT = Weight.UNLIKELY, Weight.RULED_OUT

FINE = judge(looked(profile(saved(AFTER))), reset_at=RESET)
OPEN = judge(looked(profile(saved(AFTER)), not_covered=[missed()]), reset_at=RESET)
EXTENSION = judge(looked(profile(extensions=("Bitwarden",))), reset_at=RESET)
COOKIES = judge(
    looked(profile(site_data=(SiteData(host="www.amazon.co.jp", cookies=9),))),
    reset_at=RESET,
)


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
