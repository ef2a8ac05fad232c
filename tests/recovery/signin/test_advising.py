import pytest

from tests.recovery.signin.saved import (
    AFTER,
    BEFORE,
    RESET,
    SISTER,
    WWW,
    looked,
    never,
    profile,
    prompt,
    saved,
)
from torimodosu.recovery.signin.diagnosis import Advice
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.profile import ProfileRead
from torimodosu.recovery.signin.saved_login import LoginStore

OLD = saved(BEFORE)
COPY = saved(BEFORE, store=LoginStore.ACCOUNT, entry="2")


@pytest.mark.parametrize(
    ("read", "also"),
    [
        (profile(OLD), []),
        # Of whose name nothing is known: alone it can only be the one that is meant.
        (profile(saved(BEFORE, username=None)), []),
        (profile(OLD, COPY), [Advice.REMOVE_BOTH_STORES]),
        (
            profile(OLD, saved(AFTER, store=LoginStore.ACCOUNT)),
            [Advice.REMOVE_BOTH_STORES],
        ),
        (profile(OLD, saved(BEFORE, entry="2")), []),
        (profile(OLD, saved(BEFORE, username="hanako")), [Advice.CHECK_USER_NAME]),
        (profile(OLD, saved(BEFORE, username="")), [Advice.CHECK_USER_NAME]),
        (profile(OLD, has_sync=True), [Advice.CHECK_OTHER_DEVICES]),
        (profile(OLD, has_sync=None), []),
        (profile(OLD, extensions=("Bitwarden",)), [Advice.CHECK_EXTENSION]),
        (profile(OLD, never()), [Advice.NEVER_SAVE_EXPLAINS]),
        (profile(OLD, dismissed=(prompt(f"{WWW}/"),)), [Advice.FORGET_DISMISSED]),
        (profile(OLD, dismissed=(prompt(SISTER),)), []),
        (profile(OLD, saves_passwords=False), [Advice.SAVING_IS_OFF]),
        (profile(OLD, saves_passwords=None), []),
    ],
)
def test_a_stale_entry_is_removed_or_updated_and_whatever_brings_it_back_told(
    read: ProfileRead, also: list[Advice]
) -> None:
    (first, *_) = judge(looked(read), reset_at=RESET).logins
    assert first.advice == (Advice.REMOVE_ENTRY, Advice.UPDATE_ENTRY, *also)


def test_an_entry_in_the_account_is_on_the_other_devices_too() -> None:
    (judged,) = judge(looked(profile(COPY)), reset_at=RESET).logins
    assert judged.advice[-1] is Advice.CHECK_OTHER_DEVICES


def test_an_entry_of_a_sister_shop_may_be_of_another_account() -> None:
    (judged,) = judge(looked(profile(saved(origin=SISTER))), reset_at=RESET).logins
    assert judged.advice[0] is Advice.CHECK_OTHER_SHOP


def test_names_that_are_encrypted_have_to_be_looked_up_among_several() -> None:
    entries = [saved(BEFORE, username=None, entry=name) for name in "12"]
    logins = judge(looked(profile(*entries)), reset_at=RESET).logins
    assert [Advice.CHECK_USER_NAME in judged.advice for judged in logins] == [True] * 2


@pytest.mark.parametrize(
    ("read", "advice"),
    [
        (profile(saved(AFTER), has_sync=True, extensions=("x",)), ()),
        (profile(never()), (Advice.NEVER_SAVE_EXPLAINS,)),
        (profile(saved(None)), (Advice.COMPARE_BY_HAND,)),
        (
            profile(saved(None), saved(AFTER, username="hanako")),
            (Advice.COMPARE_BY_HAND, Advice.CHECK_USER_NAME),
        ),
    ],
)
def test_other_findings_have_an_advice_of_their_own(
    read: ProfileRead, advice: tuple[Advice, ...]
) -> None:
    assert judge(looked(read), reset_at=RESET).logins[0].advice == advice


def test_of_duplicates_the_newer_one_is_kept() -> None:
    read = profile(saved(AFTER), saved(AFTER, entry="2"))
    _, older = judge(looked(read), reset_at=RESET).logins
    assert older.advice == (Advice.REMOVE_DUPLICATE,)
