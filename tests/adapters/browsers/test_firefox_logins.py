"""What a profile of Firefox tells."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import FIREFOX, logins, missed, only, reads
from tests.data.browser_profiles import (
    SITE,
    Login,
    firefox_entry,
    write_firefox_logins,
    write_json,
    write_permissions,
)
from torimodosu.recovery.signin.saved_login import LoginStore

MADE = datetime(2014, 3, 1, 12, 0, tzinfo=UTC)


CHANGED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


USED = datetime(2026, 11, 21, 12, 4, tzinfo=UTC)


LIST = f"{FIREFOX}/logins.json"


MARKED = datetime(2025, 5, 5, tzinfo=UTC)


NAMES_ONLY = {("user_names", "encrypted")}


def test_a_login_is_told_with_its_times_and_neither_name_nor_password(
    tmp_path: Path,
) -> None:
    login = Login(modified=CHANGED, last_used=USED, times_used=7)
    write_firefox_logins(tmp_path / LIST, [login])
    (found,) = logins(tmp_path)
    assert (found.origin, found.page, found.username) == (SITE, "", None)
    assert (found.created, found.modified) == (MADE, CHANGED)
    assert (found.last_used, found.last_filled) == (USED, None)
    assert found.times_used == 7
    assert found.store is LoginStore.DEVICE
    assert missed(tmp_path) == NAMES_ONLY


def test_nothing_is_missed_where_no_login_is_saved(tmp_path: Path) -> None:
    other = Login(realm="https://library.example/")
    write_firefox_logins(tmp_path / LIST, [other])
    read = only(tmp_path)
    assert (read.stores, read.logins) == ((LoginStore.DEVICE,), ())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("timePasswordChanged", None),
        ("timePasswordChanged", 0),
        ("timePasswordChanged", "soon"),
        ("timePasswordChanged", True),
        ("timePasswordChanged", -1.5),
        ("timePasswordChanged", 1e300),
        ("timePasswordChanged", float("nan")),
    ],
)
def test_a_missing_change_is_as_old_as_the_entry(
    key: str, value: object, tmp_path: Path
) -> None:
    entry = firefox_entry(Login(modified=CHANGED)) | {key: value}
    write_json(tmp_path / LIST, {"logins": [entry], "version": 3})
    (found,) = logins(tmp_path)
    assert found.modified == MADE


@pytest.mark.parametrize(
    "missing",
    ["id", "guid", "timeCreated", "timeLastUsed", "timesUsed", "encType", "httpRealm"],
)
def test_a_field_may_be_missing(missing: str, tmp_path: Path) -> None:
    entry = firefox_entry(Login(modified=CHANGED))
    del entry[missing]
    write_json(tmp_path / LIST, {"logins": [entry], "version": 1})
    (found,) = logins(tmp_path)
    assert found.modified == CHANGED
    assert found.entry
    assert missed(tmp_path) == NAMES_ONLY


def test_what_is_kept_of_deleted_entries_is_no_login(tmp_path: Path) -> None:
    tombstone = {"guid": "{1}", "deleted": True, "syncCounter": 1}
    bygone = firefox_entry(Login()) | {"deleted": True}
    write_json(tmp_path / LIST, {"logins": [tombstone, bygone], "version": 3})
    assert only(tmp_path).logins == ()


@pytest.mark.parametrize("entry", ["text", None, {}, {"hostname": 5}, []])
def test_an_entry_that_cannot_be_understood_is_told(
    entry: object, tmp_path: Path
) -> None:
    write_json(tmp_path / LIST, {"logins": [entry, firefox_entry(Login())]})
    assert len(logins(tmp_path)) == 1
    assert missed(tmp_path) == NAMES_ONLY | {("logins", "unknown_schema")}


def test_marks_never_to_save_are_found_where_they_are_and_where_they_were(
    tmp_path: Path,
) -> None:
    content = {"logins": [], "disabledHosts": [SITE, "https://x.example", 5]}
    write_json(tmp_path / LIST, content)
    marks = {"https://amazon.co.jp^userContextId=2": MARKED, "https://y.example": MADE}
    write_permissions(tmp_path / FIREFOX / "permissions.sqlite", marks)
    found = only(tmp_path).logins
    assert [(login.origin, login.created) for login in found] == [
        (SITE, None),
        ("https://amazon.co.jp", MARKED),
    ]
    assert all(login.is_never_save for login in found)


def test_old_marks_name_bare_hosts(tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    with (
        closing(sqlite3.connect(tmp_path / FIREFOX / "permissions.sqlite")) as old,
        old,
    ):
        old.execute("CREATE TABLE moz_hosts (host TEXT, type TEXT, permission INTEGER)")
        old.execute("INSERT INTO moz_hosts VALUES ('amazon.co.jp', 'login-saving', 2)")
    (found,) = only(tmp_path).logins
    assert (found.origin, found.created) == ("amazon.co.jp", None)


def test_halves_of_characters_are_replaced(tmp_path: Path) -> None:
    (tmp_path / FIREFOX).mkdir(parents=True)
    entry = '{"hostname": "https://amazon.co.jp/\\ud83d", "guid": "\\ud83d"}'
    (tmp_path / LIST).write_text(f'{{"logins": [{entry}]}}')
    (found,) = logins(tmp_path)
    assert (found.origin, found.entry) == ("https://amazon.co.jp/?", "?")


def test_an_entry_that_was_synced_tells_so_itself(tmp_path: Path) -> None:
    entry = firefox_entry(Login()) | {"everSynced": True}
    write_json(tmp_path / LIST, {"logins": [entry], "version": 3})
    assert [read.has_sync for read in reads(tmp_path)] == [True]


def test_firefox_goes_back_to_its_second_copy_and_so_does_the_look(
    tmp_path: Path,
) -> None:
    write_firefox_logins(tmp_path / FIREFOX / "logins-backup.json", [Login()])
    assert len(logins(tmp_path)) == 1


@pytest.mark.parametrize("name", ["signons.sqlite", "signons3.txt", "logins.db"])
def test_a_list_of_another_age_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / FIREFOX).mkdir(parents=True)
    (tmp_path / FIREFOX / "key3.db").write_bytes(b"")
    (tmp_path / FIREFOX / name).write_bytes(b"any")
    assert missed(tmp_path) == {("logins", "unknown_schema")}
    assert [read.stores for read in reads(tmp_path)] == [()]


def test_a_list_that_was_taken_over_long_ago_hides_nothing(tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    (tmp_path / FIREFOX / "signons.sqlite").write_bytes(b"any")
    assert only(tmp_path).stores == (LoginStore.DEVICE,)
