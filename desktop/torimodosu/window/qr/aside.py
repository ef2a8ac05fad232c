"""Getting our own windows out of the way."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

# Until the windows behind ours are painted, and effects have ended.
_MOMENT = 350  # milliseconds


class Aside(QObject):
    """Hides our windows for a moment; `cleared` tells that the screen is free."""

    cleared = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._away: list[QWidget] = []
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
        self._away += [window for window in windows if window.isVisible()]
        for window in self._away:
            window.hide()
        self._timer.start()

    def come_back(self) -> None:
        """Show them again, and tell nothing more."""
        self._timer.stop()
        away, self._away = self._away, []
        active, self._active = self._active, None
        for window in away:
            window.show()
        if active is not None:
            active.activateWindow()
