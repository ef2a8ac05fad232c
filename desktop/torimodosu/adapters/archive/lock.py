"""A lock on a folder that the system releases when its holder dies."""

import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def lock_folder(folder: Path, *, shared: bool) -> int:
        """Lock *folder* and return the descriptor that holds the lock until closed.

        Windows has no *shared* lock here: every holder waits for the one before.

        Raises:
            OSError: If the folder is absent, cannot be written, or stays locked for
                ten seconds.

        """
        del shared
        descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
        return descriptor
else:
    import fcntl

    # Some network folders know no locks; there the archive goes without.
    _UNKNOWN = {errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.EBADF, errno.ENOSYS}

    def lock_folder(folder: Path, *, shared: bool) -> int:
        """Lock *folder* and return the descriptor that holds the lock until closed.

        Holders of a *shared* lock do not wait for each other.

        Raises:
            OSError: If the folder is absent or cannot be read.

        """
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH if shared else fcntl.LOCK_EX)
        except OSError as error:
            if error.errno not in _UNKNOWN:
                os.close(descriptor)
                raise
        return descriptor
