"""Profiles as browsers write them, with secrets in them that nobody may read."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

SECRET = "s3cretOfTheFixture"  # noqa: S105 -- what must never come out
SITE = "https://www.amazon.co.jp"
SINCE_1601 = timedelta(seconds=11_644_473_600)

_UNIX = datetime(1970, 1, 1, tzinfo=UTC)
# From which version of Chromium's schema on a column is there, and up to which; after
# components/password_manager/core/browser/password_store/login_database.cc.
_COLUMNS: Sequence[tuple[str, str, int, int]] = (
    ("origin_url", "VARCHAR NOT NULL", 0, 99),
    ("action_url", "VARCHAR", 0, 99),
    ("username_element", "VARCHAR", 0, 99),
    ("username_value", "VARCHAR", 0, 99),
    ("password_element", "VARCHAR", 0, 99),
    ("password_value", "BLOB", 0, 99),
    ("submit_element", "VARCHAR", 0, 99),
    ("signon_realm", "VARCHAR NOT NULL", 0, 99),
    ("ssl_valid", "INTEGER NOT NULL DEFAULT 1", 0, 14),
    ("preferred", "INTEGER NOT NULL DEFAULT 1", 0, 30),
    ("date_created", "INTEGER NOT NULL", 0, 99),
    ("blacklisted_by_user", "INTEGER NOT NULL", 0, 99),
    ("scheme", "INTEGER NOT NULL DEFAULT 0", 0, 99),
    ("password_type", "INTEGER", 2, 99),
    ("times_used", "INTEGER", 2, 99),
    ("date_synced", "INTEGER", 6, 30),
    ("federation_url", "VARCHAR", 7, 99),
    ("id", "INTEGER PRIMARY KEY AUTOINCREMENT", 21, 99),
    ("date_last_used", "INTEGER NOT NULL DEFAULT 0", 25, 99),
    ("date_password_modified", "INTEGER NOT NULL DEFAULT 0", 30, 99),
    ("date_last_filled", "INTEGER NOT NULL DEFAULT 0", 42, 99),
)
NEWEST = 43


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A saved login; a time that is None was never, or is not kept."""

    page: str = f"{SITE}/ap/signin"
    realm: str = f"{SITE}/"
    username: str = "taro@example.jp"
    created: datetime = datetime(2014, 3, 1, 12, 0, tzinfo=UTC)
    modified: datetime | None = None
    last_used: datetime | None = None
    times_used: int = 0
    is_never_save: bool = False
    federation: str = ""
    scheme: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """A cookie, whose value is the secret."""

    host: str
    name: str
    created: datetime = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """How often the question whether to save a login was closed."""

    origin: str = f"{SITE}/"
    times: int = 3
    at: datetime = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)


def webkit(moment: datetime | None) -> int:
    """Return *moment* as Chromium counts; 0 is never."""
    if moment is None:
        return 0
    return (moment - (_UNIX - SINCE_1601)) // timedelta(microseconds=1)


def unix(moment: datetime | None, unit: timedelta) -> int:
    """Return *moment* in units since 1970; 0 is never."""
    return 0 if moment is None else (moment - _UNIX) // unit


