"""What a profile of Chromium tells."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import CHROME, logins, only
from tests.data.browser_profiles import (
    SITE,
    Cookie,
    Dismissal,
    Login,
    write_cookies,
    write_logins,
)
from torimodosu.recovery.signin.profile import DismissedPrompt
from torimodosu.recovery.signin.saved_login import LoginStore

MADE = datetime(2014, 3, 1, 12, 0, tzinfo=UTC)


CHANGED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)


USED = datetime(2026, 11, 21, 12, 4, tzinfo=UTC)


STORE = f"{CHROME}/Login Data"


def test_a_login_is_told_with_its_times_and_without_its_password(
    tmp_path: Path,
) -> None:
    login = Login(modified=CHANGED, last_used=USED, times_used=212)
    write_logins(tmp_path / STORE, [login])
    (found,) = only(tmp_path).logins
    assert found.origin == SITE
    assert found.page == "/ap/signin"
    assert found.username == "taro@example.jp"
    assert (found.created, found.modified) == (MADE, CHANGED)
    assert (found.last_used, found.last_filled) == (USED, None)
    assert found.times_used == 212
    assert found.store is LoginStore.DEVICE
    assert not found.is_never_save


@pytest.mark.parametrize("version", range(1, 44))
def test_every_version_of_the_list_gives_the_age(version: int, tmp_path: Path) -> None:
    login = Login(modified=CHANGED, last_used=USED, times_used=3)
    write_logins(tmp_path / STORE, [login], version=version)
    (found,) = only(tmp_path).logins
    assert (found.origin, found.created) == (SITE, MADE)
    assert found.modified == (CHANGED if version >= 30 else MADE)
    assert found.last_used == (USED if version >= 25 else None)
    assert found.times_used == (3 if version >= 2 else None)


def test_a_password_that_was_never_changed_is_as_old_as_its_entry(
    tmp_path: Path,
) -> None:
    write_logins(tmp_path / STORE, [Login(modified=None)])
    (found,) = only(tmp_path).logins
    assert found.modified == MADE


@pytest.mark.parametrize(
    ("realm", "origin"),
    [
        (f"{SITE}/", SITE),
        ("https://amazon.co.jp:8443/", "https://amazon.co.jp:8443"),
        ("https://amazon.co.jp/Members only", "https://amazon.co.jp"),
        (
            "android://c2lnbmF0dXJl@com.amazon.mShop.android.shopping/",
            "android://c2lnbmF0dXJl@com.amazon.mShop.android.shopping/",
        ),
    ],
)
def test_an_entry_stands_for_what_it_is_matched_by(
    realm: str, origin: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login(realm=realm)])
    assert [login.origin for login in logins(tmp_path)] == [origin]


def test_other_sites_are_not_told(tmp_path: Path) -> None:
    other = "https://library.example/"
    write_logins(tmp_path / STORE, [Login(), Login(realm=other, page=other)])
    write_cookies(tmp_path / CHROME / "Cookies", [Cookie(host="x.example", name="a")])
    assert [login.origin for login in only(tmp_path).logins] == [SITE]
    assert only(tmp_path).site_data == ()


def test_two_entries_for_one_name_are_two(tmp_path: Path) -> None:
    reset = Login(page=f"{SITE}/ap/forgotpassword/reverification")
    write_logins(tmp_path / STORE, [Login(), reset])
    first, second = only(tmp_path).logins
    assert first.entry != second.entry
    assert second.page == "/ap/forgotpassword/reverification"


def test_the_list_of_the_account_is_read_as_well(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    write_logins(tmp_path / CHROME / "Login Data For Account", [Login()])
    read = only(tmp_path)
    assert read.stores == (LoginStore.DEVICE, LoginStore.ACCOUNT)
    assert [login.store for login in read.logins] == list(read.stores)
    assert read.has_sync is True


def test_a_mark_never_to_save_is_told_as_one(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login(username="", is_never_save=True)])
    assert [login.is_never_save for login in only(tmp_path).logins] == [True]


def test_a_login_that_another_site_vouches_for_has_no_password(
    tmp_path: Path,
) -> None:
    login = Login(
        realm="federation://www.amazon.co.jp/accounts.google.com",
        federation="https://accounts.google.com",
    )
    write_logins(tmp_path / STORE, [login])
    assert only(tmp_path).logins == ()


@pytest.mark.parametrize(("scheme", "entries"), [(0, 1), (1, 1), (4, 0)])
def test_an_entry_of_a_user_name_alone_has_no_password(
    scheme: int, entries: int, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login(scheme=scheme)])
    assert len(only(tmp_path).logins) == entries


def test_very_many_entries_are_all_told(tmp_path: Path) -> None:
    names = [f"{number}@example.jp" for number in range(1_201)]
    write_logins(tmp_path / STORE, [Login(username=name) for name in names])
    assert [login.username for login in only(tmp_path).logins] == names


def test_closed_prompts_are_counted(tmp_path: Path) -> None:
    told = [Dismissal(), Dismissal(origin="https://x.example/"), Dismissal(times=0)]
    write_logins(tmp_path / STORE, dismissals=told)
    at = Dismissal().at
    assert only(tmp_path).dismissed == (DismissedPrompt(origin=SITE, times=3, at=at),)


def test_yandex_keeps_its_list_under_a_name_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / ".config/yandex-browser/Default"
    write_logins(folder / "Ya Passman Data", [Login()])
    write_logins(folder / "Login Data")
    read = only(tmp_path)
    assert len(read.logins) == 1
    assert read.stores == (LoginStore.DEVICE,)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("date_created", "text"),
        ("date_created", 2**62),
        ("date_created", -5),
        ("times_used", "many"),
        ("username_value", b"\xff\xfe"),
        ("origin_url", "http://[broken"),
    ],
)
def test_a_value_that_makes_no_sense_is_unknown(
    column: str, value: object, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login()])
    with closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute(f"UPDATE logins SET {column} = ?", (value,))  # noqa: S608 -- our own names
    (found,) = only(tmp_path).logins
    unknown = {
        "date_created": found.created,
        "times_used": found.times_used,
        "username_value": found.username,
        "origin_url": found.page or None,
    }
    assert unknown[column] is None


def test_names_that_no_text_can_be_made_of_are_shown_as_far_as_they_go(
    tmp_path: Path,
) -> None:
    write_logins(tmp_path / STORE, [Login()])
    with closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute("UPDATE logins SET username_value = CAST(x'61FF' AS TEXT)")
    (found,) = only(tmp_path).logins
    assert found.username == "a\ufffd"


def test_a_list_that_tells_no_version_is_read(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    with closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute("DROP TABLE meta")
    assert len(only(tmp_path).logins) == 1


def test_a_list_of_before_prompts_were_counted_is_read(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    with closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute("DROP TABLE stats")
    assert only(tmp_path).dismissed == ()


def test_a_value_that_does_not_fit_its_column_is_no_damage(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    with closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute("PRAGMA writable_schema = ON")
        database.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'times_used INTEGER',"
            " 'times_used INTEGER NOT NULL') WHERE name = 'logins'"
        )
        database.execute("UPDATE logins SET times_used = NULL")
    assert [login.times_used for login in only(tmp_path).logins] == [None]
