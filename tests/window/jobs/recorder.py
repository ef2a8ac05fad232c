"""A receiver of callbacks that writes them down."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import Heavy, Job, JobRunner


class Recorder(QObject):
    """Writes down which callback came, with what, on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[object, ...]] = []
        self.rows: list[Any] = []
        self.threads: set[int] = set()
        self.error: Exception | None = None

    def start(
        self, jobs: JobRunner, work: Callable[[Progress], object] | Heavy[Any]
    ) -> Job:
        return jobs.run(
            work,
            on_done=self.done,
            on_failed=self.failed,
            on_progress=self.progressed,
            on_cancelled=self.cancelled,
            on_found=self.found,
        )

    def done(self, result: object) -> None:
        self._note("done", result)

    def failed(self, error: Exception) -> None:
        self.error = error
        self._note("failed", type(error))

    def progressed(self, done: int, total: int) -> None:
        self._note("progressed", done, total)

    def cancelled(self) -> None:
        self._note("cancelled")

    def found(self, rows: list[object]) -> None:
        self.rows += rows
        self._note("found", len(rows))

    def _note(self, *call: object) -> None:
        self.calls.append(call)
        self.threads.add(threading.get_ident())

    def has_ended(self) -> bool:
        return any(call[0] in {"done", "failed", "cancelled"} for call in self.calls)
