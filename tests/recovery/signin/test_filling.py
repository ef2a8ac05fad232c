from collections.abc import Sequence

import pytest

from tests.recovery.signin.saved import (
    AFTER,
    APP,
    BARE,
    BEFORE,
    LATER,
    SISTER,
    SITE,
    YEARS_BEFORE,
    never,
    saved,
)
from torimodosu.recovery.signin.diagnosis import WhyFirst
from torimodosu.recovery.signin.filling import first_filled
from torimodosu.recovery.signin.saved_login import SavedLogin


@pytest.mark.parametrize(
    ("logins", "first", "why"),
    [
        ([saved()], 0, WhyFirst.ONLY_ONE),
        ([never(), saved()], 1, WhyFirst.ONLY_ONE),
        ([saved(AFTER, origin=SISTER), saved()], 1, WhyFirst.ONLY_ONE),
        # However recently the sibling was used.
        (
            [saved(AFTER, origin=BARE, last_used=LATER), saved()],
            1,
            WhyFirst.CLOSEST_HOST,
        ),
        ([saved(origin=APP), saved(AFTER, origin=BARE)], 0, WhyFirst.CLOSEST_HOST),
        (
            [saved(AFTER, last_used=BEFORE), saved(YEARS_BEFORE, last_used=LATER)],
            1,
            WhyFirst.MOST_RECENTLY_USED,
        ),
        (
            [saved(AFTER), saved(BEFORE, last_filled=LATER)],
            1,
            WhyFirst.MOST_RECENTLY_USED,
        ),
        (
            [saved(last_used=BEFORE), saved(origin=APP, last_used=AFTER)],
            1,
            WhyFirst.MOST_RECENTLY_USED,
        ),
        ([saved(BEFORE), saved(AFTER)], 1, WhyFirst.NEWEST),
        ([saved(None), saved(BEFORE)], 1, WhyFirst.NEWEST),
        (
            [saved(AFTER, last_used=LATER), saved(BEFORE, last_used=LATER)],
            0,
            WhyFirst.NEWEST,
        ),
    ],
)
def test_a_browser_fills_in_the_closest_then_what_was_used_last(
    logins: Sequence[SavedLogin], first: int, why: WhyFirst
) -> None:
    filled = first_filled(SITE, logins)
    assert filled is not None
    assert filled.login is logins[first]
    assert filled.why is why


@pytest.mark.parametrize("logins", [[], [never()], [saved(origin=SISTER)]])
def test_nothing_is_filled_in_for_certain_without_an_entry_of_the_site(
    logins: Sequence[SavedLogin],
) -> None:
    assert first_filled(SITE, logins) is None
