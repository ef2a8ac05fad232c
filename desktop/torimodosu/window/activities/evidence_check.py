"""Checking and copying the archive: the jobs, apart from the page that shows them."""

from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.tasks import EvidenceVerified
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import verify_evidence
from torimodosu.window.ports import CopyEvidence

COPY_NAME = "torimodosu-evidence"


class Ended(Enum):
    """How the last job ended, where that has to be told."""

    CHECK_FAILED = "check_failed"
    COPY_WHOLE = "copy_whole"
    COPY_DIFFERS = "copy_differs"
    COPY_FAILED = "copy_failed"


class EvidenceCheck(QObject):
    """The one check or copy that may be under way.

    `changed` tells that a job began or ended, `progressed` how far it is in done and
    total, `verified` that a verification was kept.
    """

    changed = Signal()
    progressed = Signal(object, object)
    verified = Signal()

    def __init__(self, jobs: JobRunner, copy: CopyEvidence) -> None:
        super().__init__()
        self._jobs, self._copy = jobs, copy
        self._job: Job | None = None
        self.is_copying = False
        self.result: EvidenceVerified | None = None
        self.ended: Ended | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether a job is under way."""
        return self._job is not None

    def verify(self, case: Case) -> None:
        """Compare the archive of *case* with its seal."""
        if self._job is not None:
            return
        self._begin(is_copying=False)
        self._job = self._jobs.run(
            verify_evidence(case),
            on_done=self._keep_result,
            on_failed=self._fail,
            on_progress=self._tell_progress,
            on_cancelled=self._stop,
        )
        self.changed.emit()

    def copy_to(self, case: Case, folder: Path) -> None:
        """Copy the archive of *case* to a new folder below *folder* and check it."""
        if self._job is not None:
            return
        self._begin(is_copying=True)
        self._job = self._jobs.run(
            partial(self._copy, case, _free_name(folder)),
            on_done=self._keep_copied,
            on_failed=self._fail,
            on_progress=self._tell_progress,
            on_cancelled=self._stop,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; the archive itself is never touched."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Drop the last result, as when another case is opened."""
        if self._job is None:
            self.result = self.ended = None

    def _begin(self, *, is_copying: bool) -> None:
        self.is_copying, self.ended = is_copying, None

    def _tell_progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def _keep_result(self, result: EvidenceVerified) -> None:
        self._job, self.result = None, result
        self.verified.emit()
        self.changed.emit()

    def _keep_copied(self, faults: int) -> None:
        self._end(Ended.COPY_DIFFERS if faults else Ended.COPY_WHOLE)

    def _fail(self, _error: Exception) -> None:
        self._end(Ended.COPY_FAILED if self.is_copying else Ended.CHECK_FAILED)

    def _stop(self) -> None:
        self._end(None)

    def _end(self, ended: Ended | None) -> None:
        self._job, self.ended = None, ended
        self.changed.emit()


def _free_name(folder: Path) -> Path:
    """Return a name below *folder* that nothing has yet."""
    target, number = folder / COPY_NAME, 1
    while target.exists():
        number += 1
        target = folder / f"{COPY_NAME}-{number}"
    return target
