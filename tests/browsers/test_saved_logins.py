"""What Debian's browsers save themselves is found, judged, and seen to be gone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest

from tests.browsers.browser import RealBrowser, contents, held_still
from tests.browsers.chromium import Chromium, open_chromium
from tests.browsers.firefox import Firefox
from tests.browsers.looking import browsers_in, logins, look, now, profile_in_use
from tests.browsers.patience import until
from tests.browsers.shop import HOST, INSIDE, ORIGIN, OUTSIDE, Shop
from torimodosu.recovery.signin.diagnosis import Finding
from torimodosu.recovery.signin.judging import judge
from torimodosu.recovery.signin.profile import StorePart
from torimodosu.recovery.signin.saved_login import LoginStore

NAME, OTHER_NAME = "taro@example.jp", "hanako@example.jp"
OLD, NEW = "Perilla-and-Plum-2014", "brand-new-2"

# What the button "Never" of Chromium's question writes; it cannot be pressed unseen.
NEVER_SAVE = """
INSERT INTO logins (origin_url, action_url, username_element, username_value,
                    password_element, password_value, submit_element, signon_realm,
                    date_created, blacklisted_by_user, scheme, date_password_modified)
VALUES (?, '', '', '', '', x'', '', ?, 13400000000000000, 1, 0, 0)
"""
# What the browser keeps locked for as long as it runs.
LOCKED = {"chromium": "Login Data", "firefox": "cookies.sqlite"}


def is_locked(browser: RealBrowser) -> bool:
    """Tell whether the browser lets nobody else read."""
    path = browser.profile / LOCKED[browser.id]
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=0)) as c:
        try:
            c.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            return "locked" in str(error)
    return False


def test_a_login_is_read_while_the_browser_runs_and_holds_its_lock(
    browser: RealBrowser,
) -> None:
    before = now()
    browser.save(NAME, OLD)
    until(lambda: logins(browser.home))
    until(lambda: is_locked(browser))
    profile = profile_in_use(browser.home)
    (login,) = profile.logins
    assert profile.profile.browser == browser.id
    assert profile.profile.folder == str(browser.profile)
    assert profile.saves_passwords is not False
    assert login.origin == ORIGIN
    assert login.store is LoginStore.DEVICE
    # Firefox encrypts the names as well.
    assert login.username == (NAME if browser.id == "chromium" else None)
    assert login.created
    assert login.modified
    # Firefox keeps whole milliseconds.
    assert before.timestamp() - 0.001 <= login.modified.timestamp()
    assert login.created <= login.modified <= now()
    missed = {fault.part for fault in look(browser.home).not_covered}
    assert missed <= {StorePart.USER_NAMES}


def test_a_password_from_before_the_reset_conflicts_until_it_is_changed(
    browser: RealBrowser,
) -> None:
    browser.save(NAME, OLD)
    until(lambda: logins(browser.home))
    reset_at = now()
    stale = judge(look(browser.home), reset_at=reset_at)
    assert stale.conflict is True
    assert [one.finding for one in stale.logins] == [Finding.STALE]
    browser.change(NAME, NEW)
    until(lambda: not judge(look(browser.home), reset_at=reset_at).conflict)
    fresh = judge(look(browser.home), reset_at=reset_at)
    assert fresh.conflict is False
    assert [one.finding for one in fresh.logins] == [Finding.FRESH]
    assert fresh.logins[0].login.entry == stale.logins[0].login.entry


def test_what_is_removed_in_the_browser_is_gone(browser: RealBrowser) -> None:
    browser.save(NAME, OLD)
    until(lambda: logins(browser.home))
    reset_at, stamp = now(), browsers_in(browser.home).stamp()
    assert judge(look(browser.home), reset_at=reset_at).conflict is True
    browser.remove(NAME)
    until(lambda: not logins(browser.home))
    assert browsers_in(browser.home).stamp() != stamp
    assert judge(look(browser.home), reset_at=reset_at).conflict is False


def test_the_entry_that_is_named_is_the_one_that_is_sent_and_without_it_one_gets_in(
    browser: RealBrowser, shop: Shop
) -> None:
    shop.password = OLD
    browser.save(NAME, OLD)
    browser.visit()
    until(lambda: browser.form().password)
    assert browser.sign_in() == INSIDE
    until(lambda: any(login.times_used for login in logins(browser.home)))
    shop.password, reset_at = NEW, now()
    browser.visit()
    until(lambda: browser.form().password)
    assert browser.sign_in() == OUTSIDE
    (judged,) = judge(look(browser.home), reset_at=reset_at).stale
    assert judged.is_filled_first
    assert judged.login.last_used
    browser.remove(NAME)
    until(lambda: not logins(browser.home))
    browser.visit()
    assert browser.sign_in(NAME, NEW) == INSIDE
    assert shop.tried == [OLD, OLD, NEW]


def test_chromium_fills_in_what_is_said_to_be_filled_in_first(
    chromium: Chromium, shop: Shop
) -> None:
    for name in (NAME, OTHER_NAME):
        chromium.save(name, OLD)
    until(lambda: len(logins(chromium.home)) == 2)
    for name in (NAME, OTHER_NAME, NAME):
        chromium.visit()
        chromium.sign_in(name, OLD)
        until(partial(is_filled_first, chromium, name))
        chromium.visit()
        assert until(lambda: chromium.form().username) == name
    assert shop.tried == [OLD] * 3


def is_filled_first(browser: RealBrowser, username: str) -> bool:
    """Tell whether the login of *username* is said to be filled in before others."""
    judged = judge(look(browser.home), reset_at=None).logins
    (first,) = (one.login.username for one in judged if one.is_filled_first)
    return first == username


def test_the_list_that_chromium_keeps_for_an_account_is_read_as_well(
    chromium: Chromium,
) -> None:
    chromium.save(NAME, OLD)
    chromium.save(OTHER_NAME, OLD, in_account=True)
    until(lambda: len(logins(chromium.home)) == 2)
    reset_at = now()
    stores = {login.username: login.store for login in logins(chromium.home)}
    assert stores == {NAME: LoginStore.DEVICE, OTHER_NAME: LoginStore.ACCOUNT}
    chromium.remove(NAME)
    until(lambda: len(logins(chromium.home)) == 1)
    (judged,) = judge(look(chromium.home), reset_at=reset_at).stale
    assert judged.login.store is LoginStore.ACCOUNT
    chromium.remove(OTHER_NAME, in_account=True)
    until(lambda: not logins(chromium.home))


@pytest.mark.parametrize("in_account", [False, True])
def test_chromium_is_read_while_it_writes(
    chromium: Chromium, *, in_account: bool
) -> None:
    names = [f"{number:03}@example.jp" for number in range(60)]
    counts = [0]
    with chromium.saving(names, OLD, in_account=in_account):
        while counts[-1] < len(names):
            seen = look(chromium.home)
            assert not seen.not_covered
            counts.append(sum(len(one.logins) for one in seen.profiles))
    assert counts == sorted(counts)


def test_a_list_that_chromium_has_half_written_is_read_as_it_was_before(
    chromium: Chromium,
) -> None:
    names = [f"{number:04}@example.jp" for number in range(2000)]
    with chromium.saving(names, OLD), stopped_while_writing(chromium):
        before = contents(chromium.profile)
        seen = look(chromium.home)
        assert contents(chromium.profile) == before
    assert not seen.not_covered
    found = [login.username for one in seen.profiles for login in one.logins]
    assert found == names[: len(found)]


@contextmanager
def stopped_while_writing(browser: RealBrowser) -> Iterator[None]:
    """Stop the browser at a moment when its list is not whole without the journal."""
    journal = browser.profile / "Login Data-journal"
    for _ in range(10_000):
        with held_still(browser):
            if journal.exists() and journal.stat().st_size:
                yield
                return
    pytest.fail("it never wrote while it was stopped")


def test_firefox_tells_where_it_was_told_never_to_save(firefox: Firefox) -> None:
    firefox.visit()
    firefox.sign_in(NAME, NEW)
    firefox.answer("Never save")
    (mark,) = until(lambda: logins(firefox.home))
    assert mark.is_never_save
    assert mark.origin == ORIGIN
    (judged,) = judge(look(firefox.home), reset_at=now()).logins
    assert judged.finding is Finding.NEVER_SAVE
    assert firefox.usernames() == []


def test_who_does_not_let_firefox_update_the_login_keeps_a_stale_one(
    firefox: Firefox, shop: Shop
) -> None:
    shop.password = OLD
    firefox.visit()
    firefox.sign_in(NAME, OLD)
    firefox.answer("Save")
    until(lambda: logins(firefox.home))
    shop.password, reset_at = NEW, now()
    for choice, finding in (("Don’t update", Finding.STALE), ("Update", Finding.FRESH)):
        firefox.visit()
        assert firefox.sign_in(NAME, NEW) == INSIDE
        firefox.answer(choice)
        until(partial(is_judged, firefox, finding, reset_at))


def is_judged(browser: RealBrowser, finding: Finding, reset_at: datetime) -> bool:
    """Tell whether *finding* is what is thought of the one login."""
    (judged,) = judge(look(browser.home), reset_at=reset_at).logins
    return judged.finding is finding


def test_a_primary_password_hides_no_date(firefox: Firefox) -> None:
    primary = "four words for all others"
    firefox.save(NAME, OLD)
    firefox.protect(primary)
    try:
        until(lambda: logins(firefox.home))
        (judged,) = judge(look(firefox.home), reset_at=now()).stale
    finally:
        firefox.protect("", before=primary)
    assert judged.login.origin == ORIGIN


def test_chromium_agrees_on_where_it_is_never_to_save(
    tmp_path: Path, shop: Shop
) -> None:
    with open_chromium(tmp_path, shop) as browser:
        path = browser.profile / "Login Data"
        until(path.exists)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(NEVER_SAVE, (f"{ORIGIN}/", f"{ORIGIN}/"))
    (mark,) = logins(tmp_path)
    assert mark.is_never_save
    assert mark.origin == ORIGIN
    with open_chromium(tmp_path, shop) as browser:
        assert until(browser.never_saved) == [HOST.removeprefix("www.")]
