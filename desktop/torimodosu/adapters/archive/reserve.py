"""Room on the disk held back, so that an archive that filled it can still be sealed."""

import errno
import os
from pathlib import Path

# Index and manifest take about 1.3 kB for each mail, and for a moment the new ones lie
# beside the old ones.
_FOR_ANY = 2**20
_FOR_EACH_MAIL = 4096
# Chance cannot be compressed away; file systems compress at most 128 kB at a time.
_PIECE = 2**18
_NOT_SUPPORTED = {errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}


class Reserve:
    """A file at *path* that takes the room which is freed by deleting it.

    *mails* is how many mails the archive holds already.
    """

    def __init__(self, path: Path, mails: int) -> None:
        self._path = path
        self._mails = mails
        self._size = 0

    def grow(self) -> None:
        """Hold back what sealing one mail more will need.

        Raises:
            OSError: If there is no room for it.

        """
        needed = _FOR_ANY + (self._mails + 1) * _FOR_EACH_MAIL
        if self._size < needed:
            self._path.parent.mkdir(exist_ok=True)
            size = needed + _FOR_ANY
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                _take(descriptor, size)
            finally:
                os.close(descriptor)
            self._size = size
        self._mails += 1

    def free(self) -> None:
        """Give the room back."""
        self._path.unlink(missing_ok=True)
        self._size = 0


def _take(descriptor: int, size: int) -> None:
    """Make the file *size* bytes large, and the disk poorer by as much."""
    if hasattr(os, "posix_fallocate"):
        try:
            os.posix_fallocate(descriptor, 0, size)
        except OSError as error:
            if error.errno not in _NOT_SUPPORTED:
                raise
        else:
            return
    while os.lseek(descriptor, 0, os.SEEK_END) < size:
        os.write(descriptor, os.urandom(_PIECE))
