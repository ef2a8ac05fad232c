"""What a profile of Firefox tells."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import FIREFOX, logins, missed, only, reads
from tests.data.browser_profiles import (
    SITE,
    Cookie,
    Login,
    firefox_entry,
    write_firefox_cookies,
    write_firefox_logins,
    write_json,
    write_permissions,
)
from torimodosu.recovery.signin.saved_login import LoginStore

MADE = datetime(2014, 3, 1, 12, 0, tzinfo=UTC)
CHANGED = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
USED = datetime(2026, 11, 21, 12, 4, tzinfo=UTC)
ROOT = ".mozilla/firefox"
LIST = f"{FIREFOX}/logins.json"
MARKED = datetime(2025, 5, 5, tzinfo=UTC)
ACCOUNT = 'user_pref("services.sync.username", "a@example.jp");'
NO_PASSWORDS = 'user_pref("services.sync.engine.passwords", false);'
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


def test_halves_of_characters_are_replaced(tmp_path: Path) -> None:
    (tmp_path / FIREFOX).mkdir(parents=True)
    entry = '{"hostname": "https://amazon.co.jp/\\ud83d", "guid": "\\ud83d"}'
    (tmp_path / LIST).write_text(f'{{"logins": [{entry}]}}')
    (found,) = logins(tmp_path)
    assert (found.origin, found.entry) == ("https://amazon.co.jp/?", "?")


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


def test_an_entry_that_was_synced_tells_so_itself(tmp_path: Path) -> None:
    entry = firefox_entry(Login()) | {"everSynced": True}
    write_json(tmp_path / LIST, {"logins": [entry], "version": 3})
    assert [read.has_sync for read in reads(tmp_path)] == [True]


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
