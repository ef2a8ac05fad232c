"""Looking at what the browsers have saved: the job, apart from the page showing it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.jobs.tasks import scan_logins

LoginStamp = Callable[[Case], str]


class LoginScan(QObject):
    """The one look at the browsers that may be under way.

    `changed` tells that it began, got on or ended, `ended` that its result is kept.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, jobs: JobRunner, stamp: LoginStamp) -> None:
        super().__init__()
        self._jobs, self._stamp_of = jobs, stamp
        self._job: Job | None = None
        self.stamp = ""
        self.done = self.total = 0
        self.was_asked_for = False
        self.error: Exception | None = None

    @property
    def is_running(self) -> bool:
        """Tell whether the browsers are being looked at."""
        return self._job is not None

    def start(self, case: Case, *, by_itself: bool = False) -> None:
        """Look at the browsers, unless that is under way.

        What the browsers change meanwhile counts as new: `stamp` is taken before.
        """
        if self._job is not None:
            return
        self.done = self.total = 0
        self.error, self.was_asked_for = None, not by_itself

        def take_stamp(_progress: Progress) -> tuple[Case, str]:
            return case, self._stamp_of(case)

        self._job = self._jobs.run(
            take_stamp,
            on_done=self._look,
            on_failed=self._fail,
            on_cancelled=self._stop,
        )
        self.changed.emit()

    def cancel(self) -> None:
        """Stop; what was known before stays."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """Drop what is known of the case before, as when another one is opened."""
        self.cancel()
        self.stamp, self.error = "", None

    def _look(self, stamped: tuple[Case, str]) -> None:
        # A job may have ended before it heard that it was cancelled.
        if self._job is None or self._job.is_cancelled:
            self._stop()
            return
        case, self.stamp = stamped
        self._job = self._jobs.run(
            scan_logins(case),
            on_done=self._finish,
            on_failed=self._fail,
            on_progress=self._show_progress,
            on_cancelled=self._stop,
        )

    def _show_progress(self, done: int, total: int) -> None:
        self.done, self.total = done, total
        self.changed.emit()

    def _finish(self, _scan: SignInScan) -> None:
        self._job = None
        self.ended.emit()
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._job, self.error = None, error
        self.changed.emit()

    def _stop(self) -> None:
        self._job = None
        self.changed.emit()
