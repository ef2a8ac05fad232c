"""Saving a text that the person wants to show to somebody: the job."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import JobRunner

WriteFile = Callable[[Path, bytes], None]


class MailSaving(QObject):
    """Writes the text; `changed` tells that it lies in `path`, or that it failed."""

    changed = Signal()

    def __init__(self, jobs: JobRunner, write_file: WriteFile) -> None:
        super().__init__()
        self._jobs, self._write_file = jobs, write_file
        self.path: Path | None = None
        self.has_failed = False

    def save(self, path: Path, text: str) -> None:
        """Write *text* to *path*."""
        self.forget()
        self._jobs.run(
            partial(self._write, path, text), on_done=self._keep, on_failed=self._fail
        )

    def forget(self) -> None:
        """Drop what became of the last text."""
        self.path, self.has_failed = None, False

    def _write(self, path: Path, text: str, _progress: Progress) -> Path | None:
        # The mark lets old editors of Windows know that it is UTF-8.
        content = text.encode("utf-8-sig", errors="replace")
        try:
            self._write_file(path, content)
        except OSError:  # a folder that cannot be written is no mistake of ours
            return None
        return path

    def _keep(self, path: Path | None) -> None:
        self.path, self.has_failed = path, path is None
        self.changed.emit()

    def _fail(self, _error: Exception) -> None:
        self.has_failed = True
        self.changed.emit()
