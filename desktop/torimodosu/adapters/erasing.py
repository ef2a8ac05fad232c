"""Removing the files of the program, and no others."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from torimodosu.adapters.store.shelves import Shelves


def erase_files(store: Path, others: Iterable[str]) -> Sequence[Path]:
    """Remove what the program keeps, and return what could not be removed.

    These are the file *store* with its copies and all that goes with it, the folders of
    its cases, and the files named *others* beside it. The folders around them go where
    nothing else lies in them: a person may have chosen one that holds files, and
    folders of the same names, of their own.
    """
    folder, shelves = store.parent, Shelves(store)
    ours = [*folder.glob(f"{store.name}*"), *(folder / name for name in others)]
    ours = [*shelves.made(), *ours]
    for path in ours:
        _remove(path)
    for around in (shelves.cases_folder, folder):
        with suppress(OSError):
            around.rmdir()
    return [path for path in ours if path.exists()]


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()
