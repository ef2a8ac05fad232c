"""The folders on disk in which browsers keep profiles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.browsers.files import lies_within
from torimodosu.adapters.browsers.trouble import trouble_of
from torimodosu.recovery.catalogue.browser import (
    Browser,
    FolderBase,
    ProfileFolder,
    ProfileFormat,
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
        browser: Whose they are.
        channel: Such as "beta", or "".
        folder: Where it lies, all links followed.
        within: The folder that holds all that may be looked at from here.

    """

    browser: Browser
    channel: str
    folder: Path
    within: Path


Bases = Mapping[FolderBase, Sequence[Path]]


def bases_in(home: Path, environment: Mapping[str, str]) -> Bases:
    """Return where each kind of path counts from, all links followed.

    What *environment* says is looked at as well as what is usual.
    """
    bases = {}
    for base, (usual, variable) in _BASES.items():
        named = environment.get(variable, "")
        places = [home / usual, Path(named)] if named else [home / usual]
        bases[base] = tuple(dict.fromkeys(place.resolve() for place in places))
    return bases


def find_roots(
    browsers: Sequence[Browser], bases: Bases, home: Path
) -> Iterator[Root | StoreNotCovered]:
    """Yield each folder that is there, once, and each that cannot be looked at.

    A link is followed as long as it stays in *home*, which holds no link, or in the
    place that stands for a part of it. What a browser keeps sealed is told, not read.
    """
    seen: set[Path] = set()
    for browser in browsers:
        if browser.profiles is None:
            continue
        is_sealed = browser.profiles.format is ProfileFormat.SEALED
        for folder in browser.profiles.folders:
            for base in bases[folder.base]:
                within = home if base.is_relative_to(home) else base
                for path in _present(base, folder):
                    root = _root(browser, folder, path, within)
                    if isinstance(root, Root) and root.folder in seen:
                        continue
                    if isinstance(root, Root):
                        seen.add(root.folder)
                    yield _sealed(browser, path) if is_sealed else root


def _present(base: Path, folder: ProfileFolder) -> Iterator[Path]:
    """Yield where *folder* is, as a folder, a link or something out of reach."""
    if "*" in folder.path:
        yield from sorted(base.glob(folder.path))
        return
    path = base / folder.path
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError:
        pass  # There is something; what, is told when it is looked at.
    yield path


def _root(
    browser: Browser, folder: ProfileFolder, path: Path, within: Path
) -> Root | StoreNotCovered:
    try:
        path.stat()
    except FileNotFoundError:
        trouble = StoreTrouble.POINTS_ELSEWHERE
    except OSError as error:
        trouble = trouble_of(error)
    else:
        if lies_within(path, within):
            return Root(
                browser=browser,
                channel=folder.channel,
                folder=path.resolve(),
                within=within,
            )
        trouble = StoreTrouble.POINTS_ELSEWHERE
    return unlisted(browser, path, trouble)


def unlisted(browser: Browser, path: Path, trouble: StoreTrouble) -> StoreNotCovered:
    """Return that the profiles below *path* could not be listed."""
    return StoreNotCovered(
        browser=browser.id,
        profile="",
        part=StorePart.PROFILES,
        trouble=trouble,
        path=str(path),
    )


def _sealed(browser: Browser, path: Path) -> StoreNotCovered:
    return StoreNotCovered(
        browser=browser.id,
        profile="",
        part=StorePart.LOGINS,
        trouble=StoreTrouble.NEEDS_EXPORT,
        path=str(path),
    )
