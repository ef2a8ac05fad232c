"""A QR code on the screen."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from torimodosu.recovery.twostep.backup.sheet import Modules
from torimodosu.window.kit.look import Look

_QUIET = 4  # the white around a code, in points of it (ISO 18004)
_SIDE = 280  # px at 100 %, about


class QrPicture(QWidget):
    """Black on white in every theme, as cameras expect it."""

    def __init__(self, look: Look, code: Modules, name: str) -> None:
        super().__init__()
        self._code = code
        self.setAccessibleName(name)
        # Whole pixels for each point.
        points = len(code) + 2 * _QUIET
        self._point = max(2, look.px(_SIDE) // points)
        self.setFixedSize(points * self._point, points * self._point)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the points."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        point = self._point
        for y, row in enumerate(self._code):
            for x, is_dark in enumerate(row):
                if is_dark:
                    place = QRect((x + _QUIET) * point, (y + _QUIET) * point, 0, 0)
                    place.setSize(QSize(point, point))
                    painter.fillRect(place, QColor(Qt.GlobalColor.black))
        painter.end()
