"""Looking keys of signers up: the job, apart from the page showing it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.judging_view import FetchKeys, KeysFetched
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import fetch_keys


class KeyFetching(Activity):
    """Keeps what the newest look-up told.

    `kept` tells that keys came into the archive of the case, and `told` the tuple of
    those that were looked up for loose mails.
    """

    kept = Signal()
    told = Signal(tuple)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self.is_for_archive = False
        self.result: KeysFetched | None = None

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
        self.result = None
        self._begin(fetch_keys(request), self._finish)

    def _finish(self, result: KeysFetched) -> None:
        self.result = result
        self._end()
        if self.is_for_archive:
            self.kept.emit()
        elif result.keys:
            self.told.emit(result.keys)
