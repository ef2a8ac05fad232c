"""A look at the browsers that is under way, or that did not come to its end."""

from PySide6.QtWidgets import QWidget

from torimodosu.window.activities.login_scan import LoginScan
from torimodosu.window.kit.job_card import JobCard
from torimodosu.window.kit.look import Look
from torimodosu.window.kit.states import Failure


class RunningCard(JobCard):
    """Shows how far the look is, for as long as it goes on."""

    def __init__(self, look: Look, scan: LoginScan) -> None:
        title = self.tr("Looking at what your browsers have saved")
        super().__init__(look, title)
        self._scan = scan
        self.cancelled.connect(scan.cancel)
        scan.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        detail = self.tr("Dates and places only, never a password.")
        scan = self._scan
        self.show_progress(scan.done, scan.total, detail=detail, left="")


class NoEnd(Failure):
    """Says that a look did not come to its end."""

    def __init__(self, look: Look) -> None:
        what = self.tr("The look did not come to its end")
        safe = self.tr("Nothing was changed in your browsers. Try once more.")
        super().__init__(look, what, safe)


def look_parts(look: Look, scan: LoginScan, *, is_first: bool) -> list[QWidget]:
    """Return what is to be told of *scan*; only the first look hides nothing else."""
    if scan.error is not None:
        return [NoEnd(look)]
    if is_first and scan.is_running and scan.was_asked_for:
        return [RunningCard(look, scan)]
    return []
