"""Whose the files of a store are, whatever the folder lets others do."""

import os
from contextlib import suppress
from pathlib import Path

_ONLY_THE_USER = 0o600
_OTHERS = 0o077


def keep_private(path: Path) -> None:
    """Let nobody else read the file at *path*, which is made if it is not there.

    SQLite would make it for all to read, and gives what it writes beside it the rights
    of the file itself. Where nothing can be done about it, who opens the file hears.
    """
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, _ONLY_THE_USER))
    with suppress(OSError):
        mode = path.stat().st_mode
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)
