"""One piece of work, as seen from the GUI thread."""

import threading
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Signal

from torimodosu.frames import JobTrouble


class JobFailedError(Exception):
    """Heavy work did not come to its end."""

    def __init__(self, trouble: JobTrouble, detail: str) -> None:
        super().__init__(detail)
        self.trouble = trouble


class Job(QObject):
    """Work in progress.

    It ends with exactly one of `done`, `failed` and `cancelled`.

    Attributes:
        keeps: Whether it is done whatever goes or ends meanwhile.

    """

    # Python objects, because a count of bytes does not fit into Qt's int.
    progressed = Signal(object, object)
    # Declared as a list, each row in it would be copied to C++ and back: 5 to 13 ms for
    # the 2,000 rows of a flush.
    found = Signal(object)
    done = Signal(object)
    failed = Signal(Exception)
    cancelled = Signal()

    def __init__(self, parent: QObject, *, keeps: bool = False) -> None:
        super().__init__(parent)
        self.keeps = keeps
        self._stop = threading.Event()
        # No signal: the user may cancel a job whose C++ half is gone already.
        self.on_cancel: Callable[[], None] | None = None

    def drop(self) -> None:
        """Ask the work to stop, and tell nobody how it ended: something else counts.

        It may have ended already, and be told only now.
        """
        self.mute()
        if shiboken6.isValid(self):
            self.cancel()

    def mute(self) -> None:
        """Tell nobody how it ended, and let it go on: it has something to tidy up."""
        if shiboken6.isValid(self):
            self.blockSignals(True)  # noqa: FBT003 -- Qt's own

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the work has been asked to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next report, or not to begin."""
        if not self._stop.is_set():
            self._stop.set()
            if self.on_cancel is not None:
                self.on_cancel()
