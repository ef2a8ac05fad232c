"""Choosing a part of the screen, with the mouse or the keys."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from torimodosu.window.kit.look import Look
from torimodosu.window.kit.tokens import Colour
from torimodosu.window.qr.screens import Shot

_SMALLEST = 8  # px; less is a slip of the hand
_STEP, _LARGE_STEP = 10, 50  # px that an arrow key moves
_SHADE = QColor(0, 0, 0, 120)
_FRAME: tuple[Colour, ...] = ("accent", "surface")
_HINT_PAD = 12
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class RegionPicker(QObject):
    """Shows what each screen showed a moment ago, to choose a part of it.

    A still picture, since it can be shown where windows cannot be translucent, and
    since a QR code may be gone meanwhile. `chosen` tells the QImage, `left` that the
    person wants none.
    """

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.sheets: list[RegionSheet] = []

    def show_on(self, taken: Sequence[Shot]) -> None:
        """Cover every screen with its picture."""
        for shot in taken:
            sheet = RegionSheet(self._look, shot)
            sheet.chosen.connect(self._take)
            sheet.left.connect(self._leave)
            self.sheets.append(sheet)
            sheet.showFullScreen()
        here = QGuiApplication.screenAt(QCursor.pos())
        self.sheets.sort(key=lambda sheet: sheet.screen() is not here)
        if self.sheets:
            self.sheets[0].activateWindow()
            self.sheets[0].setFocus()

    def close_all(self) -> None:
        """Uncover the screens."""
        sheets, self.sheets = self.sheets, []
        for sheet in sheets:
            sheet.close()

    def _take(self, image: QImage) -> None:
        self.close_all()
        self.chosen.emit(image)

    def _leave(self) -> None:
        if self.sheets:
            self.close_all()
            self.left.emit()


class RegionSheet(QWidget):
    """The picture of one screen, and the part of it that is being chosen."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, look: Look, shot: Shot) -> None:
        super().__init__(
            None,
            Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look, self._image = look, shot.image
        self.setScreen(shot.screen)
        self.setGeometry(shot.screen.geometry())
        self._hint = self.tr(
            "Draw a frame around the QR code. Esc leaves.\nWith the keys: arrows move"
            " the frame, Shift and arrows size it, Enter takes it."
        )
        self.setWindowTitle(self.tr("Choose the QR code"))
        self.setAccessibleName(self._hint)
        self._anchor: QPoint | None = None
        side = min(self.width(), self.height()) // 3
        self.area = QRect(0, 0, side, side)
        self.area.moveCenter(self.rect().center())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin at one corner; the right button leaves."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._anchor = event.position().toPoint()
            self._frame(QRect(self._anchor, self._anchor))
        else:
            self.left.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the frame to the opposite corner."""
        if self._anchor is not None:
            self._frame(QRect(self._anchor, event.position().toPoint()).normalized())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what is in the frame; a slip of the hand begins anew."""
        if event.button() is not Qt.MouseButton.LeftButton or self._anchor is None:
            return
        self._anchor = None
        if min(self.area.width(), self.area.height()) >= _SMALLEST:
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and size the frame, take it or leave."""
        way = _ARROWS.get(Qt.Key(event.key()))
        if way is not None:
            self._push(way, event.modifiers())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave, also where the window manager closes it."""
        super().closeEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the screen in the shade, and the frame in the light."""
        del event
        painter = QPainter(self)
        painter.drawImage(self.rect(), self._image)
        painter.fillRect(self.rect(), _SHADE)
        painter.drawImage(self.area, self._image, self._in_pixels())
        # One of the two stands out from whatever is shown.
        for outset, role in enumerate(_FRAME):
            painter.setPen(QPen(self._look.colour(role), 2))
            edge = 2 * outset + 1
            painter.drawRect(self.area.adjusted(-edge, -edge, edge - 1, edge - 1))
        self._paint_hint(painter)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        look, flags = (
            self._look,
            Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter,
        )
        pad = look.px(_HINT_PAD)
        room = self.rect().adjusted(4 * pad, 2 * pad, -4 * pad, -2 * pad)
        words = painter.boundingRect(room, flags, self._hint)
        words.moveTop(room.top())
        if words.intersects(self.area):
            words.moveBottom(room.bottom())
        painter.fillRect(words.adjusted(-pad, -pad, pad, pad), look.colour("surface"))
        painter.setPen(look.colour("text"))
        painter.drawText(words, flags, self._hint)

    def _push(self, way: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        far = modifiers & Qt.KeyboardModifier.ControlModifier
        shift = way * (_LARGE_STEP if far else _STEP)
        area, room = QRect(self.area), self.rect()
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            area.setBottomRight(area.bottomRight() + shift)
            area &= room
        else:
            left = min(area.left() + shift.x(), room.width() - area.width())
            top = min(area.top() + shift.y(), room.height() - area.height())
            area.moveTo(max(0, left), max(0, top))
        if min(area.width(), area.height()) >= _SMALLEST:
            self._frame(area)

    def _frame(self, area: QRect) -> None:
        self.area = area & self.rect()
        self.update()

    def _in_pixels(self) -> QRect:
        """Return the frame in the pixels of the picture, which may be finer."""
        dots = self._image.width() / max(1, self.width())
        corner = self.area.topLeft() * dots
        return QRect(corner, self.area.size() * dots)

    def _choose(self) -> None:
        self.chosen.emit(self._image.copy(self._in_pixels()))
