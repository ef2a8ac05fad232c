"""What Firefox tells of its profiles beside their lists of logins."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import FIREFOX, only, reads
from tests.data.browser_profiles import (
    Cookie,
    write_firefox_cookies,
    write_firefox_logins,
    write_json,
)
from torimodosu.recovery.signin.saved_login import LoginStore

ROOT = ".mozilla/firefox"

LIST = f"{FIREFOX}/logins.json"

ACCOUNT = 'user_pref("services.sync.username", "a@example.jp");'

NO_PASSWORDS = 'user_pref("services.sync.engine.passwords", false);'


def test_cookies_are_counted_by_host(tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    cookies = [
        Cookie(host=".amazon.co.jp", name="session-id"),
        Cookie(host="x.example", name="a"),
    ]
    write_firefox_cookies(tmp_path / FIREFOX / "cookies.sqlite", cookies)
    (site,) = only(tmp_path).site_data
    assert (site.host, site.cookies, site.names) == (
        "amazon.co.jp",
        1,
        ("session-id",),
    )
    assert site.oldest == datetime(2020, 1, 1, tzinfo=UTC)


def test_profiles_are_named_and_the_one_that_is_opened_is_known(
    tmp_path: Path,
) -> None:
    for name in ("a1.default", "b2.default-esr", "c3.own"):
        write_firefox_logins(tmp_path / ROOT / name / "logins.json", [])
    (tmp_path / ROOT / "b2.default-esr/compatibility.ini").write_text(
        "[Compatibility]\nLastVersion=153.7.0_20261101000000/20261101000000\n"
    )
    (tmp_path / ROOT / "profiles.ini").write_text(
        "[Install4F96D1932A9F858E]\nDefault=b2.default-esr\nLocked=1\n\n"
        "[Profile1]\nName=花子\nIsRelative=1\nPath=b2.default-esr\n\n"
        "[Profile0]\nName=default\nIsRelative=1\nPath=a1.default\nDefault=1\n\n"
        "[General]\nStartWithLastProfile=1\n",
        "utf-8",
    )
    told = [read.profile for read in reads(tmp_path)]
    assert [(p.name, p.is_in_use, p.version) for p in told] == [
        ("花子", True, "153.7.0"),
        ("default", False, ""),
        ("own", False, ""),
    ]


def test_before_installations_had_one_of_their_own_the_default_was_opened(
    tmp_path: Path,
) -> None:
    for name in ("a1.default", "b2.other"):
        write_firefox_logins(tmp_path / ROOT / name / "logins.json", [])
    (tmp_path / ROOT / "profiles.ini").write_text(
        "[Profile0]\nName=other\nPath=b2.other\n[Profile1]\nName=d\nPath=a1.default\n"
        "Default=1\n"
    )
    in_use = [read.profile.name for read in reads(tmp_path) if read.profile.is_in_use]
    assert in_use == ["d"]


@pytest.mark.parametrize(
    "ini",
    [
        "\ufeff[Profile0]\r\nName=work\r\nIsRelative=1\r\nPath=Profiles/a1.w\r\n",
        "; note\n[Profile0]\nPath = Profiles\\a1.w\nName = work\n",
        "Path=lost\n[Profile0\n[Profile0]\nName=old\nName=work\nPath=Profiles/a1.w\n",
        "[Profile0]\nName=work\nPath=Profiles/a1.w\n[Profile0]\nName=x\nPath=gone\n",
        "[Profile7]\nName=work\nIsRelative=0\nPath={home}/.mozilla/firefox/Profiles/a1.w",
    ],
)
def test_a_list_of_profiles_may_be_written_oddly(ini: str, tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / ROOT / "Profiles/a1.w/logins.json", [])
    text = ini.replace("{home}", str(tmp_path.resolve()))
    (tmp_path / ROOT / "profiles.ini").write_bytes(text.encode())
    assert only(tmp_path).profile.name == "work"


@pytest.mark.parametrize("ini", [b"", b"\xff\xfe[", b"[Profile0]\nPath=a\0b\n", b"="])
def test_a_broken_list_of_profiles_hides_none(ini: bytes, tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    (tmp_path / ROOT / "profiles.ini").write_bytes(ini)
    assert only(tmp_path).profile.name == "default-release"


def test_a_profile_that_was_made_from_the_menu_bears_its_name(tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / ROOT / "Profiles/x9.Profile 1/logins.json", [])
    (tmp_path / ROOT / "Profile Groups").mkdir()
    group = tmp_path / ROOT / "Profile Groups/1a2b3c4d.sqlite"
    with closing(sqlite3.connect(group)) as database, database:
        database.execute("CREATE TABLE Profiles (id INTEGER, path TEXT, name TEXT)")
        database.execute(
            "INSERT INTO Profiles VALUES (1, 'Profiles/x9.Profile 1', '買い物')"
        )
    assert only(tmp_path).profile.name == "買い物"


@pytest.mark.parametrize(
    ("lines", "saves", "has_sync"),
    [
        ("", True, False),
        ('user_pref("signon.rememberSignons", false);', False, False),
        ('user_pref("signon.rememberSignons", true);', True, False),
        (ACCOUNT, True, True),
        (f"{ACCOUNT}\n{NO_PASSWORDS}", True, False),
        ('user_pref("services.sync.username", "\\x41");', True, True),
        ('// user_pref("signon.rememberSignons", false);', True, False),
        ('user_pref("signon.rememberSignons.visible", false);', True, False),
    ],
)
def test_settings_tell_of_saving_and_syncing(
    lines: str, tmp_path: Path, *, saves: bool, has_sync: bool
) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    (tmp_path / FIREFOX / "prefs.js").write_text(f"// Mozilla\n{lines}\n")
    read = only(tmp_path)
    assert (read.saves_passwords, read.has_sync) == (saves, has_sync)


def test_without_settings_nothing_is_known_of_saving_and_syncing(
    tmp_path: Path,
) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    read = only(tmp_path)
    assert (read.saves_passwords, read.has_sync) == (None, None)


def test_password_managers_that_are_switched_on_are_named(tmp_path: Path) -> None:
    addons = [
        {"id": "{446900e4-71c2-419f-a6a7-df9c091e268b}", "active": True},
        {"id": "keepassxc-browser@keepassxc.org", "active": False},
        {"id": "support@lastpass.com", "active": True, "userDisabled": True},
        {"id": "uBlock0@raymondhill.net", "active": True},
        "odd",
    ]
    write_firefox_logins(tmp_path / LIST, [])
    write_json(tmp_path / FIREFOX / "extensions.json", {"addons": addons})
    assert only(tmp_path).extensions == ("Bitwarden",)


def test_without_a_list_the_files_of_an_extension_tell(tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    folder = tmp_path / FIREFOX / "extensions"
    folder.mkdir()
    (folder / "keepassxc-browser@keepassxc.org.xpi").write_bytes(b"PK")
    assert only(tmp_path).extensions == ("KeePassXC",)


def test_a_profile_in_which_nothing_was_saved_was_read(tmp_path: Path) -> None:
    (tmp_path / FIREFOX).mkdir(parents=True)
    (tmp_path / FIREFOX / "prefs.js").write_text("")
    (tmp_path / FIREFOX / "times.json").write_text("{}")
    read = reads(tmp_path)[0]
    assert (read.stores, read.logins) == ((LoginStore.DEVICE,), ())


@pytest.mark.parametrize(
    "version", ["", "[Compatibility]\n", "[Other]\nLastVersion=1\n", "\0"]
)
def test_a_profile_that_tells_no_version_has_none(version: str, tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    (tmp_path / FIREFOX / "compatibility.ini").write_text(version)
    assert only(tmp_path).profile.version == ""


def test_a_broken_list_of_a_group_hides_no_profile(tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    (tmp_path / ROOT / "Profile Groups").mkdir()
    (tmp_path / ROOT / "Profile Groups/1a2b3c4d.sqlite").write_bytes(b"broken")
    assert only(tmp_path).profile.name == "default-release"
