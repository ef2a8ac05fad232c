"""The browsers of one person, found below the home folder."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from torimodosu.adapters.browsers.chromium import read_chromium
from torimodosu.adapters.browsers.chromium_profiles import (
    chromium_folders,
    chromium_profiles,
    chromium_stores,
)
from torimodosu.adapters.browsers.files import real
from torimodosu.adapters.browsers.firefox import (
    BACKUP_FILE,
    LOGIN_FILE,
    PERMISSION_FILE,
    read_firefox,
)
from torimodosu.adapters.browsers.firefox_profiles import (
    firefox_folders,
    firefox_profiles,
)
from torimodosu.adapters.browsers.found_profile import FoundProfile
from torimodosu.adapters.browsers.roots import Root, bases_in, find_roots, unlisted
from torimodosu.adapters.browsers.trouble import trouble_of
from torimodosu.recovery.catalogue.browser import Browser, ProfileFormat
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.ports import BrowserFinding
from torimodosu.recovery.signin.profile import StoreNotCovered

_NO_ENVIRONMENT: Mapping[str, str] = MappingProxyType({})
_BESIDE = ("", "-journal", "-wal")


class HomeBrowsers:
    """The browsers in *home*, with the layouts of every system.

    So the copied home of another computer can be looked at as well. *environment* is
    given where *home* is that of the person who runs this program: variables in it may
    have moved folders. Implements `recovery.signin.ports.Browsers`.
    """

    def __init__(
        self,
        home: Path,
        catalogue: Catalogue,
        *,
        environment: Mapping[str, str] = _NO_ENVIRONMENT,
    ) -> None:
        self._bases = bases_in(real(home), environment)
        self._browsers = tuple(catalogue.browsers.values())
        self._managers = {
            name: manager.name
            for manager in catalogue.password_managers.values()
            for name in manager.extension_ids
        }

    def read(
        self, concerns: Callable[[str], bool], progress: Progress
    ) -> Iterator[BrowserFinding]:
        """Yield what each profile tells; see `Browsers.read`."""
        profiles: list[FoundProfile] = []
        for found in self._profiles():
            if isinstance(found, FoundProfile):
                profiles.append(found)
            else:
                yield found
        progress.report(0, len(profiles))
        remembering = cache(concerns)
        for done, found in enumerate(profiles, start=1):
            read = read_firefox if _is_firefox(found.browser) else read_chromium
            yield from read(found, self._managers, remembering)
            progress.report(done, len(profiles))

    def stamp(self) -> str:
        """Return a text that changes with the stores; see `Browsers.stamp`."""
        digest = hashlib.blake2b(digest_size=16)
        for root in self._roots():
            if isinstance(root, StoreNotCovered):
                continue
            for path in _stores(root):
                digest.update(f"{path}\n{_state(path)}\n".encode(errors="replace"))
        return digest.hexdigest()

    def _roots(self) -> Iterator[Root | StoreNotCovered]:
        return find_roots(self._browsers, self._bases)

    def _profiles(self) -> Iterator[FoundProfile | StoreNotCovered]:
        """Yield every profile once, and every folder that cannot be listed."""
        seen: set[Path] = set()
        for root in self._roots():
            if isinstance(root, StoreNotCovered):
                yield root
                continue
            find = firefox_profiles if _is_firefox(root.browser) else chromium_profiles
            try:
                profiles = list(find(root))
            except OSError as error:
                yield unlisted(root.browser, root.folder, trouble_of(error))
                continue
            for found in profiles:
                if isinstance(found, StoreNotCovered):
                    yield found
                elif found.folder not in seen:
                    seen.add(found.folder)
                    yield found


def _is_firefox(browser: Browser) -> bool:
    places = browser.profiles
    return places is not None and places.format is ProfileFormat.FIREFOX


def _stores(root: Root) -> Sequence[Path]:
    """Return where the lists of logins in *root* are, or may come to be."""
    if _is_firefox(root.browser):
        names: tuple[str, ...] = (LOGIN_FILE, BACKUP_FILE, PERMISSION_FILE)
        find = firefox_folders
    else:
        names = chromium_stores(root.browser)
        find = chromium_folders
    try:
        folders = list(find(root))
    except OSError:
        return ()
    return [
        folder / f"{name}{ending}"
        for folder in folders
        for name in names
        for ending in _BESIDE
    ]


def _state(path: Path) -> str:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
