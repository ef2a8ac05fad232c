"""Whose browsers are looked at: those of the person, or those of practice."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from torimodosu.adapters.browsers import HomeBrowsers
from torimodosu.adapters.store import Store
from torimodosu.recovery.case.case import Case
from torimodosu.recovery.catalogue.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A home folder, with the variables that may have moved folders out of it."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)


def own_home() -> Home:
    """Return the home of the person who runs the program."""
    return Home(folder=Path.home(), environment=os.environ)


def practice_files_of(store: Store) -> Path:
    """Return the folder of the practice incident; it need not exist."""
    return store.practice_folder / "files"


def browsers_of(
    case: Case, *, store: Store, home: Home, catalogue: Catalogue
) -> HomeBrowsers:
    """Return the browsers in *home*, or for a practice case those of the incident."""
    if case.is_practice:
        return HomeBrowsers(practice_files_of(store) / "home", catalogue)
    return HomeBrowsers(home.folder, catalogue, environment=home.environment)
