"""A file of any version opens with all that it held, whatever befalls the upgrade."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from shutil import copyfile, which
from sqlite3 import connect
from typing import Any

import pytest

from tests.adapters.store.every_version import FORMER, NEWEST, WORDS, make
from tests.fakes.clock import FRIDAY_NIGHT
from tests.fakes.small_disks import mount, mounted
from torimodosu.adapters.store import Store
from torimodosu.adapters.store.migrate import migrate, shipped_scripts
from torimodosu.recovery.case.ports import StoreError, StoreTrouble
from torimodosu.recovery.orders.order import Ownership
from torimodosu.recovery.statements.which_card.matching import Said

KEY = "250-1234567-1234567"
STATEMENTS, BLOCKS = 4, 10
# The last version before this program: the one that most people have.
LAST = NEWEST - 1
# How much more room is left than the copy takes: none at all, none for the copy, or
# none for what is changed then.
BEYOND = [-2_000_000, -900_000, 0, 50_000]
LARGE = 1_000_000


@pytest.fixture(params=FORMER)
def version(request: pytest.FixtureRequest) -> int:
    """Return each version before this one."""
    number: int = request.param
    return number


@pytest.fixture
def path(tmp_path: Path, version: int) -> Path:
    return make(tmp_path / "cases.sqlite", version)


def version_of(path: Path) -> int:
    with closing(connect(path)) as connection:
        number: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return number


def is_sound(path: Path) -> bool:
    with closing(connect(path)) as connection:
        (told,) = connection.execute("PRAGMA integrity_check").fetchone()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    return told == "ok" and not broken


def check(path: Path, version: int) -> None:
    """Look for everything that a file of *version* held."""
    store = Store.at(path)
    (case,) = store.all()
    known = store.snapshot(case, at=FRIDAY_NIGHT)
    (card,) = case.answers.cards
    assert (card.number, card.last_four) == (1, "1234")
    assert known.ownership == {KEY: Ownership.NOT_MINE}
    assert [entry.text for entry in store.entries(case)] == [WORDS]
    assert store.journal_is_whole(case)
    assert len(store.mails(case).all()) == 1
    if version >= STATEMENTS:
        words = known.card_words
        assert words.matches == {f"{KEY}=00000000000000a1-0": Said.CONFIRMED}
        assert words.returns[f"{KEY}:card"].note == WORDS
        charges = [one.charge for one in store.card_records.charges(case)]
        assert [(str(one.amount), one.kind.value) for one in charges] == [
            ("3400", "purchase"),
            ("-5", "refund"),
        ]
        assert {one.bill_date for one in charges} == {date(2026, 4, 10)}
    assert (version_of(path), is_sound(path)) == (NEWEST, True)


def test_nothing_of_any_version_is_lost(path: Path, version: int) -> None:
    check(path, version)


def test_the_copy_is_what_the_file_was(path: Path, version: int) -> None:
    with closing(connect(path)) as connection:
        before = list(connection.iterdump())
    Store.at(path)
    copy = path.with_name(f"cases.sqlite.v{version}.bak")
    with closing(connect(copy)) as connection:
        assert list(connection.iterdump()) == before
    assert (version_of(copy), is_sound(copy)) == (version, True)


def test_other_tools_see_the_rows_of_any_version(path: Path, version: int) -> None:
    Store.at(path)
    seen = (
        'SELECT "row", day, merchant, amount, kind, bill_date, bill_month, card'
        " FROM {view} ORDER BY day"
    )
    rows = [
        (3, "2026-03-01", "店", "3400", "purchase", "2026-04-10", None, 1),
        (4, "2026-03-02", "店", "-5", "refund", "2026-04-10", None, 1),
    ]
    with closing(connect(path)) as connection:
        for view in ("statement_row", "charge"):
            shown = connection.execute(seen.format(view=view)).fetchall()
            assert shown == (rows if version >= STATEMENTS else [])
        plain = "SELECT position, amount FROM charge_row ORDER BY position"
        shown = connection.execute(plain).fetchall()
    assert shown == ([(0, "3400"), (1, "-5")] if version >= STATEMENTS else [])


class Dying(sqlite3.Connection):
    """A connection whose process is killed when so many statements were begun."""

    left = 0

    def execute(self, *arguments: Any) -> sqlite3.Cursor:  # noqa: ANN401 -- as it is
        Dying.left -= 1
        if Dying.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().execute(*arguments)


def was_killed(path: Path, number: int) -> bool:
    """Upgrade in a process that is killed at a statement; tell whether it came to it.

    What a killed process has written to a file stays in the file.
    """
    child = os.fork()
    if child == 0:
        try:
            Dying.left = number
            sqlite3.connect = partial(  # type: ignore[assignment]
                sqlite3.connect, factory=Dying
            )
            migrate(path, shipped_scripts())
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_a_program_killed_at_any_statement_of_the_upgrade_loses_nothing(
    path: Path, version: int
) -> None:
    former = path.read_bytes()
    # Every one of the last upgrade, some of the longer ones before.
    step = 1 if version == LAST else 17
    number, is_killed = 0, True
    while is_killed:
        for left in path.parent.iterdir():
            left.unlink()
        path.write_bytes(former)
        is_killed = was_killed(path, number)
        assert version_of(path) in {version, NEWEST}
        check(path, version)
        assert not list(path.parent.glob("*.part"))
        number += step
    assert number > step


@contextmanager
def full(folder: Path, *, beyond: int) -> Iterator[Path]:
    """Give a store of the last version on a disk with room for a copy and *beyond*."""
    with mounted(folder, size="4m") as disk:
        path = make(disk / "cases.sqlite", LAST)
        with closing(connect(path)) as connection, connection:
            connection.execute(
                "INSERT INTO setting VALUES ('x', ?)", [f'"{"x" * LARGE}"']
            )
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        room = max(path.stat().st_size + beyond, 0)
        (disk / "ballast").write_bytes(b"x" * (free - room))
        yield path


@pytest.mark.parametrize("beyond", BEYOND)
def test_a_full_disk_leaves_the_file_as_it_was_and_no_copy(
    tmp_path: Path, beyond: int
) -> None:
    with full(tmp_path / "disk", beyond=beyond) as path:
        with pytest.raises(StoreError) as caught:
            Store.at(path)
        assert caught.value.trouble is StoreTrouble.FULL
        assert not list(path.parent.glob("*.bak*"))
        path.with_name("ballast").unlink()
        assert version_of(path) == LAST
        check(path, LAST)


def test_a_copy_left_by_a_killed_program_does_not_stand_in_the_way(
    tmp_path: Path,
) -> None:
    with full(tmp_path / "disk", beyond=250_000) as path:
        copyfile(path, path.with_name(f"cases.sqlite.v{LAST}.bak"))
        with pytest.raises(StoreError):
            Store.at(path)
        check(path, LAST)


@pytest.mark.parametrize("upgraded", [LAST, NEWEST])
def test_a_disk_that_nobody_may_write_on_is_told_and_left_alone(
    tmp_path: Path, upgraded: int
) -> None:
    with mounted(tmp_path / "disk", size="4m") as disk:
        path = make(disk / "cases.sqlite", upgraded)
        before = path.read_bytes()
        mount("-o", "remount,ro", str(disk))
        with pytest.raises(StoreError) as caught:
            Store.at(path)
        assert caught.value.trouble is StoreTrouble.NOT_WRITABLE
        assert path.read_bytes() == before
        mount("-o", "remount,rw", str(disk))
        check(path, upgraded)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_nobody_may_write_in_is_told(path: Path, version: int) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(StoreError) as caught:
            Store.at(path)
    finally:
        path.parent.chmod(0o700)
    assert caught.value.trouble is StoreTrouble.NOT_WRITABLE
    check(path, version)


@pytest.mark.skipif(which("sqlite3") is None, reason="sqlite3 is not installed")
def test_the_program_sqlite3_shows_what_was_upgraded(tmp_path: Path) -> None:
    path = make(tmp_path / "cases.sqlite", LAST)
    Store.at(path)
    ask = "SELECT merchant, amount, bill_date FROM charge ORDER BY day"
    program = str(which("sqlite3"))
    done = subprocess.run(
        [program, path, ask], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines() == ["店|3400|2026-04-10", "店|-5|2026-04-10"]
