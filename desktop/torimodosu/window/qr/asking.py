"""Finding QR codes on screens that only the desktop may look at, as under Wayland."""

from functools import partial

from PySide6.QtCore import QObject

from torimodosu.window.jobs import JobRunner
from torimodosu.window.qr.looking import Seen, look_at_shot
from torimodosu.window.qr.portal import PortalShot
from torimodosu.window.qr.refused import Unseen
from torimodosu.window.qr.screen_search import ScreenSearch
from torimodosu.window.qr.sight import Sight


class Asking(ScreenSearch):
    """Asks the desktop for one screenshot, with our window away.

    The desktop makes a file, which is deleted when it was looked at.
    """

    def __init__(self, jobs: JobRunner, sight: Sight, parent: QObject) -> None:
        super().__init__(jobs, sight, parent)
        self._is_part = False
        self._portal = PortalShot(self)
        self._portal.saved.connect(self._look_at_shot)
        self._portal.left.connect(self.stop)
        self._portal.failed.connect(self._give_up)
        self.aside.cleared.connect(self._ask)

    def look_at_screens(self) -> None:
        """Look at all screens."""
        self._is_part = False
        self.aside.step()

    def choose_region(self) -> None:
        """Let the desktop ask the person for a part of the screen."""
        self._is_part = True
        self.aside.step()

    def drop(self) -> None:
        """Ask the desktop no more."""
        self._portal.stop()
        super().drop()

    def _ask(self) -> None:
        self._portal.ask(is_interactive=self._is_part)

    def _look_at_shot(self, path: str) -> None:
        self.aside.come_back()
        self.look(partial(look_at_shot, self.sight, path), self._saw)

    def _saw(self, seen: Seen) -> None:
        part, whole = Unseen.NOT_IN_REGION, Unseen.NOT_ON_SCREEN
        self.tell(seen, part if self._is_part else whole)

    def _give_up(self) -> None:
        self.aside.come_back()
        self.unseen.emit(Unseen.NO_SCREEN)
