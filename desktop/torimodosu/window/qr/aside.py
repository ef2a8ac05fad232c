"""Getting our own windows out of the way."""

from functools import partial

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

# Until the windows behind ours are painted, and effects have ended.
_MOMENT = 350  # milliseconds


class Aside(QObject):
    """Hides our windows for a moment; `cleared` tells that the screen is free."""

    cleared = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._away: list[tuple[QWidget, QRect]] = []
        self._active: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=_MOMENT)
        self._timer.timeout.connect(self.cleared)

    @property
    def is_away(self) -> bool:
        """Tell whether our windows are out of the way, to come back in a moment."""
        return bool(self._away)

    def step(self) -> None:
        """Hide every window of ours that is visible, and then tell `cleared`."""
        self._active = QApplication.activeWindow()
        windows = QApplication.topLevelWidgets()
        self._away += [(one, one.geometry()) for one in windows if one.isVisible()]
        for window, _ in self._away:
            window.hide()
        self._timer.start()

    def come_back(self) -> None:
        """Show them again, and tell nothing more."""
        self._timer.stop()
        away, self._away = self._away, []
        active, self._active = self._active, None
        for window, place in away:
            _put_back(window, place)
            window.show()
            # The desktop may be late, and tell it of the window that is back.
            QTimer.singleShot(_MOMENT, window, partial(_put_back, window, place))
        if active is not None:
            active.activateWindow()


def _put_back(window: QWidget, place: QRect) -> None:
    """Let *window* stand where it stood.

    A desktop that takes the frame off a hidden window may tell that it stands in the
    corner of the screen.
    """
    if not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(place)
