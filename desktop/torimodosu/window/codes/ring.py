"""A ring that empties while a code is good."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import TYPES, Colour

_SIDE, _STROKE = 52, 4
_FULL_TURN = 360 * 16  # in the units of Qt
_TOP = 90 * 16
_NEARLY_OVER = 5  # seconds
_SAID_EVERY = 10  # seconds; more often would talk over everything else


class Ring(QWidget):
    """How many seconds are left, as a number and as the part of a circle."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.seconds, self._period = 0, 1
        self.setFixedSize(look.px(_SIDE), look.px(_SIDE))
        look.recoloured.connect(self.update)

    def show_seconds(self, seconds: int, period: int) -> None:
        """Show that *seconds* of *period* are left."""
        if seconds > self.seconds or seconds % _SAID_EVERY == 0:
            self.setAccessibleName(self.tr("Good for %n second(s)", "", seconds))
        self.seconds, self._period = seconds, period
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the whole circle faintly and what is left of it clearly."""
        super().paintEvent(event)
        look, edge = self._look, self._look.px(_STROKE)
        tone: Colour = "attention" if self.seconds <= _NEARLY_OVER else "accent"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        left = round(_FULL_TURN * self.seconds / self._period)
        for colour, angle in (
            (look.colour("line"), _FULL_TURN),
            (look.colour(tone), left),
        ):
            painter.setPen(_pen(colour, edge))
            painter.drawArc(circle, _TOP, -angle if angle < _FULL_TURN else angle)
        font = QFont(self.font())
        font.setPixelSize(look.px(TYPES["smallstrong"].size))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.seconds))
        painter.end()


def _pen(colour: QColor, width: int) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
