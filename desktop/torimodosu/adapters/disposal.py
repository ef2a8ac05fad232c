"""Getting rid of a file that holds secrets."""

import os
import stat
from contextlib import suppress
from pathlib import Path

_CHUNK = bytes(2**16)


def dispose_of(path: Path) -> bool:
    """Overwrite the file at *path* with zeros, delete it, and tell whether it is gone.

    A link is left alone, since what it leads to would stay.

    On a plain disk nothing of it is left. On an SSD, on a file system that writes
    changes to another place, and where a cloud or a backup keeps copies, overwriting
    means little: whoever offers this has to say so.

    """
    if path.is_symlink():
        return False
    with suppress(OSError):  # it may still be deleted
        _overwrite(path)
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _overwrite(path: Path) -> None:
    # It does not wait for who reads a pipe.
    flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    file = os.open(path, flags)
    try:
        status = os.fstat(file)
        # What has another name, too, was given that for a reason.
        if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
            return
        left = status.st_size
        while left > 0:
            left -= os.write(file, _CHUNK[:left])
        os.fsync(file)
    finally:
        os.close(file)
