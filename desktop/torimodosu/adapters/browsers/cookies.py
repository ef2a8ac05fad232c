"""How many cookies of a host a browser keeps, and since when; never their values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from torimodosu.adapters.browsers.database import Tables, read_database
from torimodosu.adapters.browsers.times import from_unix, from_webkit
from torimodosu.adapters.browsers.trouble import StoreError
from torimodosu.recovery.signin.profile import SiteData, StoreTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class CookieTable:
    """How a family of browsers lays cookies out."""

    table: str
    host: str
    created: str
    moment: Callable[[object], datetime | None]


CHROMIUM_COOKIES = CookieTable(
    table="cookies", host="host_key", created="creation_utc", moment=from_webkit
)
FIREFOX_COOKIES = CookieTable(
    table="moz_cookies",
    host="host",
    created="creationTime",
    moment=lambda value: from_unix(value, timedelta(microseconds=1)),
)


def read_cookies(
    path: Path, within: Path, layout: CookieTable, concerns: Callable[[str], bool]
) -> tuple[SiteData, ...] | None:
    """Return the cookies of each host that *concerns* accepts; None without a file.

    Raises:
        StoreError: If it cannot be read.

    """

    def read(tables: Tables) -> tuple[SiteData, ...]:
        if not tables.columns(layout.table) >= {layout.host, "name"}:
            raise StoreError(StoreTrouble.UNKNOWN_SCHEMA)
        return tuple(_site_data(tables, layout, concerns))

    return read_database(path, within, read)


def _site_data(
    tables: Tables, layout: CookieTable, concerns: Callable[[str], bool]
) -> Iterator[SiteData]:
    keys = set(map(str, tables.values(layout.table, layout.host)))
    # A leading dot says that it is sent to the hosts below as well (RFC 6265).
    for host in sorted({key.removeprefix(".") for key in keys}):
        if not concerns(host):
            continue
        given = f"{layout.host} IN (?, ?)"
        columns = ("name", layout.created)
        rows = list(tables.rows(layout.table, columns, given, host, f".{host}"))
        moments = [layout.moment(row[layout.created]) for row in rows]
        known = [moment for moment in moments if moment is not None]
        yield SiteData(
            host=host,
            cookies=len(rows),
            names=tuple(sorted({str(row["name"]) for row in rows})),
            oldest=min(known, default=None),
            newest=max(known, default=None),
        )
