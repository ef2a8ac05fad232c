"""A browser, and where it keeps what it remembers."""

from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.catalogue.source import Names, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """A screen of a browser.

    Attributes:
        addresses: Addresses to paste into the address bar, that of the newest version
            first; other programs cannot open them.
        path_ja: The menu entries to it in turn, in the words of the Japanese version.
        path_en: The same in those of the English version.
        source: Where this comes from.

    """

    addresses: tuple[str, ...]
    path_ja: tuple[str, ...]
    path_en: tuple[str, ...]
    source: Source


class ProfileFormat(Enum):
    """How a browser writes down what it has saved.

    `SEALED` is kept by the system or in a form of its own; only the browser shows it,
    and writes it to a file when asked.
    """

    CHROMIUM = "chromium"
    FIREFOX = "firefox"
    SEALED = "sealed"


class FolderBase(Enum):
    """From where the path of a folder counts; all of them lie in the home folder.

    `CONFIG` is that of the XDG base directories, the others those of Windows and macOS.
    """

    HOME = "home"
    CONFIG = "config"
    LOCAL_APP_DATA = "local_app_data"
    ROAMING_APP_DATA = "roaming_app_data"
    APPLICATION_SUPPORT = "application_support"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileFolder:
    """A folder that holds profiles.

    Attributes:
        base: From where `path` counts.
        path: Names joined by "/"; a "*" stands for anything within one name.
        channel: Such as "beta"; "" is the one that most people have.

    """

    base: FolderBase
    path: str
    channel: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePlaces:
    """Where a browser keeps its profiles.

    Attributes:
        format: How they are written.
        folders: Every folder that may hold some, on any system.
        login_files: What the store of this device is called within a profile; ()
            where it has the usual name.
        source: Where this comes from.

    """

    format: ProfileFormat
    folders: tuple[ProfileFolder, ...]
    login_files: tuple[str, ...] = ()
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A browser; what nothing is known of is None or "".

    Attributes:
        id: Such as "chrome".
        name: What to call it.
        saved_passwords: Where saved logins are seen and deleted.
        delete_button: What deletes one of them is called there.
        filter_address: An address, with {host} in it, which other programs can make
            the browser open: the saved logins of that host.
        site_data: Where what one site has stored is deleted.
        export: Where saved logins are written to a file.
        profiles: Where it keeps its profiles.

    """

    id: str
    name: Names
    saved_passwords: Screen | None = None
    delete_button: Names | None = None
    filter_address: str = ""
    site_data: Screen | None = None
    export: Screen | None = None
    profiles: ProfilePlaces | None = None
