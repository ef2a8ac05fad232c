"""The reminder to try to sign in once more, which says nothing of the case itself."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.plan.snapshot import Snapshot

# The clock is asked instead of one long timer: a computer that slept catches up.
_INTERVAL = 20_000


class RetryBell(QObject):
    """Rings once when the moment of the open case has come.

    A moment that was over when the case was opened does not ring: the page tells it.
    """

    rung = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._due: datetime | None = None
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self.look)

    @property
    def is_set(self) -> bool:
        """Tell whether it will ring."""
        return self._timer.isActive()

    def follow(self, snapshot: Snapshot) -> None:
        """Go by the moment that is kept now."""
        self._due = snapshot.retry_at
        if self._due is not None and self._due > self._clock.now():
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Ring if it is time."""
        if self._due is not None and self._clock.now() >= self._due:
            self._timer.stop()
            self.rung.emit()
