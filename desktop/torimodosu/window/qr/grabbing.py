"""Finding QR codes on screens that the program may look at."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.qr.looking import (
    Seen,
    glance_at_images,
    holds_account,
    look_at_images,
)
from torimodosu.window.qr.refused import Unseen
from torimodosu.window.qr.region import RegionPicker
from torimodosu.window.qr.screen_search import ScreenSearch
from torimodosu.window.qr.screens import Shot, are_black, take_shots
from torimodosu.window.qr.sight import Sight


class Grabbing(ScreenSearch):
    """Takes the screens as they are, and then what lies behind our window.

    So nothing moves where the code is in plain sight.
    """

    def __init__(
        self, look: Look, jobs: JobRunner, sight: Sight, parent: QObject
    ) -> None:
        super().__init__(jobs, sight, parent)
        self._picker = RegionPicker(look, self)
        self._picker.chosen.connect(self._look_at_part)
        self._picker.left.connect(self.left)
        self._first = Seen()
        self._is_black = False
        self._then: Callable[[Sequence[Shot]], None] = self._look_behind
        self.aside.cleared.connect(self._take)

    def look_at_screens(self) -> None:
        """Look at all screens."""
        images = [shot.image for shot in take_shots()]
        self.look(partial(glance_at_images, self.sight, images), self._saw_all)

    def choose_region(self) -> None:
        """Let the person draw a frame around the code, with our window away."""
        self._then = self._show_region
        self.aside.step()

    def drop(self) -> None:
        """Uncover the screens, and hold no picture of them."""
        self._picker.close_all()
        self._first = Seen()
        super().drop()

    def _take(self) -> None:
        taken = take_shots()
        self.aside.come_back()
        if taken:
            self._then(taken)
        else:
            self.unseen.emit(Unseen.NO_SCREEN)

    def _saw_all(self, seen: Seen) -> None:
        if holds_account(seen):
            self.seen.emit(seen)
        else:
            self._first, self._then = seen, self._look_behind
            self.aside.step()

    def _look_behind(self, taken: Sequence[Shot]) -> None:
        self._is_black = are_black(taken)
        self._look_at([shot.image for shot in taken], self._saw_behind)

    def _saw_behind(self, seen: Seen) -> None:
        best = seen if holds_account(seen) or not self._first.texts else self._first
        black, empty = Unseen.BLACK_SCREEN, Unseen.NOT_ON_SCREEN
        self.tell(best, black if self._is_black else empty)

    def _show_region(self, taken: Sequence[Shot]) -> None:
        if are_black(taken):
            self.unseen.emit(Unseen.BLACK_SCREEN)
        else:
            self._picker.show_on(taken)

    def _look_at_part(self, image: QImage) -> None:
        self._look_at([image], self._saw_part)

    def _saw_part(self, seen: Seen) -> None:
        self.tell(seen, Unseen.NOT_IN_REGION)

    def _look_at(
        self, images: Sequence[QImage], on_done: Callable[[Seen], None]
    ) -> None:
        self.look(partial(look_at_images, self.sight, images), on_done)
