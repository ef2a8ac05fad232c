"""What Chromium tells of its profiles beside their lists of logins."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import CHROME, logins, missed, only, reads
from tests.data.browser_profiles import (
    Cookie,
    Login,
    write_cookies,
    write_json,
    write_logins,
)
from torimodosu.recovery.signin.profile import SiteData
from torimodosu.recovery.signin.saved_login import LoginStore

ROOT = ".config/google-chrome"

STORE = f"{CHROME}/Login Data"

BITWARDEN = "nngceckbapebfimnlniiiahkandclblb"

KEEPASSXC = "oboonakemofpalcgghocfoadofidjkkk"


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
