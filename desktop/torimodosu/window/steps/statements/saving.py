"""Saving the charges as a CSV file in the background."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.ports import SaveCharges


class Saving(QObject):
    """The one file that may be written; `changed` tells that it began or ended."""

    changed = Signal()

    def __init__(self, jobs: JobRunner, save: SaveCharges) -> None:
        super().__init__()
        self._jobs, self._save = jobs, save
        self._job: Job | None = None
        self.name = ""
        self.saved: int | None = None
        self.has_failed = False

    @property
    def is_running(self) -> bool:
        """Tell whether a file is being written."""
        return self._job is not None

    def start(self, case: Case, path: Path, cards: Mapping[int, str]) -> None:
        """Write the charges of *case* to *path*, unless that is under way.

        *cards* has the names of the cards by their numbers.
        """
        if self._job is not None:
            return
        self.name, self.saved, self.has_failed = path.name, None, False
        self._job = self._jobs.run(
            partial(self._save, case, path, cards),
            on_done=self._finish,
            on_failed=self._fail,
        )
        self.changed.emit()

    def _finish(self, count: int) -> None:
        self._job, self.saved = None, count
        self.changed.emit()

    def _fail(self, _error: Exception) -> None:
        self._job, self.has_failed = None, True
        self.changed.emit()
