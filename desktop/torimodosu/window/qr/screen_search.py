"""Finding QR codes on the screen, in whichever way the system allows."""

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Job, JobRunner
from torimodosu.window.qr.aside import Aside
from torimodosu.window.qr.looking import Seen
from torimodosu.window.qr.refused import Unseen
from torimodosu.window.qr.sight import Sight


class ScreenSearch(QObject):
    """Looks at the screens, or at the part of one that the person chooses.

    One of these ends it: `seen` tells what QR codes say, `unseen` why there is none,
    and `left` that the person wants no more. Once it is dropped it tells nothing.
    """

    seen = Signal(object)
    unseen = Signal(object)
    left = Signal()

    def __init__(self, jobs: JobRunner, sight: Sight, parent: QObject) -> None:
        super().__init__(parent)
        self.sight, self._jobs = sight, jobs
        self._job: Job | None = None
        self.aside = Aside(self)

    @abstractmethod
    def look_at_screens(self) -> None:
        """Look at all screens."""

    @abstractmethod
    def choose_region(self) -> None:
        """Let the person choose the part in which the code is."""

    def stop(self) -> None:
        """Ask the person nothing more, and bring our windows back."""
        self.drop()
        self.left.emit()

    def drop(self) -> None:
        """Look no further, and tell nothing of what was seen."""
        if self._job is not None:
            # It may have a screenshot to delete.
            self._job.mute()
            self._job = None
        self.aside.come_back()

    def look(
        self, work: Callable[[Progress], Seen], on_done: Callable[[Seen], None]
    ) -> None:
        """Do *work* on a thread."""
        self._job = self._jobs.run(work, on_done=on_done, on_failed=self._break_off)

    def tell(self, seen: Seen, otherwise: Unseen) -> None:
        """End with what was seen, or with why there was nothing."""
        if seen.texts:
            self.seen.emit(seen)
        else:
            self.unseen.emit(otherwise)

    def _break_off(self, _error: Exception) -> None:
        self.aside.come_back()
        self.unseen.emit(Unseen.BROKEN_OFF)
