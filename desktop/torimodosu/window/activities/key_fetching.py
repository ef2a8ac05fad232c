"""Looking keys of signers up: the job, apart from the page showing it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.judging_view import FetchKeys, KeysFetched
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import fetch_keys


class KeyFetching(QObject):
    """Keeps what the newest look-up told.

    `changed` tells that one began or ended, `kept` that keys came into the archive of
    the case, and `told` the tuple of those that were looked up for loose mails.
    """

    changed = Signal()
    kept = Signal()
    told = Signal(tuple)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self.is_for_archive = False
        self.result: KeysFetched | None = None
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether somebody is being asked."""
        return self._job is not None

    def fetch_for_case(self, case: Case, names: Sequence[str]) -> None:
        """Look the keys up, and put them into the archive of *case*."""
        self._fetch(FetchKeys(case=case, names=tuple(names), is_for_archive=True))

    def fetch_for_loose(self, case: Case | None, names: Sequence[str]) -> None:
        """Look the keys up for mails of none; it is kept as sent for *case*."""
        self._fetch(FetchKeys(case=case, names=tuple(names), is_for_archive=False))

    def forget(self) -> None:
        """Drop what was told, as when another case is opened."""
        self.result = self.error = None

    def _fetch(self, request: FetchKeys) -> None:
        if self._job is not None:
            return
        self.is_for_archive = request.is_for_archive
        self.result = self.error = None
        self._job = self._jobs.run(
            fetch_keys(request),
            on_done=self._finish,
            on_failed=self._fail,
            on_cancelled=self._stop,
        )
        self.changed.emit()

    def _finish(self, result: KeysFetched) -> None:
        self._job, self.result = None, result
        self.changed.emit()
        if self.is_for_archive:
            self.kept.emit()
        elif result.keys:
            self.told.emit(result.keys)

    def _fail(self, error: Exception) -> None:
        self._job, self.error = None, error
        self.changed.emit()

    def _stop(self) -> None:
        self._job = None
        self.changed.emit()
