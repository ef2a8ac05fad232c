"""Checking and copying the archive: the jobs, apart from the page that shows them."""

from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.evidence.copied import Copied
from torimodosu.recovery.plan.tasks import EvidenceVerified
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import verify_evidence
from torimodosu.window.ports import CopyEvidence

COPY_NAME = "torimodosu-evidence"


class Ended(Enum):
    """How the last job ended, where that has to be told."""

    CHECK_FAILED = "check_failed"
    COPY_WHOLE = "copy_whole"
    COPY_LIKE_DAMAGED = "copy_like_damaged"
    COPY_DIFFERS = "copy_differs"
    COPY_FAILED = "copy_failed"


class EvidenceCheck(Activity):
    """Checks or copies; `verified` tells that a verification was kept."""

    verified = Signal()

    def __init__(self, jobs: JobRunner, copy: CopyEvidence) -> None:
        super().__init__(jobs)
        self._copy = copy
        self.is_copying = False
        self._opened: Case | None = None
        self._is_told = True
        self.result: EvidenceVerified | None = None
        self.ended: Ended | None = None

    def verify(self, case: Case) -> None:
        """Compare the archive of *case* with its seal."""
        if self._job is not None:
            return
        self.is_copying, self.ended = False, None
        # It may be one that was open a moment ago.
        self._is_told = self._opened is None or _key(case) == _key(self._opened)
        self._begin(verify_evidence(case), self._keep_result)

    def copy_to(self, case: Case, folder: Path) -> None:
        """Copy the archive of *case* to a new folder below *folder* and check it."""
        if self._job is not None:
            return
        self.is_copying, self.ended = True, None
        self._begin(partial(self._copy, case, _free_name(folder)), self._keep_copied)

    def forget(self, opened: Case | None = None) -> None:
        """Drop the last result, as when another case is *opened*; a job goes on."""
        self.result = self.ended = None
        self._opened, self._is_told = opened, False

    def _keep_result(self, result: EvidenceVerified) -> None:
        self._job = None
        # What is wrong with another case is kept there, and not told of this one.
        self.result = result if self._is_told else None
        self.verified.emit()
        self.changed.emit()

    def _keep_copied(self, copied: Copied) -> None:
        match copied:
            case Copied.WHOLE:
                self.ended = Ended.COPY_WHOLE
            case Copied.LIKE_DAMAGED:
                self.ended = Ended.COPY_LIKE_DAMAGED
            case Copied.DIFFERS:
                self.ended = Ended.COPY_DIFFERS
        self._end()

    def _fail(self, error: Exception) -> None:
        self.ended = Ended.COPY_FAILED if self.is_copying else Ended.CHECK_FAILED
        super()._fail(error)


def _key(case: Case) -> tuple[int, bool]:
    return case.number, case.is_practice


def _free_name(folder: Path) -> Path:
    """Return a name below *folder* that nothing has yet."""
    target, number = folder / COPY_NAME, 1
    while target.exists():
        number += 1
        target = folder / f"{COPY_NAME}-{number}"
    return target
