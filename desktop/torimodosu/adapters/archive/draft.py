"""Writing a mail while its hash, and with it its name, is still being worked out."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import TracebackType
from typing import Self

from torimodosu.adapters.archive.writing import write_new


class Draft:
    """A file without a name yet, which a thread writes; it goes unless it is moved.

    Hashing and writing both leave Python's lock alone, so a large mail takes no longer
    than the slower of the two.

    Args:
        writer: Runs the writing.
        data: The bytes of the file.
        folder: Where it lies until it is moved; on the disk of its later place.

    """

    def __init__(self, writer: ThreadPoolExecutor, data: bytes, folder: str) -> None:
        # A thread has one draft at a time.
        self._path = f"{folder}/draft-{os.getpid()}-{threading.get_ident()}"
        self._written = writer.submit(write_new, self._path, data)
        self._is_moved = False

    def moves_to(self, path: str) -> bool:
        """Let it appear at *path*, whole; tell whether a folder on the way was there.

        Raises:
            OSError: If it could not be written or moved.

        """
        try:
            self._written.result()
            os.replace(self._path, path)  # noqa: PTH105 -- as in `write_whole`
        except FileNotFoundError:
            return False
        self._is_moved = True
        return True

    def __enter__(self) -> Self:
        """Return the draft itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Throw it away if it was not moved."""
        if not self._is_moved:
            self._written.exception()
            with suppress(OSError):
                os.unlink(self._path)  # noqa: PTH108 -- as in `write_whole`
