"""The sites that Firefox was told never to save a login for."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

from torimodosu.adapters.browsers.database import Tables, read_database
from torimodosu.adapters.browsers.firefox_logins import never_saved
from torimodosu.adapters.browsers.times import from_unix
from torimodosu.adapters.browsers.trouble import StoreError
from torimodosu.recovery.signin.profile import StoreTrouble
from torimodosu.recovery.signin.saved_login import SavedLogin

# extensions/permissions/PermissionManager.cpp; the second up to version 41, with bare
# hosts.
_TABLES = (("moz_perms", "origin"), ("moz_hosts", "host"))
_TYPE = "login-saving"
_DENIED = 2


def read_never_saved(
    path: Path, within: Path, concerns: Callable[[str], bool]
) -> tuple[SavedLogin, ...] | None:
    """Return the marks on origins that *concerns* accepts; None without a file.

    Raises:
        StoreError: If it cannot be read.

    """

    def read(tables: Tables) -> tuple[SavedLogin, ...]:
        for table, column in _TABLES:
            if tables.columns(table) >= {column, "type", "permission"}:
                return tuple(_marks(tables, table, column, concerns))
        raise StoreError(StoreTrouble.UNKNOWN_SCHEMA)

    return read_database(path, within, read)


def _marks(
    tables: Tables, table: str, column: str, concerns: Callable[[str], bool]
) -> Iterator[SavedLogin]:
    columns = (column, "modificationTime")
    given = "type = ? AND permission = ?"
    for row in tables.rows(table, columns, given, _TYPE, _DENIED):
        # Behind a "^" stands which container of tabs it counts for.
        origin = str(row[column]).partition("^")[0]
        if concerns(origin):
            at = from_unix(row["modificationTime"], timedelta(milliseconds=1))
            yield never_saved(origin, at)
