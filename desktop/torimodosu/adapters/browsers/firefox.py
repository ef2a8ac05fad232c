"""Reading a profile of Firefox, or of a browser made from it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from torimodosu.adapters.browsers.cookies import FIREFOX_COOKIES, read_cookies
from torimodosu.adapters.browsers.files import may_be_there
from torimodosu.adapters.browsers.firefox_logins import (
    FirefoxLogins,
    read_firefox_logins,
)
from torimodosu.adapters.browsers.firefox_permissions import read_never_saved
from torimodosu.adapters.browsers.firefox_settings import (
    read_firefox_extensions,
    read_firefox_settings,
)
from torimodosu.adapters.browsers.found_profile import FoundProfile, Look
from torimodosu.recovery.catalogue.browser import ProfilePlaces
from torimodosu.recovery.signin.ports import BrowserFinding
from torimodosu.recovery.signin.profile import ProfileRead, StorePart, StoreTrouble
from torimodosu.recovery.signin.saved_login import LoginStore

_LOGIN_FILE = "logins.json"
# What Firefox goes back to when the list itself is gone.
_BACKUP_FILE = "logins-backup.json"
# Lists of before version 32, and one that it may keep in time to come.
_OTHER_LISTS = ("signons.sqlite", "signons3.txt", "signons2.txt", "logins.db")
_PERMISSION_FILE = "permissions.sqlite"
_COOKIE_FILE = "cookies.sqlite"


def firefox_stores(places: ProfilePlaces) -> tuple[str, ...]:
    """Return what the lists of logins, and of marks, in a profile are called."""
    del places  # No browser made from Firefox gives them names of its own.
    return (_LOGIN_FILE, _BACKUP_FILE, _PERMISSION_FILE)


def read_firefox(
    found: FoundProfile, managers: Mapping[str, str], concerns: Callable[[str], bool]
) -> Iterator[BrowserFinding]:
    """Yield what the profile tells of what *concerns* accepts, and what it does not.

    *managers* are the names of password managers by the ids of their extensions.
    """
    look = Look(found)
    kept = _logins(look, concerns)
    is_whole = not look.not_covered
    saved = kept.logins if kept is not None else ()
    if any(not login.is_never_save for login in saved):
        look.note(StorePart.USER_NAMES, _LOGIN_FILE, StoreTrouble.ENCRYPTED)
    read_marks = partial(read_never_saved, concerns=concerns)
    marks = look.at(StorePart.NEVER_SAVE, _PERMISSION_FILE, read_marks) or ()
    read_sites = partial(read_cookies, layout=FIREFOX_COOKIES, concerns=concerns)
    settings = read_firefox_settings(look)
    has_synced = kept is not None and kept.has_sync
    names = {managers.get(name, "") for name in read_firefox_extensions(look)} - {""}
    yield ProfileRead(
        profile=found.profile,
        stores=(LoginStore.DEVICE,) if is_whole else (),
        logins=(*saved, *marks),
        site_data=look.at(StorePart.SITE_DATA, _COOKIE_FILE, read_sites) or (),
        extensions=tuple(sorted(names)),
        saves_passwords=settings.saves_passwords,
        has_sync=True if has_synced else settings.is_synced,
    )
    yield from look.not_covered


def _logins(look: Look, concerns: Callable[[str], bool]) -> FirefoxLogins | None:
    read = partial(read_firefox_logins, concerns=concerns)
    name = _LOGIN_FILE
    if not may_be_there(look.folder / _LOGIN_FILE):
        name = _BACKUP_FILE
    logins = look.at(StorePart.LOGINS, name, read)
    if logins is not None and not logins.is_known:
        look.note(StorePart.LOGINS, name, StoreTrouble.UNKNOWN_SCHEMA)
    if logins is None and not look.not_covered:
        for other in _OTHER_LISTS:
            if may_be_there(look.folder / other):
                look.note(StorePart.LOGINS, other, StoreTrouble.UNKNOWN_SCHEMA)
    return logins
