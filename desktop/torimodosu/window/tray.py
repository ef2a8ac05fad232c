"""The icon in the tray, with how much is waiting, and its menu."""

import sys

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from torimodosu.window.kit.look import Look

# In px, for the panels there are; each is drawn anew, so that figures stay sharp.
_SIDES = (16, 22, 24, 32, 48, 64)
_MOST_TOLD = 9
# The share of the side that the badge takes, from the corner at the bottom right.
_BADGE = 0.62
# The same of the tile below: its corners, and what it shows around the sign.
_ROUND, _EDGE = 0.22, 0.06
# macOS tints a mask itself, to fit a light or a dark menu bar.
_IS_MASK = sys.platform == "darwin"


class Tray(QObject):
    """Shows the icon where the desktop has a tray, and else does nothing.

    It says how much is waiting and nothing of the case: someone near the person may be
    the intruder. `pause_asked` tells whether to pause the reminders, or to go on.
    """

    open_asked = Signal()
    next_asked = Signal()
    codes_asked = Signal()
    pause_asked = Signal(bool)
    quit_asked = Signal()
    message_clicked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        self._waiting, self._is_paused = 0, False
        self.use(look)
        self.look_for_one()

    @property
    def is_there(self) -> bool:
        """Tell whether the desktop shows the icon."""
        return self.icon is not None

    @property
    def words(self) -> str:
        """Return how much is waiting, and not what."""
        if not self._waiting:
            return self.tr("Nothing to check")
        return self.tr("%n item(s) to check", "", self._waiting)

    def look_for_one(self) -> None:
        """Show the icon if the desktop has a tray by now."""
        if self.icon is not None or not QSystemTrayIcon.isSystemTrayAvailable():
            return
        self.icon = QSystemTrayIcon(self)
        self.icon.activated.connect(self._open)
        self.icon.messageClicked.connect(self.message_clicked)
        self.icon.setContextMenu(self._menu)
        self.speak()
        self._redraw()
        self.icon.show()

    def use(self, look: Look) -> None:
        """Take its colours from *look* from now on."""
        self._look = look
        look.recoloured.connect(self._redraw)
        self._redraw()

    def show_waiting(self, count: int, *, is_paused: bool) -> None:
        """Show that *count* things are waiting, and whether reminders are paused."""
        if (count, is_paused) != (self._waiting, self._is_paused):
            self._waiting, self._is_paused = count, is_paused
            self.speak()
            self._redraw()

    def speak(self) -> None:
        """Use the language of the window."""
        self._menu.clear()
        for words, signal in (
            (self.tr("Open Torimodosu"), self.open_asked),
            (self.tr("What to do next"), self.next_asked),
            (self.tr("Codes"), self.codes_asked),
        ):
            self._menu.addAction(words).triggered.connect(signal)
        self._menu.addSeparator()
        pause = self._menu.addAction(self.tr("Pause reminders for a day"))
        pause.setCheckable(True)
        pause.setChecked(self._is_paused)
        pause.toggled.connect(self.pause_asked)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit")).triggered.connect(self.quit_asked)
        if self.icon is not None:
            name = self.tr("Torimodosu")
            self.icon.setToolTip(f"{name}\n{self.words}" if self._waiting else name)

    def remind(self) -> bool:
        """Say that there is something to check; False where nothing can be shown."""
        if self.icon is None or not self.icon.supportsMessages():
            return False
        self.icon.showMessage(self.tr("Torimodosu"), self.words, self.icon.icon())
        return True

    def leave(self) -> None:
        """Take the icon away."""
        if self.icon is not None:
            self.icon.hide()

    def _open(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_asked.emit()

    def _redraw(self) -> None:
        if self.icon is not None:
            icon = QIcon()
            for side in _SIDES:
                icon.addPixmap(self._picture(side))
            icon.setIsMask(_IS_MASK)
            self.icon.setIcon(icon)

    def _picture(self, side: int) -> QPixmap:
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, side, side)
        if not _IS_MASK:
            # Panels are light or dark, whatever the window is.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("surface"))
            painter.drawRoundedRect(area, side * _ROUND, side * _ROUND)
            edge = side * _EDGE
            area.adjust(edge, edge, -edge, -edge)
        self._look.draw(painter, "brand", "accent", area)
        if self._waiting:
            self._draw_badge(painter, side)
        painter.end()
        return picture

    def _draw_badge(self, painter: QPainter, side: int) -> None:
        width = side * _BADGE
        area = QRectF(side - width, side - width, width, width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("attention"))
        painter.drawEllipse(area)
        font = QFont()
        font.setPixelSize(max(1, round(width * 0.8)))
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(self._look.colour("surface"))
        many = self._waiting > _MOST_TOLD
        words = "+" if many else str(self._waiting)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
