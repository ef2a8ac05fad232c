"""Reading the SQLite databases of a browser while it runs.

A running Chromium holds an exclusive lock from its first write on, so that the file can
only be read as a copy; the journal or the write-ahead log beside it belongs to it
(https://www.sqlite.org/tempfiles.html). Opening the original with `immutable=1` was
seen to give damaged pages.
"""

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TypeVar

from torimodosu.adapters.browsers.files import status_of
from torimodosu.adapters.browsers.trouble import StoreError, trouble_of
from torimodosu.recovery.signin.profile import StoreTrouble

_T = TypeVar("_T")

Row = Mapping[str, object]

_BESIDE = ("-journal", "-wal")
# A browser that writes right now changes what is being copied. What it writes in one
# go, such as what it takes over from an account, is over after seconds; on a busy
# computer there are moments without a change all the while, but few of them.
_FEWEST_TRIES = 5
PATIENCE_IN_SECONDS = 5.0
_PAUSE_IN_SECONDS = 0.02
# https://www.sqlite.org/fileformat2.html#the_database_header
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_LARGEST_PAGE = 65_536
# How `PRAGMA quick_check` begins what it says of pages rather than of rows.
_OF_PAGES = "***"
# There is no room for a copy: for this computer, now, the store is too large.
_NO_ROOM = StoreTrouble.TOO_LARGE


class Tables:
    """The tables of an open database, of which only named columns are read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[str, frozenset[str]] = {}

    def are_none(self) -> bool:
        """Tell whether nothing was ever put into the database."""
        query = "SELECT 1 FROM sqlite_master LIMIT 1"
        return self._connection.execute(query).fetchone() is None

    def columns(self, table: str) -> frozenset[str]:
        """Return the names of the columns of *table*; none where there is no table.

        A view or a virtual table of that name is none: it could compute anything.
        """
        if table not in self._known:
            found = self._connection.execute(
                "SELECT p.name FROM sqlite_master AS m, pragma_table_info(m.name) AS p"
                " WHERE m.type = 'table' AND m.rootpage > 0 AND m.name = ?",
                (table,),
            )
            self._known[table] = frozenset(str(name) for (name,) in found)
        return self._known[table]

    def has_rows(self, table: str) -> bool:
        """Tell whether there is something in *table*."""
        if not self.columns(table):
            return False
        query = f"SELECT 1 FROM {table} LIMIT 1"  # noqa: S608 -- named in our code
        return self._connection.execute(query).fetchone() is not None

    def values(self, table: str, column: str) -> Iterator[object]:
        """Yield each value of *column*, which *table* must have, once."""
        query = f"SELECT DISTINCT {column} FROM {table}"  # noqa: S608 -- as above
        return (value for (value,) in self._connection.execute(query))

    def rows(
        self, table: str, columns: Sequence[str], given: str = "", *values: object
    ) -> Iterator[Row]:
        """Yield the *columns* of each row of *table* in turn; one it has not is None.

        *given* is the condition on the rows, and *values* are those of its parameters.
        """
        have = self.columns(table) | {"rowid"}
        asked = ", ".join(name if name in have else "NULL" for name in columns)
        where = f" WHERE {given}" if given else ""
        order = " ORDER BY rowid"
        query = f"SELECT {asked} FROM {table}{where}{order}"  # noqa: S608 -- as above
        for row in self._connection.execute(query, values):
            yield dict(zip(columns, row, strict=True))

    def check(self, table: str) -> None:
        """Make sure that every page of *table* can be read.

        What SQLite says of values that do not fit their columns is no damage.

        Raises:
            sqlite3.DatabaseError: If one cannot.

        """
        answers = self._connection.execute(f"PRAGMA quick_check({table})")
        if any(str(answer).startswith(_OF_PAGES) for (answer,) in answers):
            raise sqlite3.DatabaseError


def read_database(path: Path, within: Path, read: Callable[[Tables], _T]) -> _T | None:
    """Return what *read* makes of a private copy, or None where there is no database.

    The copy is deleted before this returns; the original and what lies beside it stay
    as they are.

    Raises:
        StoreError: If it cannot be read, or *read* says so.

    """
    given_up_at = time.monotonic() + PATIENCE_IN_SECONDS
    for tries in count(1):
        before = _state(path, within)
        if before is None:
            return None
        content = _content(path, before)
        if content is not None and _state(path, within) == before:
            return _read(content, read)
        if tries >= _FEWEST_TRIES and time.monotonic() > given_up_at:
            break
        time.sleep(_PAUSE_IN_SECONDS)
    raise StoreError(StoreTrouble.LOCKED)


_State = Mapping[str, tuple[int, int]]


def _state(path: Path, within: Path) -> _State | None:
    """Return size and time of change of the file and those beside it, by ending.

    Raises:
        StoreError: If one of them cannot be read, or nothing stands in them.

    """
    found = {
        ending: status_of(path.with_name(path.name + ending), within)
        for ending in ("", *_BESIDE)
    }
    if found[""] is None:
        return None
    state = {
        ending: (status.st_size, status.st_mtime_ns)
        for ending, status in found.items()
        if status and status.st_size
    }
    if not state:
        raise StoreError(StoreTrouble.EMPTY)
    return state


def _content(path: Path, state: _State) -> Mapping[str, bytes] | None:
    """Return what stands in the file and those beside it, by ending.

    None if one of them is no longer there, such as the journal of a change that has
    just ended.

    Raises:
        StoreError: If one of them cannot be read.

    """
    try:
        return {
            ending: path.with_name(path.name + ending).read_bytes() for ending in state
        }
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StoreError(trouble_of(error)) from None


def _read(content: Mapping[str, bytes], read: Callable[[Tables], _T]) -> _T:
    """Return what *read* makes of a copy with *content*, which is then deleted.

    Raises:
        StoreError: If the copy cannot be written or read, or *read* says so.

    """
    try:
        with tempfile.TemporaryDirectory(prefix="torimodosu-") as folder:
            copy = Path(folder) / "copy"
            for ending, part in content.items():
                copy.with_name(copy.name + ending).write_bytes(part)
            return _read_copy(copy, read)
    except OSError:
        raise StoreError(_NO_ROOM) from None


def _read_copy(copy: Path, read: Callable[[Tables], _T]) -> _T:
    try:
        with closing(sqlite3.connect(copy)) as connection:
            connection.text_factory = _text
            connection.execute("PRAGMA trusted_schema = OFF")
            return read(Tables(connection))
    except (sqlite3.Error, UnicodeDecodeError):
        # SQLite quotes a damaged schema in its message, which need not be text.
        trouble = _trouble(copy)
    raise StoreError(trouble)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _trouble(copy: Path) -> StoreTrouble:
    """Return why the copy of a database cannot be read."""
    if not copy.exists():
        return StoreTrouble.DAMAGED
    size = copy.stat().st_size
    with copy.open("rb") as file:
        header = file.read(_HEADER)
    if header[: len(_MAGIC)] != _MAGIC[: len(header)]:
        return StoreTrouble.DAMAGED
    page = int.from_bytes(header[16:18])
    page = _LARGEST_PAGE if page == 1 else page
    pages = int.from_bytes(header[28:32])
    is_short = len(header) < _HEADER or size % max(page, 1) or size < pages * page
    return StoreTrouble.HALF_WRITTEN if is_short else StoreTrouble.DAMAGED
