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
        self._asked: _Question | None = None
        self.is_waiting = False
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
        if on_done is not None:
            question.answered.connect(on_done)
        for listener in on_failed:
            question.refused.connect(listener)
        self._line.append(question)
        self._go_on()

    def _go_on(self) -> None:
        if self._asked is None and self._line:
            self._asked = self._line.popleft()
            self._slow.start()
            self._jobs.run(
                self._asked.run, on_done=self._answer, on_failed=self._refuse
            )

    def _answer(self, result: object) -> None:
        # That a keychain is locked is no mistake of the program: nothing logs it.
        if isinstance(result, KeychainError):
            self._refuse(result)
        else:
            question = self._end()
            question.answered.emit(question.settle(result))
            self._go_on()

    def _refuse(self, error: Exception) -> None:
        self._end().refused.emit(error)
        self._go_on()

    def _end(self) -> "_Question":
        question, self._asked = self._asked, None
        if question is None:
            message = "an answer without a question"
            raise RuntimeError(message)
        self._slow.stop()
        if self.is_waiting:
            self.is_waiting = False
            self.waiting.emit(False)  # noqa: FBT003 -- the signal has one meaning
        question.deleteLater()
        return question

    def _wait(self) -> None:
        self.is_waiting = True
        self.waiting.emit(True)  # noqa: FBT003 -- the signal has one meaning


class _Question(QObject):
    """Work to be done on a thread; its signals are emitted on that of the window."""

    answered = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        work: Callable[[], object],
        settle: Callable[..., object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._work, self.settle = work, settle

    def run(self, _progress: Progress) -> object:
        """Return what the work does, or the KeychainError that it raised."""
        try:
            return self._work()
        except KeychainError as error:
            return error
