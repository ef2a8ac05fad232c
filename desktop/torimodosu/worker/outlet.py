"""What a running job tells the window, in small messages at a bounded pace."""

import threading
import time
from collections.abc import Callable, Sequence

from torimodosu.frames import Message, Word
from torimodosu.recovery.progress import Cancelled

SECONDS_BETWEEN_REPORTS = 1 / 20
# A message of so many rows keeps the window busy for less than a millisecond.
ROWS_PER_MESSAGE = 200


class PipeOutlet:
    """The `Outlet` of one job, which ends by `Cancelled` once *stop* is set."""

    def __init__(
        self, number: int, *, send: Callable[[Message], None], stop: threading.Event
    ) -> None:
        self._number = number
        self._send = send
        self._stop = stop
        self._untold: tuple[int, int] | None = None
        self._next_report = 0.0

    def report(self, done: int, total: int) -> None:
        """Tell the progress, unless the last report was a moment ago."""
        self._check()
        self._untold = (done, total)
        if time.monotonic() >= self._next_report:
            self.tell_progress()

    def rows(self, rows: Sequence[object]) -> None:
        """Send *rows* in messages of a bounded size."""
        for start in range(0, len(rows), ROWS_PER_MESSAGE):
            self._check()
            part = list(rows[start : start + ROWS_PER_MESSAGE])
            self._tell(Word.ROWS, rows=part)

    def tell_progress(self) -> None:
        """Send the newest report, if it was held back."""
        if self._untold is not None:
            done, total = self._untold
            self._untold = None
            self._next_report = time.monotonic() + SECONDS_BETWEEN_REPORTS
            self._tell(Word.PROGRESS, done=done, total=total)

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _tell(self, word: Word, **content: object) -> None:
        self._send({"is": word.value, "number": self._number, **content})
