from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.recovery.signin.saved import (
    AFTER,
    APP,
    BARE,
    BEFORE,
    HOUR,
    LATER,
    RESET,
    SECOND,
    SISTER,
    YEARS_BEFORE,
    looked,
    missed,
    never,
    profile,
    saved,
)
from torimodosu.recovery.signin.diagnosis import Advice, Diagnosis, Finding
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.profile import StorePart, StoreTrouble
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin

STALE, FRESH = Finding.STALE, Finding.FRESH
DUPLICATE, UNKNOWN = Finding.DUPLICATE, Finding.UNKNOWN_AGE
NEVER_SAVE = Finding.NEVER_SAVE
ACCOUNT = LoginStore.ACCOUNT


def findings(diagnosis: Diagnosis) -> list[Finding]:
    return [judged.finding for judged in diagnosis.logins]


@pytest.mark.parametrize(
    ("logins", "expected", "conflict"),
    [
        ([], [], False),
        ([saved(YEARS_BEFORE)], [STALE], True),
        ([saved(RESET - SECOND)], [STALE], True),
        ([saved(RESET)], [FRESH], False),
        ([saved(AFTER)], [FRESH], False),
        # What counts is the password, not when the entry was made or used.
        ([saved(AFTER, created=YEARS_BEFORE)], [FRESH], False),
        ([saved(BEFORE, created=YEARS_BEFORE, last_used=LATER)], [STALE], True),
        ([saved(None, created=BEFORE)], [STALE], True),
        ([saved(None, created=AFTER)], [FRESH], False),
        ([saved(None)], [UNKNOWN], None),
        ([saved(None, last_used=LATER)], [UNKNOWN], None),
        ([never()], [NEVER_SAVE], False),
        ([never(), saved(BEFORE)], [NEVER_SAVE, STALE], True),
        ([saved(None), saved(BEFORE)], [UNKNOWN, STALE], True),
        ([saved(None), saved(AFTER)], [UNKNOWN, FRESH], None),
        # Everything that takes the password of the account is filled in with it.
        ([saved(BEFORE, origin=BARE)], [STALE], True),
        ([saved(BEFORE, origin=APP)], [STALE], True),
        ([saved(BEFORE, origin=SISTER)], [STALE], True),
        ([saved(AFTER), saved(BEFORE, origin=APP)], [FRESH, STALE], True),
        ([saved(BEFORE, store=ACCOUNT), saved(AFTER)], [STALE, FRESH], True),
        # The names that Firefox encrypts leave the age known.
        ([saved(BEFORE, username=None)], [STALE], True),
        ([saved(AFTER, username=None)], [FRESH], False),
    ],
)
def test_an_entry_is_stale_if_its_password_is_older_than_the_reset(
    logins: Sequence[SavedLogin],
    expected: list[Finding],
    conflict: bool | None,  # noqa: FBT001 -- the answer, not a switch
) -> None:
    diagnosis = judge(looked(profile(*logins)), reset_at=RESET)
    assert findings(diagnosis) == expected
    assert diagnosis.conflict is conflict
    assert diagnosis.reset_at == RESET
    assert [judged.login for judged in diagnosis.logins] == list(logins)


@pytest.mark.parametrize(
    ("logins", "expected"),
    [
        # The page of the reset leaves a second entry behind.
        ([saved(BEFORE), saved(AFTER, entry="2")], [STALE, FRESH]),
        ([saved(AFTER), saved(LATER, entry="2")], [DUPLICATE, FRESH]),
        ([saved(LATER), saved(AFTER, entry="2")], [FRESH, DUPLICATE]),
        # Of the same age, the one that was used last is kept; else any, but always
        # the same one.
        ([saved(AFTER), saved(AFTER, entry="2")], [FRESH, DUPLICATE]),
        ([saved(AFTER, entry="2"), saved(AFTER)], [DUPLICATE, FRESH]),
        (
            [saved(AFTER), saved(AFTER, entry="2", last_used=LATER)],
            [DUPLICATE, FRESH],
        ),
        (
            [saved(AFTER), saved(LATER, entry="2"), saved(BEFORE, entry="3")],
            [DUPLICATE, FRESH, STALE],
        ),
        ([saved(AFTER), saved(LATER, origin=BARE)], [DUPLICATE, FRESH]),
        ([saved(AFTER), saved(LATER, store=ACCOUNT)], [DUPLICATE, FRESH]),
        (
            [saved(AFTER), saved(LATER, username=" TARO@example.jp")],
            [DUPLICATE, FRESH],
        ),
        ([saved(AFTER, username=""), saved(LATER, username="")], [DUPLICATE, FRESH]),
        # Another account, an app beside the web, and names that nobody can read.
        ([saved(AFTER), saved(LATER, username="hanako")], [FRESH, FRESH]),
        ([saved(AFTER), saved(LATER, username="")], [FRESH, FRESH]),
        ([saved(AFTER), saved(LATER, origin=APP)], [FRESH, FRESH]),
        ([saved(AFTER), saved(LATER, origin=SISTER)], [FRESH, FRESH]),
        (
            [saved(AFTER, username=None), saved(LATER, username=None, entry="2")],
            [FRESH, FRESH],
        ),
        ([saved(None), saved(LATER, entry="2")], [UNKNOWN, FRESH]),
        ([never(), saved(LATER, username="")], [NEVER_SAVE, FRESH]),
    ],
)
def test_a_newer_entry_for_the_same_name_makes_the_older_one_a_duplicate(
    logins: Sequence[SavedLogin], expected: list[Finding]
) -> None:
    assert findings(judge(looked(profile(*logins)), reset_at=RESET)) == expected


