"""What a profile of Chromium tells."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import CHROME, logins, missed, only, reads
from tests.data.browser_profiles import (
    SITE,
    Cookie,
    Dismissal,
    Login,
    write_cookies,
    write_json,
    write_logins,
)
from torimodosu.recovery.signin.profile import DismissedPrompt, SiteData
from torimodosu.recovery.signin.saved_login import LoginStore

MADE = datetime(2014, 3, 1, 12, 0, tzinfo=UTC)
CHANGED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
USED = datetime(2026, 11, 21, 12, 4, tzinfo=UTC)
ROOT = ".config/google-chrome"
STORE = f"{CHROME}/Login Data"
BITWARDEN = "nngceckbapebfimnlniiiahkandclblb"
KEEPASSXC = "oboonakemofpalcgghocfoadofidjkkk"


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


@pytest.mark.parametrize("place", ["Cookies", "Network/Cookies"])
def test_cookies_are_counted_by_host_and_their_values_left(
    place: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE)
    newer = datetime(2026, 11, 1, tzinfo=UTC)
    cookies = [
        Cookie(host=".amazon.co.jp", name="session-id"),
        Cookie(host="amazon.co.jp", name="ubid", created=newer),
        Cookie(host="www.amazon.co.jp", name="csm"),
        Cookie(host="amazon.co.jp.example", name="not asked for"),
    ]
    write_cookies(tmp_path / CHROME / place, cookies)
    own = next(
        site
        for read in reads(tmp_path, lambda host: host == "amazon.co.jp")
        for site in read.site_data
    )
    assert own == SiteData(
        host="amazon.co.jp",
        cookies=2,
        names=("session-id", "ubid"),
        oldest=datetime(2020, 1, 1, tzinfo=UTC),
        newest=newer,
    )


def test_a_profile_bears_the_name_that_the_person_gave_it(tmp_path: Path) -> None:
    write_logins(tmp_path / ROOT / "Default/Login Data")
    write_logins(tmp_path / ROOT / "Profile 1/Login Data")
    write_logins(tmp_path / ROOT / "Profile 2/Login Data")
    (tmp_path / ROOT / "Last Version").write_text("156.0.8078.79\n")
    names = {"Default": {"name": "Taro"}, "Profile 1": {"name": "仕事"}}
    state = {"profile": {"info_cache": names, "last_used": "Profile 1"}}
    write_json(tmp_path / ROOT / "Local State", state)
    told = [read.profile for read in reads(tmp_path)]
    assert [(p.name, p.is_in_use) for p in told] == [
        ("Taro", False),
        ("仕事", True),
        ("Profile 2", False),
    ]
    assert {profile.version for profile in told} == {"156.0.8078.79"}


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ({"name": "Taro", "gaia_name": ""}, "Taro"),
        ({"name": "Home", "gaia_name": "Yamada Taro"}, "Yamada Taro (Home)"),
        (
            {"name": "1", "gaia_name": "Yamada", "is_using_default_name": True},
            "Yamada",
        ),
        (
            {
                "name": "仕事",
                "gaia_name": "Yamada Taro",
                "gaia_given_name": "Taro",
                "is_using_default_name": False,
            },
            "Taro (仕事)",
        ),
        (
            {"name": "taro", "gaia_name": "Taro", "is_using_default_name": False},
            "Taro",
        ),
        ({"name": ["odd"]}, "Default"),
        ("odd", "Default"),
    ],
)
def test_a_profile_bears_the_name_that_the_browser_shows(
    entry: object, name: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE)
    state = {"profile": {"info_cache": {"Default": entry}}}
    write_json(tmp_path / ROOT / "Local State", state)
    assert only(tmp_path).profile.name == name


def test_a_profile_in_which_nothing_was_saved_was_read(tmp_path: Path) -> None:
    write_json(tmp_path / CHROME / "Preferences", {})
    read = only(tmp_path)
    assert (read.stores, read.logins) == ((LoginStore.DEVICE,), ())


@pytest.mark.parametrize("name", ["System Profile", "Guest Profile"])
def test_profiles_that_no_person_uses_are_left_out(name: str, tmp_path: Path) -> None:
    write_logins(tmp_path / ROOT / name / "Login Data", [Login()])
    assert list(reads(tmp_path)) == []


def test_folders_that_are_no_profiles_are_left_out(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE)
    write_json(tmp_path / ROOT / "Crashpad/settings.json", {})
    assert only(tmp_path).profile.name == "Default"


@pytest.mark.parametrize(
    ("settings", "saves"),
    [
        ({}, True),
        ({"credentials_enable_service": True}, True),
        ({"credentials_enable_service": False}, False),
    ],
)
def test_whether_the_browser_saves_passwords(
    settings: object, tmp_path: Path, *, saves: bool
) -> None:
    write_logins(tmp_path / STORE)
    write_json(tmp_path / CHROME / "Preferences", settings)
    assert only(tmp_path).saves_passwords is saves


def test_without_settings_nothing_is_known_of_saving_and_syncing(
    tmp_path: Path,
) -> None:
    write_logins(tmp_path / STORE)
    read = only(tmp_path)
    assert (read.saves_passwords, read.has_sync) == (None, None)


@pytest.mark.parametrize(
    ("settings", "has_sync"),
    [
        ({}, False),
        ({"google": {"services": {"consented_to_sync": True}}}, True),
        ({"google": {"services": {"consented_to_sync": False}}}, False),
        ({"google": "odd"}, False),
        ({"sync": {"has_setup_completed": True}}, True),
        ({"brave_sync_v2": {"seed": "AAAA"}}, True),
    ],
)
def test_whether_other_devices_may_bring_an_entry_back(
    settings: object, tmp_path: Path, *, has_sync: bool
) -> None:
    write_logins(tmp_path / STORE)
    write_json(tmp_path / CHROME / "Preferences", settings)
    assert only(tmp_path).has_sync is has_sync


def test_a_list_that_was_synced_tells_so_itself(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE)
    with closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute("INSERT INTO sync_model_metadata VALUES (1, x'00')")
    write_json(tmp_path / CHROME / "Preferences", {})
    assert only(tmp_path).has_sync is True


@pytest.mark.parametrize("file", ["Preferences", "Secure Preferences"])
def test_password_managers_that_are_switched_on_are_named(
    file: str, tmp_path: Path
) -> None:
    entries = {
        BITWARDEN: {"state": 1},
        KEEPASSXC: {"state": 0},
        "hdokiejnpimakedhajhdlcegeplioahd": {"disable_reasons": [1]},
        "cjpalhdlnbpafiamejdnhcphjbkeiagm": {"state": 1},
    }
    write_logins(tmp_path / STORE)
    write_json(tmp_path / CHROME / file, {"extensions": {"settings": entries}})
    assert only(tmp_path).extensions == ("Bitwarden",)


def test_without_an_entry_the_files_of_an_extension_tell(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE)
    write_json(tmp_path / CHROME / "Preferences", {})
    (tmp_path / CHROME / "Extensions" / KEEPASSXC / "1.9_0").mkdir(parents=True)
    assert only(tmp_path).extensions == ("KeePassXC",)


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


@pytest.mark.parametrize("state", ["{", "[]", '{"profile": []}', '{"profile": {}}'])
def test_a_broken_list_of_names_hides_no_profile(state: str, tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    (tmp_path / ROOT / "Local State").write_text(state)
    assert only(tmp_path).profile.name == "Default"


def test_broken_settings_are_told(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    (tmp_path / CHROME / "Preferences").write_text(json.dumps({"a": 1})[:-2])
    assert missed(tmp_path) == {("extensions", "half_written")}
    assert len(logins(tmp_path)) == 1


def test_a_list_that_tells_no_version_is_read(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    with closing(sqlite3.connect(tmp_path / STORE)) as database, database:
        database.execute("DROP TABLE meta")
    assert len(only(tmp_path).logins) == 1
