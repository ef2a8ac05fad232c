"""Reading what real browsers keep gives no secret away and leaves no trace."""

import json
import pickle
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from tests.browsers.browser import RealBrowser, contents, held_still
from tests.browsers.chromium import Chromium
from tests.browsers.looking import browsers_in, logins, look, now, profile_in_use
from tests.browsers.openers import Opener
from tests.browsers.patience import until
from tests.browsers.shop import COOKIE, COOKIE_VALUE, HOST, Shop

COOKIES_OF_THE_SHOP = f"SELECT encrypted_value FROM cookies WHERE host_key = '{HOST}'"  # noqa: S608
NAME, PASSWORD = "taro@example.jp", "Perilla-and-Plum-2014"


def cells(path: Path, query: str) -> list[bytes]:
    """Return what *query* gives of a database that nobody is writing to."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(query).fetchall()
    return [cell if isinstance(cell, bytes) else cell.encode() for (cell,) in rows]


def secrets_in(profile: Path) -> Sequence[bytes]:
    """Return what a browser that has ended keeps secret, as it keeps it."""
    if (profile / "logins.json").exists():
        kept = json.loads((profile / "logins.json").read_bytes())["logins"]
        names = ("encryptedUsername", "encryptedPassword")
        cookies = cells(profile / "cookies.sqlite", "SELECT value FROM moz_cookies")
        return [entry[name].encode() for entry in kept for name in names] + cookies
    cookies = cells(profile / "Cookies", COOKIES_OF_THE_SHOP)
    return cells(profile / "Login Data", "SELECT password_value FROM logins") + cookies


def test_cookies_are_counted_and_no_secret_is_in_what_was_read(
    opener: Opener, tmp_path: Path, shop: Shop
) -> None:
    before = now()
    with opener(tmp_path, shop) as browser:
        browser.save(NAME, PASSWORD)
        browser.visit()
        until(lambda: logins(tmp_path))
        if isinstance(browser, Chromium):
            browser.write_down_cookies()
        until(lambda: profile_in_use(tmp_path).site_data)
    profile = profile_in_use(tmp_path)
    (site,) = profile.site_data
    assert (site.host, site.cookies, site.names) == (HOST, 1, (COOKIE,))
    assert site.oldest
    assert before <= site.oldest <= now()
    secrets = secrets_in(Path(profile.profile.folder))
    assert len(secrets) >= 2
    assert all(len(secret) > 15 for secret in secrets)
    read = pickle.dumps(look(tmp_path))
    assert HOST.encode() in read
    known = [PASSWORD.encode(), COOKIE_VALUE.encode(), *secrets]
    assert not [secret for secret in known if secret in read]


def test_nothing_is_changed_or_left_behind(
    browser: RealBrowser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    browser.save(NAME, PASSWORD)
    until(lambda: logins(browser.home))
    with held_still(browser):
        before = contents(browser.home)
        assert logins(browser.home)
        browsers_in(browser.home).stamp()
        assert contents(browser.home) == before
    assert list(tmp_path.iterdir()) == []
    assert browser.usernames() == [NAME]
