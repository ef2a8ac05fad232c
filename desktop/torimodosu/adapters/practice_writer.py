"""Writing the practice incident to disk."""

import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack, closing
from pathlib import Path

from torimodosu.recovery.practice.browsers import STALE_REALM, STALE_STORE
from torimodosu.recovery.practice.files import PracticeDatabase, PracticeFile


class FolderNotEmptyError(Exception):
    """The folder holds something already, and nothing was written."""


def write_practice(
    folder: Path, files: Iterable[PracticeFile | PracticeDatabase]
) -> tuple[tuple[str, str], ...]:
    """Write *files* into *folder*; return the path of each and what it is.

    An error leaves the folder as empty, or as absent, as it was.

    Raises:
        FolderNotEmptyError: If *folder* is there and not an empty folder.
        OSError: If it cannot be written.

    """
    is_new = not folder.exists()
    if not is_new and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmptyError
    folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as undo:
        undo.callback(_clear, folder, remove=is_new)
        written = tuple(_write(folder, file) for file in files)
        undo.pop_all()
    return written


def remove_stale_login(folder: Path) -> None:
    """Delete the stale login of the incident in *folder*, as its browser would.

    Raises:
        OSError: If it cannot be written.

    """
    path = folder / STALE_STORE
    try:
        store = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)
        with closing(store), store:
            store.execute("DELETE FROM logins WHERE signon_realm = ?", (STALE_REALM,))
    except sqlite3.Error as error:
        message = f"{path.name}: {error}"
        raise OSError(message) from error


def _clear(folder: Path, *, remove: bool) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    if remove:
        folder.rmdir()


def _write(folder: Path, file: PracticeFile | PracticeDatabase) -> tuple[str, str]:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    content = file.content if isinstance(file, PracticeFile) else _database(file.script)
    path.write_bytes(content)
    return file.path, file.told


def _database(script: str) -> bytes:
    """Return the SQLite file that *script* makes, without a journal beside it."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        return connection.serialize()
