"""The browsers of one person, found below the home folder."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
from torimodosu.adapters.browsers.firefox import firefox_stores, read_firefox
from torimodosu.adapters.browsers.firefox_profiles import (
    firefox_folders,
    firefox_profiles,
)
from torimodosu.adapters.browsers.found_profile import FoundProfile
from torimodosu.adapters.browsers.roots import Root, bases_in, find_roots, unlisted
from torimodosu.adapters.browsers.trouble import trouble_of
from torimodosu.recovery.catalogue.browser import ProfileFormat, ProfilePlaces
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.ports import BrowserFinding
from torimodosu.recovery.signin.profile import StoreNotCovered

_Concerns = Callable[[str], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """How browsers that come from the same one are looked at.

    Attributes:
        stores: What the lists of logins in a profile are called.
        folders: Where profiles lie, found quickly; may raise OSError.
        profiles: The same with all that is known of them; may raise OSError.
        read: What a profile tells.

    """

    stores: Callable[[ProfilePlaces], tuple[str, ...]]
    folders: Callable[[Root], Iterator[Path]]
    profiles: Callable[[Root], Iterator[FoundProfile | StoreNotCovered]]
    read: Callable[
        [FoundProfile, Mapping[str, str], _Concerns], Iterator[BrowserFinding]
    ]


_FAMILIES = {
    ProfileFormat.CHROMIUM: _Family(
        stores=chromium_stores,
        folders=chromium_folders,
        profiles=chromium_profiles,
        read=read_chromium,
    ),
    ProfileFormat.FIREFOX: _Family(
        stores=firefox_stores,
        folders=firefox_folders,
        profiles=firefox_profiles,
        read=read_firefox,
    ),
}
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

    def read(self, concerns: _Concerns, progress: Progress) -> Iterator[BrowserFinding]:
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
            family = _FAMILIES[found.places.format]
            yield from family.read(found, self._managers, remembering)
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
            try:
                profiles = list(_FAMILIES[root.places.format].profiles(root))
            except OSError as error:
                yield unlisted(root.browser, root.folder, trouble_of(error))
                continue
            for found in profiles:
                if isinstance(found, StoreNotCovered):
                    yield found
                elif found.folder not in seen:
                    seen.add(found.folder)
                    yield found


def _stores(root: Root) -> Sequence[Path]:
    """Return where the lists of logins in *root* are, or may come to be."""
    family = _FAMILIES[root.places.format]
    try:
        folders = list(family.folders(root))
    except OSError:
        return ()
    return [
        folder / f"{name}{ending}"
        for folder in folders
        for name in family.stores(root.places)
        for ending in _BESIDE
    ]


def _state(path: Path) -> str:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"
