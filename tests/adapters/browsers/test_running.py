"""Reading what a browser holds open, without leaving a trace."""

import hashlib
import math
import os
import shutil
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.adapters.browsers.looking import CHROME, FIREFOX, logins, missed, only, reads
from tests.data.browser_profiles import (
    SITE,
    Login,
    write_firefox_logins,
    write_json,
    write_logins,
    write_permissions,
)
from torimodosu.adapters.browsers import database
from torimodosu.adapters.browsers.database import Tables, read_database
from torimodosu.adapters.browsers.trouble import StoreError

STORE = f"{CHROME}/Login Data"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield where temporary folders are made; it must be empty in the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    write_logins(home / STORE, [Login()])
    return home


def everything(folder: Path) -> Mapping[str, tuple[str, int]]:
    """Return the content and time of change of every file in *folder*."""
    return {
        str(path): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_nothing_is_changed_and_nothing_is_left_behind(home: Path, place: Path) -> None:
    write_firefox_logins(home / FIREFOX / "logins.json", [Login()])
    write_permissions(home / FIREFOX / "permissions.sqlite", {})
    write_json(home / CHROME / "Preferences", {})
    before = everything(home)
    assert len(logins(home)) == 2
    assert everything(home) == before
    assert list(place.iterdir()) == []


def test_nothing_is_left_behind_of_a_store_that_cannot_be_read(
    home: Path, place: Path
) -> None:
    (home / STORE).write_bytes(b"SQLite format 3\0 and no more of it")
    before = everything(home)
    assert missed(home) == {("logins", "half_written")}
    assert everything(home) == before
    assert list(place.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_the_copy_is_nobody_elses_business(home: Path, place: Path) -> None:
    modes: list[int] = []

    def read(tables: Tables) -> None:
        del tables
        modes.extend(folder.stat().st_mode for folder in place.iterdir())

    read_database(home / STORE, home / CHROME, read)
    assert [stat.S_IMODE(mode) for mode in modes] == [0o700]


@pytest.mark.usefixtures("place")
def test_a_lock_is_no_hindrance(home: Path) -> None:
    with closing(sqlite3.connect(home / STORE)) as browser:
        browser.execute("PRAGMA locking_mode = EXCLUSIVE")
        browser.execute("BEGIN EXCLUSIVE")
        browser.execute("UPDATE logins SET times_used = 9")
        browser.execute("COMMIT")
        assert [login.times_used for login in only(home).logins] == [9]


def interrupted(store: Path, copy: Path) -> None:
    """Leave in *copy* what an interrupted change to *store* leaves on disk."""
    with closing(sqlite3.connect(store)) as browser:
        browser.execute("PRAGMA cache_size = 1")
        browser.execute("BEGIN")
        browser.execute("UPDATE logins SET username_value = 'torn' || id")
        for number in range(200):
            browser.execute(
                "INSERT INTO stats VALUES (?, '', 1, 1)", (f"https://{number}.example",)
            )
        shutil.copytree(store.parent, copy, dirs_exist_ok=True)
        browser.execute("ROLLBACK")


@pytest.mark.usefixtures("place")
def test_a_change_that_was_interrupted_is_taken_back_in_the_copy(
    tmp_path: Path,
) -> None:
    names = [f"{number}@example.jp" for number in range(100)]
    whole, crashed = tmp_path / "whole", tmp_path / "crashed"
    write_logins(whole / STORE, [Login(username=name) for name in names])
    interrupted(whole / STORE, crashed / CHROME)
    assert (crashed / f"{STORE}-journal").stat().st_size
    assert b"torn" in (crashed / STORE).read_bytes()
    before = everything(crashed)
    assert [login.username for login in only(crashed).logins] == names
    assert everything(crashed) == before


@pytest.mark.usefixtures("place")
def test_what_stands_in_the_log_beside_it_counts(tmp_path: Path) -> None:
    marks = tmp_path / FIREFOX / "permissions.sqlite"
    write_firefox_logins(tmp_path / FIREFOX / "logins.json", [])
    write_permissions(marks, {})
    with closing(sqlite3.connect(marks)) as browser:
        browser.execute("PRAGMA journal_mode = WAL")
        with browser:
            browser.execute(
                "INSERT INTO moz_perms (origin, type, permission)"
                " VALUES (?, 'login-saving', 2)",
                (SITE,),
            )
        assert marks.with_name("permissions.sqlite-wal").stat().st_size
        before = everything(tmp_path)
        assert [mark.origin for mark in only(tmp_path).logins] == [SITE]
        assert everything(tmp_path) == before


def test_without_room_for_a_copy_the_store_is_not_covered(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(home / "gone"))
    assert missed(home) == {("logins", "too_large")}


class Writing:
    """A browser that writes to its logins whenever they are read, some times over."""

    def __init__(self, times: float) -> None:
        self.left = times
        self.looks = 0

    def reader(self) -> Callable[[Path], bytes]:
        """Return what reads a file, which is another one right after."""

        def read_bytes(path: Path) -> bytes:
            with path.open("rb") as file:
                content = file.read()
            self.looks += 1
            if self.left > 0:
                self.left -= 1
                path.write_bytes(content)
                os.utime(path, ns=(self.looks, self.looks))
            return content

        return read_bytes


def test_a_store_that_is_written_for_a_while_is_read_once_it_rests(
    home: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = Writing(times=30)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(Path, "read_bytes", writing.reader())
        found = logins(home)
    assert (len(found), writing.looks) == (1, 31)
    assert list(place.iterdir()) == []


def test_a_store_that_never_comes_to_rest_is_given_up(
    home: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = Writing(times=math.inf)
    monkeypatch.setattr(Path, "read_bytes", writing.reader())
    monkeypatch.setattr(database, "PATIENCE_IN_SECONDS", 0.1)
    with pytest.raises(StoreError, match="locked"):
        read_database(home / STORE, home / CHROME, lambda tables: tables)
    assert writing.looks > 1
    assert list(place.iterdir()) == []


def test_a_store_that_goes_away_meanwhile_holds_nothing(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(path: Path) -> bytes:
        path.unlink()
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert reads(home)[0].logins == ()
