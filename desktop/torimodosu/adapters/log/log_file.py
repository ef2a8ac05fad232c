"""The file of the log: small, for the person alone, and gone when they say so."""

import os
import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

LARGEST = 128 * 1024
"""Bytes; a fuller file becomes the older one, and the older one goes."""
_ONLY_THE_USER = 0o600


@dataclass(frozen=True, slots=True)
class LogFile:
    """Lines in a file, and in one more that is older.

    No file stays open, so that it can be deleted on every system, and a program that is
    killed loses nothing.
    """

    path: Path
    _turn: threading.Lock = field(
        default_factory=threading.Lock, compare=False, repr=False
    )

    def add(self, text: str) -> None:
        """Add *text* as lines.

        Raises:
            OSError: If the file cannot be written.

        """
        data = f"{text}\n".encode(errors="replace")
        with self._turn:
            self._make_room(len(data))
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            descriptor = os.open(self.path, flags, _ONLY_THE_USER)
            with os.fdopen(descriptor, "ab") as file:
                file.write(data)

    def text(self) -> str:
        """Return all lines, oldest first; "" where there are none.

        Raises:
            OSError: If a file is there and cannot be read.

        """
        found = []
        for path in reversed(self.paths):
            with suppress(FileNotFoundError):
                found.append(path.read_text("utf-8", errors="replace"))
        return "".join(found)

    def delete(self) -> None:
        """Forget all lines.

        Raises:
            OSError: If a file is there and cannot be deleted.

        """
        with self._turn:
            for path in self.paths:
                path.unlink(missing_ok=True)

    @property
    def paths(self) -> Sequence[Path]:
        """Where the lines lie, the newer ones first; neither file need exist."""
        return self.path, self.path.with_suffix(".older.txt")

    def _make_room(self, size: int) -> None:
        with suppress(FileNotFoundError):
            if self.path.stat().st_size + size > LARGEST:
                self.path.replace(self.paths[1])
