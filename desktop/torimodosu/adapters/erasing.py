"""Removing the files of the program, and no others."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path


def erase_files(store: Path, others: Iterable[str]) -> Sequence[Path]:
    """Remove what the program keeps, and return what could not be removed.

    These are the file *store* with its copies and all that goes with it, and the files
    and folders named *others* beside it. The folder itself goes where nothing else lies
    in it: a person may have chosen one that holds files of their own.
    """
    folder = store.parent
    ours = [*folder.glob(f"{store.name}*"), *(folder / name for name in others)]
    for path in ours:
        _remove(path)
    with suppress(OSError):
        folder.rmdir()
    return [path for path in ours if path.exists()]


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with suppress(OSError):
        path.unlink()
