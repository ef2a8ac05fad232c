"""Room on the disk held back, so that an archive that filled it can still be sealed."""

import errno
import os
import threading

from torimodosu.adapters.archive.bag_writer import BagWriter
from torimodosu.recovery.evidence.sealing import MAILS

# Index and manifest take about 1.3 kB for each mail, and for a moment the new ones lie
# beside the old ones.
_FOR_ANY = 2**20
_FOR_EACH_MAIL = 4096
# Chance cannot be compressed away; file systems compress at most 128 kB at a time.
_PIECE = 2**18
_NOT_SUPPORTED = {errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}


class Reserve:
    """A file on its way into a bag that takes the room which deleting it frees.

    Threads may share it.
    """

    def __init__(self, writer: BagWriter) -> None:
        self._writer = writer
        self._path = writer.incoming / "reserve"
        self._lock = threading.Lock()
        self._mails: int | None = None
        self._size = 0

    def grow(self) -> None:
        """Hold back what sealing one mail more will need.

        Raises:
            OSError: If there is no room for it.

        """
        with self._lock:
            if self._mails is None:
                self._mails = self._count_mails()
            needed = _FOR_ANY + (self._mails + 1) * _FOR_EACH_MAIL
            if self._size < needed:
                self._hold(needed + _FOR_ANY)
            self._mails += 1

    def free(self) -> None:
        """Give the room back."""
        with self._lock:
            self._path.unlink(missing_ok=True)
            self._mails, self._size = None, 0

    def _count_mails(self) -> int:
        self._writer.make_folders()
        with os.scandir(self._writer.folder / MAILS) as found:
            return sum(1 for _ in found)

    def _hold(self, size: int) -> None:
        self._path.parent.mkdir(exist_ok=True)
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            _take(descriptor, size)
        finally:
            os.close(descriptor)
        self._size = size


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
