"""Wait for a tray: at login the program may be there before the panel."""

from PySide6.QtCore import QObject, QTimer, Signal

from torimodosu.window.tray import Tray

_MILLISECONDS_BETWEEN_LOOKS = 1000
_LOOKS = 30


class TrayWait(QObject):
    """Looks for a tray until there is one.

    `missed` tells that one has come that only a program which begins anew can use: Qt
    looks for it on the bus once and keeps to what it found. `given_up` tells that this
    desktop seems to have none.
    """

    missed = Signal()
    given_up = Signal()

    def __init__(self, tray: Tray) -> None:
        super().__init__()
        self._tray = tray
        self._left = _LOOKS
        self._timer = QTimer(self, interval=_MILLISECONDS_BETWEEN_LOOKS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look from now on, unless the tray is there."""
        if not self._tray.is_there:
            self._timer.start()

    def look(self) -> None:
        """Look once."""
        # Late: where there is a tray it takes memory for nothing.
        from torimodosu.window.tray_host import is_tray_host_there  # noqa: PLC0415

        self._tray.look_for_one()
        self._left -= 1
        if self._tray.is_there:
            self._timer.stop()
        elif is_tray_host_there():
            self._timer.stop()
            self.missed.emit()
        elif not self._left:
            self._timer.stop()
            self.given_up.emit()
