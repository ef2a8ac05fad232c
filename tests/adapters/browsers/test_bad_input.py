"""Stores that cannot be read: each is told, and none passes for an empty one."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.browsers.looking import (
    CHROME,
    FIREFOX,
    is_shop,
    look,
    missed,
    reads,
)
from tests.data.browser_profiles import (
    Cookie,
    Login,
    write_cookies,
    write_firefox_logins,
    write_json,
    write_logins,
)
from torimodosu.adapters.browsers.files import LARGEST
from torimodosu.recovery.signin.profile import ProfileRead, StoreNotCovered

STORE = f"{CHROME}/Login Data"


LIST = f"{FIREFOX}/logins.json"


HALF = 0.6


Harm = Callable[[Path], object]


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garble(path: Path) -> None:
    path.write_bytes(b"\x93\x07 no store at all " * 400)


def halve(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * HALF)])


def swell(path: Path) -> None:
    os.truncate(path, LARGEST + 1)


def blot(path: Path) -> None:
    """Overwrite the pages behind the first, in which the tables are."""
    content = path.read_bytes()
    path.write_bytes(content[:2048] + b"\x55" * (len(content) - 2048))


def blot_a_page(path: Path) -> None:
    """Overwrite one page of an index, without which the rows could be read."""
    content = bytearray(path.read_bytes())
    content[4 * 2048 : 5 * 2048] = b"\x55" * 2048
    path.write_bytes(content)


def rename_columns(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE logins RENAME COLUMN signon_realm TO realm")


def drop_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA user_version = 1")


def lay_out_anew(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        for table in ("logins", "meta"):
            database.execute(f"DROP TABLE {table}")
        database.execute("CREATE TABLE credentials (site TEXT)")
        database.execute("CREATE TABLE meta (key TEXT, value TEXT)")


def show_a_view(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE logins RENAME TO hidden")
        database.execute("CREATE VIEW logins AS SELECT * FROM hidden")


def make_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def point_elsewhere(path: Path) -> None:
    outside = path.parents[len(path.parents) - 4] / "outside"
    shutil.move(path, outside)
    path.symlink_to(outside)


def point_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


def point_in_a_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


HARMS = [
    (empty, "empty"),
    (garble, "damaged"),
    (halve, "half_written"),
    (swell, "too_large"),
    (make_a_folder, "damaged"),
    (point_elsewhere, "points_elsewhere"),
    (point_nowhere, "points_elsewhere"),
    (point_in_a_circle, "points_elsewhere"),
]


@pytest.mark.parametrize(
    ("harm", "trouble"),
    [
        *HARMS,
        (blot, "damaged"),
        (blot_a_page, "damaged"),
        (rename_columns, "unknown_schema"),
        (drop_tables, "empty"),
        (lay_out_anew, "unknown_schema"),
        (show_a_view, "unknown_schema"),
    ],
)
def test_a_list_of_chromium_that_cannot_be_read_is_told(
    harm: Harm, trouble: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login(username=f"{n}") for n in range(60)])
    harm(tmp_path / STORE)
    assert missed(tmp_path) == {("logins", trouble)}
    assert [(read.stores, read.logins) for read in reads(tmp_path)] == [((), ())]


@pytest.mark.parametrize(
    ("harm", "trouble"),
    [
        *HARMS,
        (lambda path: path.write_text("{}"), "unknown_schema"),
        (lambda path: path.write_text("[]"), "unknown_schema"),
        (lambda path: path.write_text('{"logins": {}}'), "unknown_schema"),
        (lambda path: path.write_text('{"logins": [{"hostname": "h'), "half_written"),
        (lambda path: path.write_text('{"logins": []} x'), "damaged"),
        (lambda path: path.write_text("[" * 200_000), "damaged"),
        (lambda path: path.write_text('{"id": 1' + "0" * 9_999 + "}"), "damaged"),
        (lambda path: path.write_bytes(bytes(4096)), "damaged"),
        (lambda path: path.write_bytes(b'{"a": "\xff\xfe'), "damaged"),
    ],
)
def test_a_list_of_firefox_that_cannot_be_read_is_told(
    harm: Harm, trouble: str, tmp_path: Path
) -> None:
    write_firefox_logins(tmp_path / LIST, [Login()])
    harm(tmp_path / LIST)
    assert missed(tmp_path) == {("logins", trouble)}
    assert [(read.stores, read.logins) for read in reads(tmp_path)] == [((), ())]


@pytest.mark.parametrize(("harm", "trouble"), HARMS)
def test_the_list_of_an_account_that_cannot_be_read_is_told(
    harm: Harm, trouble: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login()])
    account = tmp_path / CHROME / "Login Data For Account"
    write_logins(account, [Login()])
    harm(account)
    assert missed(tmp_path) == {("logins", trouble)}
    (read,) = reads(tmp_path)
    assert [store.value for store in read.stores] == ["device"]
    assert len(read.logins) == 1


@pytest.mark.parametrize(("harm", "trouble"), HARMS)
def test_cookies_that_cannot_be_counted_are_told(
    harm: Harm, trouble: str, tmp_path: Path
) -> None:
    write_logins(tmp_path / STORE, [Login()])
    cookies = [Cookie(host="amazon.co.jp", name=f"{n}") for n in range(400)]
    write_cookies(tmp_path / CHROME / "Cookies", cookies)
    harm(tmp_path / CHROME / "Cookies")
    assert missed(tmp_path) == {("site_data", trouble)}
    assert len(reads(tmp_path)[0].logins) == 1


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("permissions.sqlite", "never_save"),
        ("cookies.sqlite", "site_data"),
        ("extensions.json", "extensions"),
    ],
)
def test_any_part_of_firefox_that_cannot_be_read_is_told(
    name: str, part: str, tmp_path: Path
) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    garble(tmp_path / FIREFOX / name)
    assert missed(tmp_path) == {(part, "damaged")}


@pytest.mark.parametrize("name", ["permissions.sqlite", "cookies.sqlite"])
def test_a_table_that_is_laid_out_otherwise_is_told(name: str, tmp_path: Path) -> None:
    write_firefox_logins(tmp_path / LIST, [])
    with closing(sqlite3.connect(tmp_path / FIREFOX / name)) as database, database:
        database.execute("CREATE TABLE moz_something (a)")
    assert {trouble for _, trouble in missed(tmp_path)} == {"unknown_schema"}


def test_a_list_that_asks_for_a_newer_reader_is_read_and_told(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()], version=57, asks_for=44)
    (read,) = reads(tmp_path)
    assert len(read.logins) == 1
    assert read.stores == ()
    assert missed(tmp_path) == {("logins", "unknown_schema")}


def test_a_newer_list_that_older_readers_may_read_is_nothing_special(
    tmp_path: Path,
) -> None:
    write_logins(tmp_path / STORE, [Login()], version=57, asks_for=43)
    assert missed(tmp_path) == set()


@pytest.mark.parametrize("version", [4, 99, "3", None])
def test_a_list_of_firefox_of_a_newer_layout_is_read_and_told(
    version: object, tmp_path: Path
) -> None:
    write_json(tmp_path / LIST, {"logins": [], "version": version})
    assert missed(tmp_path) == {("logins", "unknown_schema")}


def test_one_broken_profile_hides_no_other(tmp_path: Path) -> None:
    write_logins(tmp_path / STORE, [Login()])
    write_logins(tmp_path / ".config/google-chrome/Profile 1/Login Data", [Login()])
    garble(tmp_path / STORE)
    assert [len(read.logins) for read in reads(tmp_path)] == [0, 1]


@given(content=st.binary(max_size=400))
def test_whatever_stands_in_a_store_it_is_told_or_read(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in (STORE, LIST, f"{CHROME}/Preferences", f"{FIREFOX}/prefs.js"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(content)
    (home / ".mozilla/firefox/profiles.ini").write_bytes(content)
    found = look(home, is_shop)
    assert len([f for f in found if isinstance(f, ProfileRead)]) == 2
    told = {(f.browser, f.part.value) for f in found if isinstance(f, StoreNotCovered)}
    assert ("chrome", "logins") in told


@given(data=st.data())
def test_whichever_byte_of_a_store_is_wrong_nothing_escapes(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    home = tmp_path_factory.mktemp("home")
    write_logins(home / STORE, [Login(), Login(username="b")])
    content = bytearray((home / STORE).read_bytes())
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    (home / STORE).write_bytes(content)
    assert len(reads(home)) == 1
