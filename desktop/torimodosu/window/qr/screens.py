"""What the screens show."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QApplication, QWidget

# Until the windows behind ours are painted, and effects have ended.
_MOMENT = 350  # milliseconds
_POINTS_ACROSS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """What one screen shows, in its own pixels."""

    screen: QScreen
    image: QImage


class Screens(QObject):
    """Takes pictures of all screens, which are kept in memory only.

    `taken` tells a tuple of Shots, which is empty where the system shows none.
    """

    taken = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._away: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_and_return)

    def take(self) -> None:
        """Take the screens as they are."""
        self.taken.emit(shots())

    def take_without_us(self) -> None:
        """Take what lies behind our own windows, which are out of the way meanwhile."""
        if self._timer.isActive():
            return
        self._away = [
            window for window in QApplication.topLevelWidgets() if window.isVisible()
        ]
        for window in self._away:
            window.hide()
        self._timer.start(_MOMENT)

    def come_back(self) -> None:
        """Show our windows again."""
        away, self._away = self._away, []
        for window in away:
            window.show()

    def _take_and_return(self) -> None:
        taken = shots()
        self.come_back()
        self.taken.emit(taken)


def shots() -> tuple[Shot, ...]:
    """Return what each screen shows, without those that the system does not show."""
    taken = [
        Shot(screen=screen, image=screen.grabWindow(0).toImage())
        for screen in QGuiApplication.screens()
    ]
    return tuple(shot for shot in taken if not shot.image.isNull())


def are_black(taken: Sequence[Shot]) -> bool:
    """Tell whether all screens are black, as where the system hides them."""
    return all(_is_black(shot.image) for shot in taken)


def _is_black(image: QImage) -> bool:
    small = image.scaled(_POINTS_ACROSS, _POINTS_ACROSS)
    points = ((x, y) for x in range(_POINTS_ACROSS) for y in range(_POINTS_ACROSS))
    return all(small.pixelColor(x, y).value() == 0 for x, y in points)
