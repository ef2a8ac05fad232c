"""Asking the keychain, one question after the other and off the GUI thread."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.progress import Progress
from torimodosu.window.jobs import JobRunner

T = TypeVar("T")
U = TypeVar("U")
OnFailed = Callable[[Exception], None]

MILLISECONDS_UNTIL_SLOW = 1500


class VaultLine(QObject):
    """Asks one thing at a time, so that a keychain that blocks holds up one thread.

    `waiting` tells whether the keychain is slow to answer, as when it asks for its
    password.
    """

    waiting = Signal(bool)

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._line: deque[_Question] = deque()
        self._is_asking = self.is_waiting = False
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(MILLISECONDS_UNTIL_SLOW)
        self._slow.timeout.connect(self._wait)

    def ask(
        self,
        work: Callable[[], T],
        settle: Callable[[T], U],
        *,
        on_done: Callable[[U], None] | None = None,
        on_failed: Sequence[OnFailed] = (),
    ) -> None:
        """Do *work* when its turn comes, and call back with what *settle* makes of it.

        *settle* is called on the thread of the window, whoever has died. The others
        are methods of QObjects, and are not called when these have died. What fails is
        a KeychainError, a StoreError, or what else the work raises.
        """
        question = _Question(work, settle, self)
        question.ended.connect(self._end)
        if on_done is not None:
            question.answered.connect(on_done)
        for listener in on_failed:
            question.refused.connect(listener)
        self._line.append(question)
        self._go_on()

    def _go_on(self) -> None:
        if not self._is_asking and self._line:
            self._is_asking = True
            self._slow.start()
            question = self._line.popleft()
            self._jobs.run(question.run, on_done=question.take, on_failed=question.fail)

    def _end(self) -> None:
        self._is_asking = False
        self._slow.stop()
        if self.is_waiting:
            self.is_waiting = False
            self.waiting.emit(False)  # noqa: FBT003 -- the signal has one meaning
        self._go_on()

    def _wait(self) -> None:
        self.is_waiting = True
        self.waiting.emit(True)  # noqa: FBT003 -- the signal has one meaning


class _Question(QObject):
    """Work for a thread; what came of it is told on that of the window."""

    answered = Signal(object)
    refused = Signal(object)
    ended = Signal()

    def __init__(
        self,
        work: Callable[[], object],
        settle: Callable[..., object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self._settle = work, settle

    def run(self, _progress: Progress) -> object:
        """Return what the work does, or the KeychainError that it raised.

        That a keychain is locked is no mistake of the program: nothing logs it.
        """
        try:
            return self._work()
        except KeychainError as error:
            return error

    def take(self, result: object) -> None:
        """Tell what the work returned."""
        if isinstance(result, KeychainError):
            self.fail(result)
        else:
            self.ended.emit()
            self.answered.emit(self._settle(result))
            self.deleteLater()

    def fail(self, error: Exception) -> None:
        """Tell that the work failed."""
        self.ended.emit()
        self.refused.emit(error)
        self.deleteLater()
