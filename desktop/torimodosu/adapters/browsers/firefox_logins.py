"""Firefox's list of saved logins: hosts and times, never a name or a password.

`logins.json` is written by toolkit/components/passwordmgr/LoginStore.sys.mjs. User
names are encrypted in it like the passwords; neither field is asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from torimodosu.adapters.browsers.files import read_json
from torimodosu.adapters.browsers.json_values import as_text, text_at
from torimodosu.adapters.browsers.times import from_unix
from torimodosu.adapters.browsers.trouble import StoreError
from torimodosu.recovery.signin.profile import StoreTrouble
from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin

# The newest layout that was looked at.
_NEWEST_KNOWN = 3
_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirefoxLogins:
    """What the list tells.

    Attributes:
        logins: The entries that were asked for.
        is_known: Whether every entry is laid out as this program knows it.
        has_sync: Whether one of the entries was ever synced.

    """

    logins: tuple[SavedLogin, ...]
    is_known: bool
    has_sync: bool


def read_firefox_logins(
    path: Path, within: Path, concerns: Callable[[str], bool]
) -> FirefoxLogins | None:
    """Return what the list tells of the origins that *concerns* accepts.

    None where there is no such file.

    Raises:
        StoreError: If it cannot be read.

    """
    content = read_json(path, within)
    if content is None:
        return None
    entries = content.get("logins")
    if not isinstance(entries, list):
        raise StoreError(StoreTrouble.UNKNOWN_SCHEMA)
    present = [entry for entry in entries if not _is_tombstone(entry)]
    known = [entry for entry in present if _origin(entry)]
    version = content.get("version", 1)
    logins = [_login(entry) for entry in known if concerns(_origin(entry))]
    logins += _never_saved(content.get("disabledHosts"), concerns)
    return FirefoxLogins(
        logins=tuple(logins),
        is_known=len(known) == len(present)
        and isinstance(version, int)
        and version <= _NEWEST_KNOWN,
        has_sync=any(entry.get("everSynced") is True for entry in known),
    )


def _is_tombstone(entry: object) -> bool:
    """Tell whether an entry only keeps in mind that another was deleted."""
    return isinstance(entry, dict) and entry.get("deleted") is True


def _origin(entry: object) -> str:
    return text_at(entry, "hostname").removesuffix("/")


def _login(entry: Mapping[str, object]) -> SavedLogin:
    created = _moment(entry, "timeCreated")
    times_used = entry.get("timesUsed")
    return SavedLogin(
        entry=_name(entry),
        store=LoginStore.DEVICE,
        origin=_origin(entry),
        created=created,
        modified=_moment(entry, "timePasswordChanged") or created,
        last_used=_moment(entry, "timeLastUsed"),
        times_used=times_used if isinstance(times_used, int) else None,
    )


def _name(entry: Mapping[str, object]) -> str:
    number = entry.get("id")
    return text_at(entry, "guid") or (str(number) if isinstance(number, int) else "")


def _moment(entry: Mapping[str, object], key: str) -> datetime | None:
    return from_unix(entry.get(key), _MILLISECOND)


def _never_saved(
    hosts: object, concerns: Callable[[str], bool]
) -> Iterator[SavedLogin]:
    """Yield the marks "never save", which stood in this list up to version 56."""
    for host in map(as_text, hosts if isinstance(hosts, list) else ()):
        if host and concerns(host):
            yield never_saved(host)


def never_saved(origin: str, at: datetime | None = None) -> SavedLogin:
    """Return the mark "never save for this site", made at *at*."""
    return SavedLogin(
        entry=f"never:{origin}",
        store=LoginStore.DEVICE,
        origin=origin,
        created=at,
        is_never_save=True,
    )
