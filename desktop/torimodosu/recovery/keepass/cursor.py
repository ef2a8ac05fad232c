"""Going through bytes that may end anywhere."""

from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem


class Cursor:
    """A place in `data`; numbers are little-endian, as everywhere in these files."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def take(self, length: int) -> bytes:
        """Return the next *length* bytes.

        Raises:
            KeePassError: If there are fewer.

        """
        end = self.at + length
        if end > len(self._data):
            raise KeePassError(KeePassProblem.DAMAGED)
        taken = self._data[self.at : end]
        self.at = end
        return taken

    def number(self, length: int) -> int:
        """Return the next number, which has *length* bytes and no sign.

        Raises:
            KeePassError: If there are fewer.

        """
        return int.from_bytes(self.take(length), "little")

    def rest(self) -> bytes:
        """Return all that is left."""
        return self.take(len(self._data) - self.at)
