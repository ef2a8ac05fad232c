"""A lock that one running program holds on a data folder.

The system releases it when its holder dies, however that may be.
"""

import os
import sys
from pathlib import Path

LOCK_FILE = "running.lock"
_ONLY_THE_USER = 0o600
_LONGEST_NOTE = 4096

if sys.platform == "win32":
    import msvcrt

    # What is locked cannot be read, so that lies behind everything that is.
    _BYTE = 1 << 20

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, _BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InstanceLock:
    """Held from `take` to the end of the process; a child process does not hold it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @property
    def note(self) -> str:
        """What the newest holder noted, be it this one or one that is gone; or ""."""
        return _read(self._descriptor)

    def leave_note(self, text: str) -> None:
        """Note *text* for those who find the lock taken."""
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        os.write(self._descriptor, text.encode())


def take_lock(folder: Path) -> InstanceLock | None:
    """Return the lock on *folder*, or None where another process holds it.

    Raises:
        OSError: If the folder is absent or cannot be written.

    """
    flags = os.O_RDWR | os.O_CREAT
    descriptor = os.open(folder / LOCK_FILE, flags, _ONLY_THE_USER)
    try:
        _try_lock(descriptor)
    except (BlockingIOError, PermissionError):
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return InstanceLock(descriptor)


def read_note(folder: Path) -> str:
    """Return what the holder of the lock on *folder* noted, or ""."""
    try:
        descriptor = os.open(folder / LOCK_FILE, os.O_RDONLY)
    except OSError:
        return ""
    try:
        return _read(descriptor)
    finally:
        os.close(descriptor)


def _read(descriptor: int) -> str:
    os.lseek(descriptor, 0, os.SEEK_SET)
    return os.read(descriptor, _LONGEST_NOTE).decode(errors="replace")
