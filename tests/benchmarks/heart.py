"""How long the event loop of a window does not listen."""

import time

from PySide6.QtCore import QObject, Qt, QTimer

BEAT = 2


class Heart(QObject):
    """Feels how long the event loop takes from beat to beat, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._feel)
        timer.start()

    def _feel(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now
