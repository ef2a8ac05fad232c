"""Watching the browsers while a conflict is open, so that its end proves itself."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.login_scan import LoginScan, LoginStamp
from torimodosu.window.jobs import Job, JobRunner

INTERVAL = 500
# A browser has written its list down in a few milliseconds once it begins.
_REST = 150
# One that writes all the time is looked at nevertheless, after two seconds.
_LONGEST_WAIT = 2000 // _REST


class LoginWatch(QObject):
    """Asks every half second whether a login store has changed, and then looks again.

    It waits until the change has come to rest. While nothing is worth watching, and
    while a look is under way, it asks nothing.
    """

    def __init__(
        self,
        *,
        jobs: JobRunner,
        scan: LoginScan,
        stamp: LoginStamp,
        is_worth_it: Callable[[Snapshot], bool],
    ) -> None:
        super().__init__()
        self._jobs, self._scan, self._stamp_of = jobs, scan, stamp
        self._is_worth_it = is_worth_it
        self._case: Case | None = None
        self._job: Job | None = None
        self._last = ""
        self._waited = 0
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._ask)

    @property
    def is_watching(self) -> bool:
        """Tell whether it asks."""
        return self._timer.isActive()

    def follow(self, snapshot: Snapshot) -> None:
        """Watch, or stop watching, by what is known now."""
        self._case = snapshot.case if self._is_worth_it(snapshot) else None
        if self._case is None:
            self._timer.stop()
        elif not self._timer.isActive():
            self._last, self._waited = "", 0
            self._timer.start(INTERVAL)

    def _ask(self) -> None:
        case = self._case
        if case is None or self._job is not None or self._scan.is_running:
            return

        def take_stamp(_progress: Progress) -> tuple[Case, str]:
            return case, self._stamp_of(case)

        self._job = self._jobs.run(
            take_stamp,
            on_done=self._weigh,
            on_failed=self._ask_later,
            on_cancelled=self._stop,
        )

    def _weigh(self, stamped: tuple[Case, str]) -> None:
        """Look again where the stores differ from those of the last look, and rest."""
        self._job = None
        case, stamp = stamped
        if case != self._case or self._scan.is_running:
            return
        is_at_rest = stamp == self._last or self._waited >= _LONGEST_WAIT
        is_changing = stamp != self._scan.stamp and not is_at_rest
        if stamp != self._scan.stamp and is_at_rest:
            self._scan.start(case, by_itself=True)
        self._waited = self._waited + 1 if is_changing else 0
        self._timer.setInterval(_REST if is_changing else INTERVAL)
        self._last = stamp

    def _ask_later(self, _error: Exception) -> None:
        # A folder that cannot be listed now may be there in half a second.
        self._job = None

    def _stop(self) -> None:
        self._job = None
