"""Writing the reminders into a file for calendar programs, in the background."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.reminders.reminder import Reminder
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.ports import SaveCalendar
from torimodosu.window.words.counts import Counts


class CalendarSaving(QObject):
    """The one file that may be written; `changed` tells that it ended."""

    changed = Signal()

    def __init__(self, jobs: JobRunner, save: SaveCalendar) -> None:
        super().__init__()
        self._jobs, self._save = jobs, save
        self._job: Job | None = None
        self._path: Path | None = None
        self.name = ""
        self.has_failed = False

    def start(self, case: Case, path: Path, reminders: Sequence[Reminder]) -> None:
        """Write *reminders* to *path*, unless that is under way."""
        if self._job is not None:
            return
        counts = Counts()
        # Beforehand: words are looked up where the window is.
        titles = [counts.items_to_check(count) for count in range(len(reminders) + 1)]
        self._path, self.name, self.has_failed = path, "", False
        self._job = self._jobs.run(
            partial(self._save, case, path, tuple(reminders), titles.__getitem__),
            on_done=self._finish,
            on_failed=self._fail,
        )

    def forget(self) -> None:
        """Say no more of what was written for another case."""
        self._path, self.name, self.has_failed = None, "", False

    def _finish(self, _nothing: None) -> None:
        self._job, self.name = None, "" if self._path is None else self._path.name
        self.changed.emit()

    def _fail(self, _error: Exception) -> None:
        self._job, self.has_failed = None, self._path is not None
        self.changed.emit()
