"""The pages about the program itself, imported and built when they are first shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from torimodosu.window.activities.departure import Departure
from torimodosu.window.case_file import CaseFile
from torimodosu.window.kit.look import Look
from torimodosu.window.library import Library
from torimodosu.window.page import Page
from torimodosu.window.ports import Ports


class HousePages(QObject):
    """Builds the pages about, of the log, and of everything that is kept.

    `emptied` tells how many secrets remained when everything else was forgotten;
    `failed` the exception when not everything could be. *is_busy* tells whether
    something is being worked on that is kept.
    """

    emptied = Signal(int)
    failed = Signal(Exception)

    def __init__(
        self,
        look: Look,
        ports: Ports,
        case_file: CaseFile,
        *,
        library: Library,
        is_busy: Callable[[], bool],
    ) -> None:
        super().__init__()
        self._look, self._ports, self._case_file = look, ports, case_file
        self._library, self._is_busy = library, is_busy
        self._departure = Departure(ports.jobs, ports.house)
        self._departure.setParent(self)
        self._departure.forgotten.connect(self.emptied)
        self._departure.failed.connect(self.failed)

    def about(self) -> Page:
        """Return the page about the program and its licences."""
        from importlib.metadata import version

        from torimodosu.window.steps.about.page import AboutPage

        return AboutPage(
            self._look,
            self._case_file.snapshot,
            version=version("torimodosu"),
            jobs=self._ports.jobs,
            packs=self._packs,
        )

    def log(self) -> Page:
        """Return the page of the log."""
        from torimodosu.window.steps.log.page import LogPage

        log = self._ports.house.log
        return LogPage(self._look, self._case_file.snapshot, log=log)

    def everything(self) -> Page:
        """Return the page of everything that is kept."""
        from torimodosu.window.steps.everything.page import EverythingPage

        return EverythingPage(
            self._look,
            self._case_file.snapshot,
            house=self._ports.house,
            departure=self._departure,
            is_busy=self._is_busy,
        )

    def _packs(self) -> str | None:
        return self._library.version
