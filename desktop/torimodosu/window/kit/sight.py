"""Bringing something into sight that has come up further down the page."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_sight(part: QWidget) -> None:
    """Scroll what *part* lies in so far that all of it is seen, where it can be."""
    area = area_around(part)
    if area is not None:
        # Only then does what is new have its place.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        area.ensureWidgetVisible(part)


def area_around(part: QWidget) -> QScrollArea | None:
    """Return what *part* is scrolled by, if anything."""
    area = part.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    return area
