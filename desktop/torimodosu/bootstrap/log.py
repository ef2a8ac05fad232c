"""Where the log lies, and what goes into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.log import (
    NATIVE_CODE_FAILED,
    LogFile,
    begin_log,
    note_crash,
)

# The window has its own, so that it never waits for a worker.
WINDOW_LOG, WORKER_LOG = "log.txt", "worker-log.txt"


@dataclass(frozen=True, slots=True)
class Logs:
    """The logs of the window and its worker, for the page that shows them."""

    folder: Path

    def text(self) -> str:
        """Return all lines, those of the window first; "" where there are none.

        Raises:
            OSError: If a file is there and cannot be read.

        """
        return "".join(file.text() for file in self._files)

    def tells_of_crash(self) -> bool:
        """Tell whether native code has ended the program, or a part of it.

        Raises:
            OSError: If a file is there and cannot be read.

        """
        return NATIVE_CODE_FAILED in self.text()

    def delete(self) -> None:
        """Forget all lines.

        Raises:
            OSError: If a file is there and cannot be deleted.

        """
        for file in self._files:
            file.delete()

    @property
    def paths(self) -> Sequence[Path]:
        """Where the lines lie; none of the files need exist."""
        return [path for file in self._files for path in file.paths]

    @property
    def _files(self) -> Sequence[LogFile]:
        return [LogFile(self.folder / name) for name in (WINDOW_LOG, WORKER_LOG)]


def log_of_window(folder: Path) -> None:
    """Write down what goes wrong in the window."""
    begin_log(LogFile(folder / WINDOW_LOG))


def log_of_worker(folder: Path) -> None:
    """Write down what goes wrong in the worker."""
    begin_log(LogFile(folder / WORKER_LOG))


def note_crash_of_window(crash: Path) -> None:
    """Move what is left of a window, in the file *crash*, into the log beside it.

    Raises:
        OSError: If that cannot be read or written.

    """
    note_crash(crash, LogFile(crash.with_name(WINDOW_LOG)))


def note_crash_of_worker(crash: Path) -> None:
    """Move what is left of a worker, in the file *crash*, into the log beside it.

    Raises:
        OSError: If that cannot be read or written.

    """
    note_crash(crash, LogFile(crash.with_name(WORKER_LOG)))
