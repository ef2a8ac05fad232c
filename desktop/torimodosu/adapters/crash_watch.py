"""What the interpreter itself can still write when native code ends the process."""

import faulthandler
import os
from contextlib import suppress
from pathlib import Path

_ONLY_THE_USER = 0o600


class CrashWatch:
    """Lets the interpreter write into a file where it was (`faulthandler`).

    The names of files, the lines and the functions that were running are written, and
    no value of any of them. Nothing is written by a process that is killed from
    outside, or that stops itself with a fatal error of the interpreter.
    """

    def __init__(self, path: Path) -> None:
        """Write to *path* from now on; what is in it already stays.

        Raises:
            OSError: If it cannot be written.

        """
        self._path = path
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        self._descriptor = os.open(path, flags, _ONLY_THE_USER)
        faulthandler.enable(self._descriptor, all_threads=False)

    def end(self) -> None:
        """Watch no more, and leave no empty file behind."""
        faulthandler.disable()
        os.close(self._descriptor)
        with suppress(OSError):
            if not self._path.stat().st_size:
                self._path.unlink()
