"""A window whose table is filled and scrolled while a mailbox is being indexed.

Its heart beats every 2 ms; it prints the gaps between the beats, in milliseconds, and
how many rows came. Started with the path of an mbox, and "worker" or "idle".
"""

import gc
import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

from tests.benchmarks import index_worker
from torimodosu.bootstrap.opening import SECONDS_BETWEEN_THREADS
from torimodosu.window.jobs import Heavy, JobRunner

Index = QModelIndex | QPersistentModelIndex
Row = list[str]

WORKER = (sys.executable, "-P", "-m", index_worker.__name__)
# As the program does: looking for a face that has the glyphs takes time in every cell.
JAPANESE_FONTS = ("BIZ UDPGothic", "Noto Sans CJK JP", "Noto Sans JP")
BEAT, FRAME, STEP = 2, 16, 7
MILLISECONDS_TO_SETTLE = 1500
MILLISECONDS_IDLE = 5000
ROOT = QModelIndex()


class Mails(QAbstractTableModel):
    """Rows that only become more."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802 -- Qt's
        """Return how many mails there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, _parent: Index = ROOT) -> int:  # noqa: N802 -- Qt's
        """Return sender, subject and date."""
        return 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._rows[index.row()][index.column()]

    def add(self, rows: list[Row]) -> None:
        """Add *rows* at the end."""
        first = len(self._rows)
        self.beginInsertRows(ROOT, first, first + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()


class Busy(QObject):
    """Runs the job, scrolls, and listens to the heart."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        self._jobs = JobRunner(worker=WORKER)
        self._mails = Mails()
        self._table = QTableView()
        self._table.setModel(self._mails)
        # As in the tables of the program.
        self._table.verticalHeader().hide()
        self.window = QMainWindow()
        self.window.setCentralWidget(self._table)
        self.window.resize(1024, 640)
        self._gaps: list[float] = []
        self._last = 0.0
        self._beat = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._feel)
        self._frame = QTimer(self, interval=FRAME)
        self._frame.timeout.connect(self._scroll)
        self._jobs.prepare()

    def begin(self, way: str) -> None:
        """Index in the worker or, to compare, only scroll the same rows for a while."""
        if way == "idle":
            self._mails.add(index_worker.rows_of(self._path))
        self._last = time.perf_counter()
        self._beat.start()
        self._frame.start()
        if way == "idle":
            QTimer.singleShot(MILLISECONDS_IDLE, self._end_idle)
            return
        self._jobs.run(
            Heavy(name="index", arguments={"path": self._path}, result=int),
            on_done=self._end,
            on_failed=self._fail,
            on_found=self._mails.add,
        )

    def _end_idle(self) -> None:
        self._end(self._mails.rowCount())

    def _feel(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1000)
        self._last = now

    def _scroll(self) -> None:
        bar = self._table.verticalScrollBar()
        bar.setValue((bar.value() + STEP) % max(1, bar.maximum()))

    def _end(self, count: int) -> None:
        self._beat.stop()
        self._frame.stop()
        result = {"rows": count, "shown": self._mails.rowCount(), "gaps": self._gaps}
        sys.stdout.write(json.dumps(result))
        self._jobs.shut_down()
        QApplication.quit()

    def _fail(self, error: Exception) -> None:
        raise error


def main() -> None:
    """Do what the command line says."""
    path, way = sys.argv[1:]
    sys.setswitchinterval(SECONDS_BETWEEN_THREADS)
    app = QApplication([])
    font = app.font()
    font.setFamilies([*JAPANESE_FONTS, font.defaultFamily()])
    app.setFont(font)
    busy = Busy(str(Path(path)))
    busy.window.show()
    gc.collect()
    gc.freeze()
    QTimer.singleShot(MILLISECONDS_TO_SETTLE, lambda: busy.begin(way))
    app.exec()


if __name__ == "__main__":
    main()
