"""What the screens show; the pictures stay in memory."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication, QImage, QScreen

_POINTS_ACROSS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """What one screen shows, in its own pixels."""

    screen: QScreen
    image: QImage


def take_shots() -> tuple[Shot, ...]:
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
