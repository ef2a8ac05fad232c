"""What the pages need to know beforehand, read off the first paint."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.catalogue.service import Service
from torimodosu.recovery.progress import Progress
from torimodosu.window.ports import Ports


class Library(QObject):
    """The data packs, and the mail of Thunderbird.

    `read` tells that the packs are there, `found_thunderbird` the folders in which
    Thunderbird keeps mail, once they are found.
    """

    read = Signal()
    found_thunderbird = Signal(object)

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        self._ports = ports
        self._catalogue: Catalogue | None = None
        self._thunderbird: tuple[str, ...] = ()

    @property
    def catalogue(self) -> Catalogue:
        """Return what the data packs tell; a page that comes too early waits for it."""
        if self._catalogue is None:
            self._catalogue = self._ports.load_catalogue()
        return self._catalogue

    @property
    def version(self) -> str | None:
        """Return the version of the data packs, or None while they are not read."""
        return None if self._catalogue is None else self._catalogue.version

    @property
    def thunderbird(self) -> tuple[str, ...]:
        """Return the folders of Thunderbird that are found by now."""
        return self._thunderbird

    def service(self, service_id: str) -> Service | None:
        """Return what is known of a shop, or None; waits for nothing."""
        packs = self._catalogue
        return None if packs is None else packs.services.get(service_id)

    def prepare(self) -> None:
        """Read everything ahead."""
        jobs = self._ports.jobs
        jobs.run(self._load, on_done=self._keep, on_failed=self._load_later)
        jobs.run(
            self._look_for_thunderbird,
            on_done=self._keep_thunderbird,
            on_failed=self._load_later,
        )

    def _load(self, _progress: Progress) -> Catalogue:
        return self._ports.load_catalogue()

    def _keep(self, catalogue: Catalogue) -> None:
        self._catalogue = self._catalogue or catalogue
        self.read.emit()

    def _look_for_thunderbird(self, _progress: Progress) -> Sequence[str]:
        return self._ports.find_thunderbird()

    def _keep_thunderbird(self, folders: Sequence[str]) -> None:
        self._thunderbird = tuple(folders)
        self.found_thunderbird.emit(self._thunderbird)

    def _load_later(self, _error: Exception) -> None:
        """Leave it to the page that needs the packs to load them, and to fail."""
