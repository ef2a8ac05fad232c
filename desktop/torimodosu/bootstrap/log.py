"""Where the log lies, and what goes into it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from torimodosu.adapters.log import LogFile, begin_log

# Each process has its own, so that neither waits for the other.
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
