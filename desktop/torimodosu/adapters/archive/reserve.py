"""Room on the disk held back, so that an archive that filled it can still be sealed."""

import os
from pathlib import Path

# Index and manifest take about 1.3 kB for each mail, and for a moment the new ones lie
# beside the old ones.
_FOR_ANY = 2**20
_FOR_EACH_MAIL = 4096
# Chance cannot be compressed away; file systems compress at most 128 kB at a time.
_PIECE = 2**18


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
            with self._path.open("ab", buffering=0) as file:
                while file.tell() < needed + _FOR_ANY:
                    file.write(os.urandom(_PIECE))
                self._size = file.tell()
        self._mails += 1
