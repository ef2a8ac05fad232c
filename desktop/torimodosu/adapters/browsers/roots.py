"""The folders on disk in which browsers keep profiles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.browsers.files import lies_within, may_be_there, real, shown
from torimodosu.adapters.browsers.trouble import trouble_of
from torimodosu.recovery.catalogue.browser import (
    Browser,
    FolderBase,
    ProfileFolder,
    ProfileFormat,
    ProfilePlaces,
)
from torimodosu.recovery.signin.profile import (
    StoreNotCovered,
    StorePart,
    StoreTrouble,
)

# Below the home folder, and what may name another place instead: the XDG base directory
# specification, and the known folders of Windows, which companies move to a server.
_BASES = {
    FolderBase.HOME: ("", ""),
    FolderBase.CONFIG: (".config", "XDG_CONFIG_HOME"),
    FolderBase.LOCAL_APP_DATA: ("AppData/Local", "LOCALAPPDATA"),
    FolderBase.ROAMING_APP_DATA: ("AppData/Roaming", "APPDATA"),
    FolderBase.APPLICATION_SUPPORT: ("Library/Application Support", ""),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """A folder that holds profiles.

    Attributes:
        browser: The id of the browser whose they are.
        places: What the catalogue says of them.
        channel: Such as "beta", or "".
        folder: Where it lies, all links followed.
        within: The folder that holds all that may be looked at from here.

    """

    browser: str
    places: ProfilePlaces
    channel: str
    folder: Path
    within: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A folder from which paths count, and what all of them must lie in."""

    folder: Path
    within: Path


Bases = Mapping[FolderBase, Sequence[Base]]


def bases_in(home: Path, environment: Mapping[str, str]) -> Bases:
    """Return where each kind of path counts from in *home*, which holds no link.

    What *environment* says is looked at as well as what is usual, and may lie anywhere.
    """
    bases = {}
    for base, (usual, variable) in _BASES.items():
        places = [Base(folder=home / usual, within=home)]
        named = environment.get(variable, "")
        # The specification of XDG has relative ones passed over.
        if Path(named).is_absolute():
            moved = real(Path(named))
            places.append(Base(folder=moved, within=moved))
        bases[base] = places
    return bases


def find_roots(
    browsers: Sequence[Browser], bases: Bases
) -> Iterator[Root | StoreNotCovered]:
    """Yield each folder that is there, once, and each that cannot be looked at.

    A link is followed as long as it stays in the home folder, or in the place that
    stands for a part of it. What a browser keeps sealed is told, not read; what may not
    be looked at is told once for each browser.
    """
    seen: set[str] = set()
    for browser in browsers:
        for root in _roots_of(browser, bases):
            name = browser.id
            if isinstance(root, Root):
                name = str(root.folder)
            elif root.trouble is StoreTrouble.POINTS_ELSEWHERE:
                name = root.path
            if name not in seen:
                seen.add(name)
                yield root


def _roots_of(browser: Browser, bases: Bases) -> Iterator[Root | StoreNotCovered]:
    places = browser.profiles
    if places is None:
        return
    for folder in places.folders:
        for base in bases[folder.base]:
            for path in _present(base.folder, folder):
                trouble = _trouble(path, base.within)
                if trouble is not None:
                    yield unlisted(browser.id, path, trouble)
                elif places.format is ProfileFormat.SEALED:
                    yield _sealed(browser.id, path)
                else:
                    yield Root(
                        browser=browser.id,
                        places=places,
                        channel=folder.channel,
                        folder=real(path),
                        within=base.within,
                    )


def _present(base: Path, folder: ProfileFolder) -> Iterator[Path]:
    """Yield where *folder* is, as a folder, a link or something out of reach."""
    path = base / folder.path
    if "*" not in folder.path:
        found = [path] if may_be_there(path) else []
    else:
        try:
            found = sorted(base.glob(folder.path))
        except OSError:
            found = [path]
    yield from found


def _trouble(path: Path, within: Path) -> StoreTrouble | None:
    try:
        path.stat()
    except FileNotFoundError:
        return StoreTrouble.POINTS_ELSEWHERE
    except OSError as error:
        return trouble_of(error)
    return None if lies_within(path, within) else StoreTrouble.POINTS_ELSEWHERE


def unlisted(browser: str, path: Path, trouble: StoreTrouble) -> StoreNotCovered:
    """Return that the profiles below *path* could not be listed."""
    return StoreNotCovered(
        browser=browser,
        profile="",
        part=StorePart.PROFILES,
        trouble=trouble,
        path=shown(path),
    )


def _sealed(browser: str, path: Path) -> StoreNotCovered:
    return StoreNotCovered(
        browser=browser,
        profile="",
        part=StorePart.LOGINS,
        trouble=StoreTrouble.NEEDS_EXPORT,
        path=shown(path),
    )
