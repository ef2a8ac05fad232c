"""The icon in the tray, with Open, Codes and Quit."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from torimodosu.window.kit.look import Look


class Tray(QObject):
    """Shows the icon where the desktop has a tray, and else does nothing.

    It says nothing of the case: someone near the person may be the intruder.
    """

    open_asked = Signal()
    codes_asked = Signal()
    quit_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.icon: QSystemTrayIcon | None = None
        self._menu = QMenu()
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon = QSystemTrayIcon(self)
            self.icon.activated.connect(self._open)
            self.icon.messageClicked.connect(self.open_asked)
            self.icon.setContextMenu(self._menu)
            self.speak()
            self._redraw()
            self.icon.show()
            look.recoloured.connect(self._redraw)

    @property
    def is_there(self) -> bool:
        """Tell whether the desktop shows the icon."""
        return self.icon is not None

    def speak(self) -> None:
        """Use the language of the window."""
        self._menu.clear()
        open_ = self._menu.addAction(self.tr("Open Torimodosu"))
        open_.triggered.connect(self.open_asked)
        codes = self._menu.addAction(self.tr("Codes"))
        codes.triggered.connect(self.codes_asked)
        leave = self._menu.addAction(self.tr("Quit"))
        leave.triggered.connect(self.quit_asked)
        if self.icon is not None:
            self.icon.setToolTip(self.tr("Torimodosu"))

    def remind(self) -> None:
        """Say that there is something to check, and not what."""
        if self.icon is not None:
            words = self.tr("%n item(s) to check", "", 1)
            self.icon.showMessage(self.tr("Torimodosu"), words, self.icon.icon())

    def leave(self) -> None:
        """Take the icon away."""
        if self.icon is not None:
            self.icon.hide()

    def _open(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_asked.emit()

    def _redraw(self) -> None:
        if self.icon is not None:
            icon = self._look.icon("brand", "accent", 32)
            # macOS tints a mask itself, to fit a light or a dark menu bar.
            icon.setIsMask(sys.platform == "darwin")
            self.icon.setIcon(icon)
