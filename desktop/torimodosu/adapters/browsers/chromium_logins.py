"""Chromium's lists of saved logins: names and times, never a password.

The tables are those of components/password_manager/core/browser/password_store/
login_database.cc, whose versions 1 to 43 differ in their columns. A password column is
named nowhere here, so that none can be asked for.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from torimodosu.adapters.browsers.database import Row, Tables, read_database
from torimodosu.adapters.browsers.times import from_unix, from_webkit
from torimodosu.adapters.browsers.trouble import StoreError
from torimodosu.recovery.signin.profile import DismissedPrompt, StoreTrouble
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin

# The newest schema that was looked at. A database says which reader it asks for.
_NEWEST_KNOWN = 43
# Up to version 8 `date_created` counted seconds since 1970. So small a number of
# microseconds would be a day of the year 1601.
_LARGEST_SECONDS = 10**11
_LONGEST_NUMBER = 9
# password_form.h: the scheme of an entry that holds a user name and nothing else.
_NAME_ONLY = 4
# So many rows are asked for at once; SQLite takes 999 parameters at the least.
_AT_ONCE = 500

_NEEDED = frozenset(
    {"origin_url", "signon_realm", "date_created", "blacklisted_by_user"}
)
_COLUMNS = (
    "rowid",
    *("origin_url", "signon_realm", "username_value", "federation_url"),
    *("date_created", "date_password_modified", "date_last_used", "date_last_filled"),
    *("times_used", "blacklisted_by_user", "scheme"),
)
_SYNC_TABLES = (
    "sync_model_metadata",
    "sync_entities_metadata",
    "passwords_sync_model_metadata",
    "passwords_sync_entities_metadata",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChromiumLogins:
    """What one list of logins tells.

    Attributes:
        logins: The entries that were asked for.
        dismissed: How often the question whether to save one was closed.
        is_known: Whether its schema is no newer than what this program knows.
        has_sync: Whether it has ever been synced.

    """

    logins: tuple[SavedLogin, ...]
    dismissed: tuple[DismissedPrompt, ...]
    is_known: bool
    has_sync: bool


def read_chromium_logins(
    path: Path, within: Path, store: LoginStore, concerns: Callable[[str], bool]
) -> ChromiumLogins | None:
    """Return what the database tells of the origins that *concerns* accepts.

    None where there is no such file. An entry for a login that another site vouches
    for, or that is of a name alone, holds no password and is none of these.

    Raises:
        StoreError: If it cannot be read.

    """

    def read(tables: Tables) -> ChromiumLogins:
        if tables.are_none():
            raise StoreError(StoreTrouble.EMPTY)
        if not tables.columns("logins") >= _NEEDED:
            raise StoreError(StoreTrouble.UNKNOWN_SCHEMA)
        tables.check("logins")
        return ChromiumLogins(
            logins=tuple(_logins(tables, path.name, store, concerns)),
            dismissed=tuple(_dismissed(tables, concerns)),
            is_known=_asks_for(tables) <= _NEWEST_KNOWN,
            has_sync=any(map(tables.has_rows, _SYNC_TABLES)),
        )

    return read_database(path, within, read)


def _asks_for(tables: Tables) -> int:
    """Return the version that a reader should know, or 0 where it does not say."""
    if not tables.columns("meta") >= {"key", "value"}:
        return 0
    for row in tables.rows("meta", ("value",), "key = 'last_compatible_version'"):
        value = str(row["value"])
        return int(value[:_LONGEST_NUMBER]) if value.isdecimal() else 0
    return 0


def _logins(
    tables: Tables,
    file: str,
    store: LoginStore,
    concerns: Callable[[str], bool],
) -> Iterator[SavedLogin]:
    for row in _rows(tables, concerns):
        if row["federation_url"] or row["scheme"] == _NAME_ONLY:
            continue
        created = _created(row["date_created"])
        times_used = row["times_used"]
        yield SavedLogin(
            entry=f"{file}:{row['rowid']}",
            store=store,
            origin=_origin(row),
            page=_path(row["origin_url"]),
            username=_username(row["username_value"]),
            created=created,
            # What Chromium itself enters when it makes the column (version 30).
            modified=from_webkit(row["date_password_modified"]) or created,
            last_used=from_webkit(row["date_last_used"]),
            last_filled=from_webkit(row["date_last_filled"]),
            times_used=times_used if isinstance(times_used, int) else None,
            is_never_save=row["blacklisted_by_user"] not in (0, None),
        )


def _rows(tables: Tables, concerns: Callable[[str], bool]) -> Iterator[Row]:
    """Yield the rows that are asked for; of the others only the origin is read."""
    places = ("rowid", "signon_realm", "origin_url")
    wanted = [
        row["rowid"] for row in tables.rows("logins", places) if concerns(_origin(row))
    ]
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        given = f"rowid IN ({', '.join('?' * len(some))})"
        yield from tables.rows("logins", _COLUMNS, given, *some)


def _dismissed(
    tables: Tables, concerns: Callable[[str], bool]
) -> Iterator[DismissedPrompt]:
    columns = ("origin_domain", "dismissal_count", "update_time")
    if not tables.columns("stats").issuperset(columns):
        return
    for row in tables.rows("stats", columns):
        origin = str(row["origin_domain"]).removesuffix("/")
        times = row["dismissal_count"]
        if isinstance(times, int) and times > 0 and concerns(origin):
            at = from_webkit(row["update_time"])
            yield DismissedPrompt(origin=origin, times=times, at=at)


def _origin(row: Row) -> str:
    """Return what an entry is matched by.

    A realm is an origin with a slash behind it, an app's, or, where the browser asked
    for the password in a window of its own, an origin with the name of the place.
    """
    realm = str(row["signon_realm"] or row["origin_url"])
    scheme, colon, rest = realm.partition("://")
    if scheme == "android" or not colon:
        return realm
    return f"{scheme}://{rest.partition('/')[0]}"


def _path(page: object) -> str:
    """Return the path of the address of a page, or "" where it has none to tell."""
    try:
        parts = urlsplit(page) if isinstance(page, str) else None
    except ValueError:
        return ""
    is_web = parts is not None and parts.scheme in {"http", "https"}
    return parts.path.removesuffix("/") if parts is not None and is_web else ""


def _username(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _created(value: object) -> datetime | None:
    if isinstance(value, int) and value < _LARGEST_SECONDS:
        return from_unix(value, timedelta(seconds=1))
    return from_webkit(value)
