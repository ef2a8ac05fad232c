"""Reading a profile of Chromium, or of a browser made from it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from torimodosu.adapters.browsers.chromium_logins import (
    ChromiumLogins,
    read_chromium_logins,
)
from torimodosu.adapters.browsers.chromium_profiles import (
    ACCOUNT_FILE,
    chromium_stores,
)
from torimodosu.adapters.browsers.chromium_settings import read_chromium_settings
from torimodosu.adapters.browsers.cookies import CHROMIUM_COOKIES, read_cookies
from torimodosu.adapters.browsers.found_profile import FoundProfile, Look
from torimodosu.recovery.signin.ports import BrowserFinding
from torimodosu.recovery.signin.profile import (
    ProfileRead,
    SiteData,
    StorePart,
    StoreTrouble,
)
from torimodosu.recovery.signin.saved_login import LoginStore

# Where cookies are since version 96, and where they were before.
_COOKIE_FILES = ("Network/Cookies", "Cookies")


def read_chromium(
    found: FoundProfile, managers: Mapping[str, str], concerns: Callable[[str], bool]
) -> Iterator[BrowserFinding]:
    """Yield what the profile tells of what *concerns* accepts, and what it does not.

    *managers* are the names of password managers by the ids of their extensions.
    """
    look = Look(found)
    lists = [_read_list(look, name, concerns) for name in chromium_stores(found.places)]
    settings = read_chromium_settings(look)
    kept = [part.logins for part in lists if part.logins is not None]
    entries = tuple(entry for logins in kept for entry in logins.logins)
    has_synced = any(logins.has_sync for logins in kept) or any(
        entry.store is LoginStore.ACCOUNT for entry in entries
    )
    partly = {part.store for part in lists if not part.is_whole}
    stores = dict.fromkeys(part.store for part in lists if part.store not in partly)
    yield ProfileRead(
        profile=found.profile,
        stores=tuple(stores),
        logins=entries,
        dismissed=tuple(entry for logins in kept for entry in logins.dismissed),
        site_data=_site_data(look, concerns),
        extensions=_names(settings.extensions, managers),
        saves_passwords=settings.saves_passwords,
        has_sync=True if has_synced else settings.is_synced,
    )
    yield from look.not_covered


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    """One list of logins of a profile, as far as it can be read."""

    store: LoginStore
    logins: ChromiumLogins | None
    is_whole: bool


def _read_list(look: Look, name: str, concerns: Callable[[str], bool]) -> _List:
    is_account = name == ACCOUNT_FILE
    store = LoginStore.ACCOUNT if is_account else LoginStore.DEVICE
    read = partial(read_chromium_logins, store=store, concerns=concerns)
    faults = len(look.not_covered)
    logins = look.at(StorePart.LOGINS, name, read)
    if logins is not None and not logins.is_known:
        look.note(StorePart.LOGINS, name, StoreTrouble.UNKNOWN_SCHEMA)
    # A list of this device that is not there is an empty one; an account's may not be
    # kept at all.
    is_there = logins is not None or not is_account
    is_whole = is_there and len(look.not_covered) == faults
    return _List(store=store, logins=logins, is_whole=is_whole)


def _site_data(look: Look, concerns: Callable[[str], bool]) -> tuple[SiteData, ...]:
    read = partial(read_cookies, layout=CHROMIUM_COOKIES, concerns=concerns)
    for name in _COOKIE_FILES:
        found = look.at(StorePart.SITE_DATA, name, read)
        if found is not None:
            return found
    return ()


def _names(ids: frozenset[str], managers: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({managers[name] for name in ids if name in managers}))
