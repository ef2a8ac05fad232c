"""What a widget looks like."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.tokens import LIGHT, Colour


def paint(widget: QWidget, width: int, height: int) -> QImage:
    """Return what *widget* paints."""
    widget.resize(width, height)
    return widget.grab().toImage()


def has(image: QImage, colour: Colour) -> bool:
    """Tell whether *colour* is in *image*."""
    wanted = QColor(LIGHT[colour]).rgb()
    return any(
        image.pixel(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )
