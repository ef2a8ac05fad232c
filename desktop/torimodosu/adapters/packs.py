"""The data packs on disk."""

import tomllib
from pathlib import Path

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.fault import CatalogueError, Fault
from torimodosu.recovery.catalogue.reading import read_catalogue


def load_catalogue(folder: Path) -> Catalogue:
    """Return what the data packs in and below *folder*, its files "*.toml", tell.

    Raises:
        CatalogueError: If a file cannot be read, is no TOML, or tells wrong things.

    """
    documents: dict[str, dict[str, object]] = {}
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            documents[name] = tomllib.loads(path.read_text("utf-8"))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            faults.append(_unreadable(name, reason, "a file that can be read"))
        except (ValueError, RecursionError) as error:
            faults.append(_unreadable(name, str(error), "TOML 1.0 in UTF-8"))
    if faults:
        raise CatalogueError(faults)
    return read_catalogue(documents)


def _unreadable(name: str, found: str, expected: str) -> Fault:
    return Fault(file=name, field="", found=found, expected=expected)