def write_logins(
    path: Path,
    logins: Iterable[Login] = (),
    *,
    version: int = NEWEST,
    asks_for: int = 1,
    dismissals: Iterable[Dismissal] = (),
) -> None:
    """Write a list of Chromium as its *version* lays it out.

    It *asks_for* a reader of at least that version.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    columns = [
        (n, kind) for n, kind, since, until in _COLUMNS if since <= version <= until
    ]
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA page_size = 2048")
        database.execute("CREATE TABLE meta (key LONGVARCHAR PRIMARY KEY, value)")
        database.executemany(
            "INSERT INTO meta VALUES (?, ?)",
            [("version", str(version)), ("last_compatible_version", str(asks_for))],
        )
        database.execute(
            f"CREATE TABLE logins ({', '.join(f'{n} {kind}' for n, kind in columns)},"
            " UNIQUE (origin_url, username_element, username_value, password_element,"
            " signon_realm))"
        )
        for login in logins:
            _insert(database, login, version, {name for name, _ in columns})
        database.execute(
            "CREATE TABLE stats (origin_domain VARCHAR, username_value VARCHAR,"
            " dismissal_count INTEGER, update_time INTEGER NOT NULL)"
        )
        database.executemany(
            "INSERT INTO stats VALUES (?, 'taro@example.jp', ?, ?)",
            [(d.origin, d.times, webkit(d.at)) for d in dismissals],
        )
        database.execute("CREATE TABLE sync_model_metadata (id INTEGER, v BLOB)")


def _insert(
    database: sqlite3.Connection, login: Login, version: int, columns: set[str]
) -> None:
    is_old = version <= 8
    created = login.created
    values = {
        "origin_url": login.page,
        "username_element": "email",
        "username_value": login.username,
        "password_element": "password",
        "password_value": f"v10{SECRET}".encode(),
        "signon_realm": login.realm,
        "date_created": int(created.timestamp()) if is_old else webkit(created),
        "blacklisted_by_user": int(login.is_never_save),
        "times_used": login.times_used,
        "federation_url": login.federation,
        "scheme": login.scheme,
        "date_last_used": webkit(login.last_used),
        "date_password_modified": webkit(login.modified),
    }
    row = {name: value for name, value in values.items() if name in columns}
    database.execute(
        f"INSERT INTO logins ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608 -- our own names
        tuple(row.values()),
    )


def write_cookies(path: Path, cookies: Iterable[Cookie]) -> None:
    """Write the cookies of a Chromium profile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TABLE cookies (creation_utc INTEGER NOT NULL, host_key TEXT,"
            " name TEXT, value TEXT, encrypted_value BLOB,"
            " UNIQUE (host_key, name))"
        )
        database.executemany(
            "INSERT INTO cookies VALUES (?, ?, ?, '', ?)",
            [(webkit(c.created), c.host, c.name, SECRET.encode()) for c in cookies],
        )


def write_firefox_cookies(path: Path, cookies: Iterable[Cookie]) -> None:
    """Write the cookies of a Firefox profile."""
    path.parent.mkdir(parents=True, exist_ok=True)
    microsecond = timedelta(microseconds=1)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TABLE moz_cookies (id INTEGER PRIMARY KEY, host TEXT, name TEXT,"
            " value TEXT, creationTime INTEGER)"
        )
        database.executemany(
            "INSERT INTO moz_cookies (host, name, value, creationTime)"
            " VALUES (?, ?, ?, ?)",
            [(c.host, c.name, SECRET, unix(c.created, microsecond)) for c in cookies],
        )


def firefox_entry(login: Login, number: int = 1) -> dict[str, object]:
    """Return *login* as `logins.json` keeps it."""
    millisecond = timedelta(milliseconds=1)
    return {
        "id": number,
        "hostname": login.realm.removesuffix("/"),
        "httpRealm": None,
        "formSubmitURL": login.realm.removesuffix("/"),
        "usernameField": "email",
        "passwordField": "password",
        "encryptedUsername": f"MDIE{SECRET}",
        "encryptedPassword": f"MDoE{SECRET}",
        "guid": f"{{00000000-0000-4000-8000-{number:012}}}",
        "encType": 1,
        "timeCreated": unix(login.created, millisecond),
        "timeLastUsed": unix(login.last_used, millisecond),
        "timePasswordChanged": unix(login.modified or login.created, millisecond),
        "timesUsed": login.times_used,
    }


def write_json(path: Path, value: object) -> None:
    """Write *value*, and the folders above."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), "utf-8")


def write_firefox_logins(path: Path, logins: Iterable[Login]) -> None:
    """Write a list of Firefox."""
    entries = [firefox_entry(login, n) for n, login in enumerate(logins, start=1)]
    write_json(path, {"nextId": len(entries) + 1, "logins": entries, "version": 3})


def write_permissions(path: Path, marks: Mapping[str, datetime]) -> None:
    """Write the sites that a Firefox profile must never save a login for."""
    path.parent.mkdir(parents=True, exist_ok=True)
    millisecond = timedelta(milliseconds=1)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TABLE moz_perms (id INTEGER PRIMARY KEY, origin TEXT, type TEXT,"
            " permission INTEGER, expireType INTEGER, expireTime INTEGER,"
            " modificationTime INTEGER)"
        )
        rows = [
            (origin, "login-saving", 2, unix(at, millisecond))
            for origin, at in marks.items()
        ]
        rows.append((SITE, "cookie", 1, 0))
        database.executemany(
            "INSERT INTO moz_perms (origin, type, permission, modificationTime)"
            " VALUES (?, ?, ?, ?)",
            rows,
        )
