"""The one way to a store file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from torimodosu.recovery.case.ports import StoreError, StoreTrouble

# Two programs may write at once: each waits this long for the other.
PATIENCE_IN_SECONDS = 10.0

# An extended code that says more goes before the primary one.
_TROUBLES = {
    # No room for the index that every connection to a WAL shares.
    sqlite3.SQLITE_IOERR_SHMSIZE: StoreTrouble.FULL,
    sqlite3.SQLITE_BUSY: StoreTrouble.BUSY,
    sqlite3.SQLITE_LOCKED: StoreTrouble.BUSY,
    sqlite3.SQLITE_CANTOPEN: StoreTrouble.NOT_WRITABLE,
    sqlite3.SQLITE_CORRUPT: StoreTrouble.DAMAGED,
    sqlite3.SQLITE_FULL: StoreTrouble.FULL,
    sqlite3.SQLITE_IOERR: StoreTrouble.NOT_WRITABLE,
    sqlite3.SQLITE_NOTADB: StoreTrouble.DAMAGED,
    sqlite3.SQLITE_PERM: StoreTrouble.NOT_WRITABLE,
    sqlite3.SQLITE_READONLY: StoreTrouble.NOT_WRITABLE,
}
_PRIMARY_CODE = 0xFF


@dataclass(frozen=True, slots=True)
class Database:
    """A file, of which every operation opens its own short connection.

    Connections are not shared between threads or kept open, so a killed program
    leaves at most one unfinished transaction, which SQLite forgets.
    """

    path: Path

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees one unchanging state of the file.

        Raises:
            StoreError: If the file cannot be read.

        """
        with self.connect() as connection:
            connection.execute("BEGIN")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are kept together, or not at all.

        Raises:
            StoreError: If the changes cannot be kept.

        """
        with self.connect() as connection:
            # The lock comes before the look: what was read stays true until kept.
            connection.execute("BEGIN IMMEDIATE")
            yield connection
            connection.execute("COMMIT")

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """Give a connection outside any transaction.

        Raises:
            StoreError: If SQLite reports that the file cannot be used.

        """
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(
                self.path, timeout=PATIENCE_IN_SECONDS, isolation_level=None
            )
            connection.execute("PRAGMA foreign_keys = ON")
            # FULL: a confirmed change survives even a power cut. Secure delete: what
            # the user deletes is overwritten, not only forgotten.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            yield connection
        except sqlite3.DatabaseError as error:
            trouble = _trouble_of(error)
            if trouble is None:
                raise
            raise StoreError(trouble, f"{self.path.name}: {error}") from error
        finally:
            if connection is not None:
                # Closing rolls back what was not committed.
                connection.close()


def _trouble_of(error: sqlite3.DatabaseError) -> StoreTrouble | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    return _TROUBLES.get(code) or _TROUBLES.get(code & _PRIMARY_CODE)
