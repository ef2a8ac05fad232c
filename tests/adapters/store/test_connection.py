import sqlite3
from pathlib import Path

import pytest

from torimodosu.adapters.store import Store
from torimodosu.adapters.store.connection import Database
from torimodosu.recovery.case.ports import StoreError, StoreTrouble


def test_a_file_that_is_no_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cases.sqlite"
    path.write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(StoreError) as caught:
        Store.at(path)
    assert caught.value.trouble is StoreTrouble.DAMAGED
    assert path.read_bytes() == b"Dear diary, " * 1000


def test_a_damaged_page_is_told_and_not_a_traceback_of_sqlite(store: Store) -> None:
    with Database(store.path).connect() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(store.path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    store.path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        store.all()
    assert caught.value.trouble is StoreTrouble.DAMAGED


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Store.at(tmp_path / "missing" / "cases.sqlite")
    assert caught.value.trouble is StoreTrouble.NOT_WRITABLE


def test_a_full_disk_is_told_and_keeps_nothing(store: Store) -> None:
    def fill() -> None:
        with Database(store.path).write() as connection:
            # SQLite's own way to run out of room.
            connection.execute("PRAGMA max_page_count = 1")
            connection.execute("INSERT INTO setting VALUES ('x', ?)", ("x" * 10**7,))

    with pytest.raises(StoreError) as caught:
        fill()
    assert caught.value.trouble is StoreTrouble.FULL
    assert store.settings == {}


def test_a_mistake_of_ours_stays_a_mistake(store: Store) -> None:
    with (
        pytest.raises(sqlite3.OperationalError, match="no such table"),
        Database(store.path).read() as connection,
    ):
        connection.execute("SELECT * FROM nowhere")


def test_what_was_not_finished_is_not_kept(store: Store) -> None:
    def interrupted() -> None:
        with Database(store.path).write() as connection:
            connection.execute("INSERT INTO setting VALUES ('x', '1')")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        interrupted()
    assert store.settings == {}
