"""Writing files whole or not at all."""

import errno
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from torimodosu.recovery.evidence.ports import ArchiveFullError, ArchiveUnwritableError

# EFBIG: a file larger than the file system, or a limit of the process, allows.
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn what goes wrong while writing to *folder* into the errors of an archive.

    Raises:
        ArchiveFullError: If the disk is full.
        ArchiveUnwritableError: If the folder cannot be written for another reason.

    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise ArchiveFullError(str(folder)) from error
        raise ArchiveUnwritableError(str(folder)) from error


def write_whole(path: str, data: bytes, *, by_way_of: str) -> None:
    """Write *data* to a new file in the folder *by_way_of*, then move it to *path*.

    Both must be on one disk. At *path* there is never a part of *data*. Plain strings,
    since joining a `Path` takes longer than writing a small mail.

    Raises:
        OSError: If that fails; no rest of it is left.

    """
    # No two living threads share this name; a file that a dead one left is in the way
    # of nobody.
    unfinished = f"{by_way_of}/{os.getpid()}-{threading.get_ident()}"
    descriptor = os.open(unfinished, _NEW, 0o600)
    try:
        try:
            write_all(descriptor, data)
        finally:
            os.close(descriptor)
        os.replace(unfinished, path)  # noqa: PTH105 -- see above
    except OSError:
        with suppress(OSError):
            os.unlink(unfinished)  # noqa: PTH108 -- see above
        raise


def write_all(descriptor: int, data: bytes) -> None:
    """Write *data*, since one call may write less than it is asked to."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def settle(folder: Path) -> None:
    """Let the names in *folder* reach the disk, as `os.fsync` lets contents.

    Windows opens no folder for that, and some file systems of a network cannot do it:
    there they follow soon, as the system pleases.
    """
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
