"""A profile of a browser, and what was read out of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from torimodosu.recovery.signin.saved_login import LoginStore, SavedLogin


@dataclass(frozen=True, slots=True, kw_only=True)
class BrowserProfile:
    """A profile as the person knows it.

    Attributes:
        browser: An id of the catalogue, such as "chrome".
        channel: Such as "beta" or "esr"; "" is the one that most people have.
        name: What the browser calls the profile, such as "Taro".
        folder: Where it lies.
        version: That of the browser which last opened it, or "" where unknown.
        is_in_use: Whether it is the one that the browser opens by itself.

    """

    browser: str
    channel: str = ""
    name: str
    folder: str
    version: str = ""
    is_in_use: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissedPrompt:
    """How often the person closed the browser's question whether to save a login."""

    origin: str
    times: int
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteData:
    """The cookies of one host: how many there are and since when, never a value."""

    host: str
    cookies: int
    names: tuple[str, ...] = ()
    oldest: datetime | None = None
    newest: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRead:
    """What a profile tells of one service; nothing of any other site.

    Attributes:
        profile: Whose it is.
        stores: The lists of saved logins that were read to their end.
        logins: The entries for the service.
        dismissed: Prompts to save that were closed on its pages.
        site_data: Cookies of its hosts.
        extensions: Names of password managers installed there, which may fill in
            something of their own.
        saves_passwords: Whether the browser offers to save passwords there; None is
            not known.
        has_sync: Whether a removed entry may come back from another device; None is
            not known.

    """

    profile: BrowserProfile
    stores: tuple[LoginStore, ...]
    logins: tuple[SavedLogin, ...] = ()
    dismissed: tuple[DismissedPrompt, ...] = ()
    site_data: tuple[SiteData, ...] = ()
    extensions: tuple[str, ...] = ()
    saves_passwords: bool | None = None
    has_sync: bool | None = None


class StoreTrouble(Enum):
    """Why a browser's store was not read."""

    NO_PERMISSION = "no_permission"
    LOCKED = "locked"
    DAMAGED = "damaged"
    HALF_WRITTEN = "half_written"
    EMPTY = "empty"
    UNKNOWN_SCHEMA = "unknown_schema"
    POINTS_ELSEWHERE = "points_elsewhere"
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    NEEDS_EXPORT = "needs_export"


class StorePart(Enum):
    """Which part of a profile was not read.

    `USER_NAMES` leaves the age of the entries known, but not whose they are: Firefox
    encrypts the names, with and without a primary password.
    """

    PROFILES = "profiles"
    LOGINS = "logins"
    SITE_DATA = "site_data"
    NEVER_SAVE = "never_save"
    USER_NAMES = "user_names"
    EXTENSIONS = "extensions"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreNotCovered:
    """Something that may hold a saved login and was not read; never left unsaid.

    `profile` is the name of the profile, or "" where its folder could not be listed.
    """

    browser: str
    profile: str
    part: StorePart
    trouble: StoreTrouble
    path: str
