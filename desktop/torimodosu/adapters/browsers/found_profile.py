"""A profile that was found on disk, and reading it part by part."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from torimodosu.adapters.browsers.files import lies_within, real, shown
from torimodosu.adapters.browsers.roots import Root
from torimodosu.adapters.browsers.trouble import StoreError, trouble_of
from torimodosu.recovery.catalogue.browser import ProfilePlaces
from torimodosu.recovery.signin.profile import (
    BrowserProfile,
    StoreNotCovered,
    StorePart,
    StoreTrouble,
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProfile:
    """Where a profile lies and how it is kept; `folder` holds no link."""

    places: ProfilePlaces
    profile: BrowserProfile
    folder: Path


def find_profile(
    root: Root, folder: Path, profile: BrowserProfile
) -> FoundProfile | StoreNotCovered:
    """Return the profile in *folder*, or why it is not looked at."""
    trouble = _trouble(folder, root.within)
    if trouble is None:
        return FoundProfile(places=root.places, profile=profile, folder=real(folder))
    return StoreNotCovered(
        browser=profile.browser,
        profile=profile.name,
        part=StorePart.LOGINS,
        trouble=trouble,
        path=shown(folder),
    )


def _trouble(folder: Path, within: Path) -> StoreTrouble | None:
    if not lies_within(folder, within):
        return StoreTrouble.POINTS_ELSEWHERE
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return trouble_of(error)
    return None


class Look:
    """One look at a profile, which notes what could not be read."""

    def __init__(self, found: FoundProfile) -> None:
        self.profile = found.profile
        self.folder = found.folder
        self.not_covered: list[StoreNotCovered] = []

    def at(
        self, part: StorePart, name: str, read: Callable[[Path, Path], _T | None]
    ) -> _T | None:
        """Return what *read* makes of the file *name*, or None where it cannot."""
        path = self.folder / name
        try:
            return read(path, self.folder)
        except StoreError as error:
            self.note(part, name, error.trouble)
            return None

    def note(self, part: StorePart, name: str, trouble: StoreTrouble) -> None:
        """Note that the *part* that stands in the file *name* was not read, once."""
        fault = StoreNotCovered(
            browser=self.profile.browser,
            profile=self.profile.name,
            part=part,
            trouble=trouble,
            path=shown(self.folder / name),
        )
        if fault not in self.not_covered:
            self.not_covered.append(fault)
