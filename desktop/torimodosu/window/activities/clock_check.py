"""Finding out by how much the clock of this computer is off."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.plan.asking_time import SECONDS_BETWEEN_QUESTIONS
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.clock import (
    ClockError,
    ClockReading,
    NoTimeError,
    TimeTrouble,
    error_by,
    error_by_clock,
    error_by_code,
)
from torimodosu.window.jobs import JobRunner

AskTime = Callable[[Case, str], ClockReading]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockFound:
    """What a look at the clock told.

    Attributes:
        error: By how much the clock is off; None where that is not known.
        host: The server that was asked, or "".
        trouble: Why it told nothing, or why it could not be asked.
        is_other_secret: Whether the other device shows codes of another secret.

    """

    error: ClockError | None = None
    host: str = ""
    trouble: TimeTrouble | Exception | None = None
    is_other_secret: bool = False


NOTHING_FOUND = ClockFound()


class ClockCheck(QObject):
    """Keeps what the newest look at the clock told, until the window is closed.

    `changed` tells that a look began or ended, or that a server may be asked again.
    """

    changed = Signal()

    def __init__(self, jobs: JobRunner, ask_time: AskTime) -> None:
        super().__init__()
        self._jobs, self._ask_time = jobs, ask_time
        self._sent_away: set[str] = set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SECONDS_BETWEEN_QUESTIONS * 1000)
        self._rest.timeout.connect(self.changed)
        self.found = NOTHING_FOUND
        self.is_asking = False

    @property
    def is_resting(self) -> bool:
        """Tell whether a server was asked so lately that none is to be asked again."""
        return self._rest.isActive()

    def has_sent_away(self, host: str) -> bool:
        """Tell whether *host* said that it does not want to be asked."""
        return host in self._sent_away

    def ask(self, case: Case, host: str) -> None:
        """Ask *host* for the time, which is kept as sent for *case*."""
        if self.is_asking or self.is_resting or self.has_sent_away(host):
            return
        self.is_asking = True
        self._jobs.run(
            partial(self._ask, case, host), on_done=self._take, on_failed=self._fail
        )
        # What another clock told stays until there is a better answer.
        self._show(replace(self.found, host="", trouble=None))

    def compare_code(self, account: OtpAccount, shown: str, at: datetime) -> None:
        """Compare with a device that shows the code *shown* for the same account."""
        error = error_by_code(account, shown, at=at)
        self._show(ClockFound(error=error, is_other_secret=error is None))

    def compare_clock(self, shown: datetime, at: datetime) -> None:
        """Compare with a clock that turned to *shown* at *at*."""
        self._show(ClockFound(error=error_by_clock(shown, at=at)))

    def forget(self) -> None:
        """Know nothing of the clock, as after it was set."""
        self._show(NOTHING_FOUND)

    def _show(self, found: ClockFound) -> None:
        self.found = found
        self.changed.emit()

    def _ask(self, case: Case, host: str, _progress: Progress) -> ClockFound:
        try:
            reading = self._ask_time(case, host)
        except NoTimeError as error:  # a server that is silent is no mistake of ours
            return ClockFound(host=host, trouble=error.trouble)
        return ClockFound(host=host, error=error_by(reading))

    def _take(self, found: ClockFound) -> None:
        self.is_asking = False
        self._rest.start()
        if found.trouble is TimeTrouble.SENT_AWAY:
            self._sent_away.add(found.host)
        self._show(found if found.error is not None else self._beside(found))

    def _fail(self, error: Exception) -> None:
        """Say that nothing was sent: it could not be kept that it would be."""
        self.is_asking = False
        self._show(self._beside(ClockFound(trouble=error)))

    def _beside(self, asked: ClockFound) -> ClockFound:
        """Return what is known, with why a server did not tell more."""
        return replace(self.found, host=asked.host, trouble=asked.trouble)
