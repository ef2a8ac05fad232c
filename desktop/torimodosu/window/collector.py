"""Garbage is collected on the GUI thread, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer

MILLISECONDS_BETWEEN_LOOKS = 1000


class Collector(QObject):
    """Collects garbage between events, on the thread that it was made on.

    Python collects on whichever thread happens to allocate. A Qt object that is garbage
    would be destroyed on the thread of a light job, where Qt allows no such thing: it
    has to be destroyed on the thread that it lives on (Qt, "Threads and QObjects").
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(collect_due)
        timer.start(MILLISECONDS_BETWEEN_LOOKS)


def collect_due() -> None:
    """Collect the generations that Python itself would collect by now."""
    counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (n, limit) in enumerate(counted) if n > limit]
    if due:
        gc.collect(due[-1])
