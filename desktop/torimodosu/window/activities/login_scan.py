"""Looking at what the browsers have saved: the job, apart from the page showing it."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.signin.scan import SignInScan
from torimodosu.window.activities.activity import Activity
from torimodosu.window.jobs import JobRunner
from torimodosu.window.jobs.tasks import scan_logins

LoginStamp = Callable[[Case], str]


class LoginScan(Activity):
    """Looks at the browsers; `ended` tells that the result is kept.

    `changed` tells how far it is, too.
    """

    ended = Signal()

    def __init__(self, jobs: JobRunner, stamp: LoginStamp) -> None:
        super().__init__(jobs)
        self._stamp_of = stamp
        self.progressed.connect(self.changed)
        self.stamp = ""
        self.was_asked_for = False

    def start(self, case: Case, *, by_itself: bool = False) -> None:
        """Look at the browsers, unless that is under way.

        What the browsers change meanwhile counts as new: `stamp` is taken before.
        """
        if self._job is not None:
            return
        self.was_asked_for = not by_itself

        def take_stamp(_progress: Progress) -> tuple[Case, str]:
            return case, self._stamp_of(case)

        self._begin(take_stamp, self._look)

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
        self._go_on(scan_logins(case), self._finish)

    def _finish(self, _scan: SignInScan) -> None:
        self._job = None
        self.ended.emit()
        self.changed.emit()
