"""Finding QR codes on the screen: on all of it, or in a part that the person draws."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from torimodosu.window.jobs import JobRunner
from torimodosu.window.kit.look import Look
from torimodosu.window.qr.looking import Seen, holds_account, look_at_images
from torimodosu.window.qr.refused import Unseen
from torimodosu.window.qr.region import RegionPicker
from torimodosu.window.qr.screens import Screens, Shot, are_black
from torimodosu.window.qr.sight import Sight


class ScreenCapture(QObject):
    """Looks at the screens.

    One of these ends it: `seen` tells what QR codes say, `unseen` why there is none,
    and `left` that the person wants no more.
    """

    seen = Signal(object)
    unseen = Signal(object)
    left = Signal()

    def __init__(
        self, look: Look, jobs: JobRunner, sight: Sight, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._sight = jobs, sight
        self._whole, self._behind, self._parts = (Screens(self) for _ in range(3))
        self._picker = RegionPicker(look, self)
        self._first = Seen()
        self._is_black = False
        self._whole.taken.connect(self._look_at_all)
        self._behind.taken.connect(self._look_behind)
        self._parts.taken.connect(self._show_region)
        self._picker.chosen.connect(self._look_at_part)
        self._picker.left.connect(self.left)

    def look_at_screens(self) -> None:
        """Look at the screens as they are, and then at what lies behind our window.

        So nothing moves where the code is in plain sight.
        """
        self._whole.take()

    def choose_region(self) -> None:
        """Let the person draw a frame around the code, with our window away."""
        self._parts.take_without_us()

    def _look_at_all(self, taken: Sequence[Shot]) -> None:
        if taken:
            self._look([shot.image for shot in taken], self._saw_all)
        else:
            self.unseen.emit(Unseen.NO_SCREEN)

    def _saw_all(self, seen: Seen) -> None:
        if holds_account(seen):
            self.seen.emit(seen)
        else:
            self._first = seen
            self._behind.take_without_us()

    def _look_behind(self, taken: Sequence[Shot]) -> None:
        self._is_black = are_black(taken)
        self._look([shot.image for shot in taken], self._saw_behind)

    def _saw_behind(self, seen: Seen) -> None:
        best = seen if holds_account(seen) or not self._first.texts else self._first
        if best.texts:
            self.seen.emit(best)
        else:
            black, empty = Unseen.BLACK_SCREEN, Unseen.NOT_ON_SCREEN
            self.unseen.emit(black if self._is_black else empty)

    def _show_region(self, taken: Sequence[Shot]) -> None:
        if not taken:
            self.unseen.emit(Unseen.NO_SCREEN)
        elif are_black(taken):
            self.unseen.emit(Unseen.BLACK_SCREEN)
        else:
            self._picker.show_on(taken)

    def _look_at_part(self, image: QImage) -> None:
        self._look([image], self._saw_part)

    def _saw_part(self, seen: Seen) -> None:
        if seen.texts:
            self.seen.emit(seen)
        else:
            self.unseen.emit(Unseen.NOT_IN_REGION)

    def _look(self, images: Sequence[QImage], on_done: Callable[[Seen], None]) -> None:
        self._jobs.run(
            partial(look_at_images, self._sight, images),
            on_done=on_done,
            on_failed=self._fail,
        )

    def _fail(self, _error: Exception) -> None:
        self.unseen.emit(Unseen.BROKEN_OFF)