def test_entries_of_two_profiles_are_no_duplicates() -> None:
    scan = looked(profile(saved(AFTER)), profile(saved(LATER), name="Hanako"))
    assert findings(judge(scan, reset_at=RESET)) == [FRESH, FRESH]


@pytest.mark.parametrize("modified", [YEARS_BEFORE, AFTER, None])
def test_without_a_time_of_the_reset_no_age_is_known(
    modified: datetime | None,
) -> None:
    diagnosis = judge(looked(profile(saved(modified), never())), reset_at=None)
    assert findings(diagnosis) == [UNKNOWN, NEVER_SAVE]
    assert diagnosis.conflict is None
    assert diagnosis.logins[0].advice == (Advice.TELL_RESET_TIME,)


def test_where_nothing_is_saved_the_time_of_the_reset_makes_no_difference() -> None:
    assert judge(looked(profile(never())), reset_at=None).conflict is False


@pytest.mark.parametrize(
    ("part", "conflict"),
    [
        (StorePart.LOGINS, None),
        (StorePart.PROFILES, None),
        (StorePart.SITE_DATA, False),
        (StorePart.EXTENSIONS, False),
        (StorePart.NEVER_SAVE, False),
        (StorePart.USER_NAMES, False),
    ],
)
@pytest.mark.parametrize("trouble", list(StoreTrouble))
def test_what_was_not_read_may_hold_an_old_password(
    part: StorePart,
    trouble: StoreTrouble,
    conflict: bool | None,  # noqa: FBT001 -- the answer, not a switch
) -> None:
    missing = missed(part, trouble)
    fine = looked(profile(saved(AFTER)), not_covered=[missing])
    assert judge(fine, reset_at=RESET).conflict is conflict
    stale = looked(profile(saved(BEFORE)), not_covered=[missing])
    assert judge(stale, reset_at=RESET).conflict is True


def test_where_no_browser_was_found_nothing_is_known() -> None:
    diagnosis = judge(looked(), reset_at=RESET)
    assert (diagnosis.logins, diagnosis.conflict) == ((), None)


def test_encrypted_names_matter_only_where_there_are_several_entries() -> None:
    secret = missed(
        StorePart.USER_NAMES,
        StoreTrouble.ENCRYPTED,
        "/home/taro/firefox/Taro/logins.json",
    )
    locked = missed()
    many = (saved(AFTER, username=None), saved(LATER, username=None, entry="2"))
    neighbour = profile(*many, browser="firefox", name="Tar")
    one = profile(saved(AFTER, username=None), never(), browser="firefox")
    two = replace(one, logins=many)
    assert judge(
        looked(one, neighbour, not_covered=[secret, locked]), reset_at=RESET
    ).not_covered == (locked,)
    assert judge(
        looked(two, not_covered=[secret, locked]), reset_at=RESET
    ).not_covered == (secret, locked)


def test_the_new_password_may_be_saved_shortly_before_the_mail_about_it() -> None:
    scan = looked(profile(saved(RESET - SECOND)))
    assert judge(scan, reset_at=RESET, leeway=2 * SECOND).conflict is False
    assert judge(scan, reset_at=RESET, leeway=SECOND).conflict is False
    assert judge(scan, reset_at=RESET, leeway=timedelta(0)).conflict is True
    assert judge(scan, reset_at=RESET, leeway=HOUR).reset_at == RESET


def test_what_is_filled_in_first_stands_in_front_of_the_stale_ones() -> None:
    logins = (saved(BEFORE), saved(BEFORE, username="hanako", last_used=LATER))
    diagnosis = judge(looked(profile(*logins)), reset_at=RESET)
    assert [one.login for one in diagnosis.stale] == [logins[1], logins[0]]
    assert [one.is_filled_first for one in diagnosis.stale] == [True, False]


MOMENTS = st.none() | st.integers(1, 4_000_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


@given(st.lists(st.tuples(MOMENTS, MOMENTS), max_size=8), MOMENTS)
def test_no_stale_entry_is_left_out_and_none_invented(
    dates: list[tuple[datetime | None, datetime | None]], reset_at: datetime | None
) -> None:
    logins = [
        saved(modified, created=created, entry=str(place))
        for place, (modified, created) in enumerate(dates)
    ]
    diagnosis = judge(looked(profile(*logins)), reset_at=reset_at)
    stale = {judged.login.entry for judged in diagnosis.stale}
    assert stale == {
        login.entry
        for login in logins
        if reset_at is not None and login.dated is not None and login.dated < reset_at
    }
    assert len(diagnosis.logins) == len(logins)
    assert sum(judged.is_filled_first for judged in diagnosis.logins) == bool(logins)
    if stale:
        assert diagnosis.conflict is True
    elif logins and (reset_at is None or any(one.dated is None for one in logins)):
        assert diagnosis.conflict is None
    else:
        assert diagnosis.conflict is False
