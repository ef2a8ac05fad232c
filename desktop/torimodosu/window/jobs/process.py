"""The worker process, as the window sees it."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from torimodosu.frames import FrameError, FrameReader, Message, to_frame

log = logging.getLogger(__name__)

# So many messages are handled before the window draws and listens again.
MESSAGES_PER_TURN = 2
MILLISECONDS_TO_LEAVE = 3000


class WorkerProcess(QObject):
    """A child process that takes and sends frames.

    Everything it sent arrives as `message_came`, in order, before `died`.
    """

    message_came = Signal(object)
    died = Signal(str)

    def __init__(self, command: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self._reader = FrameReader()
        self._is_believed = True
        self._end: str | None = None
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._deliver)
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        channel = QProcess.ProcessChannelMode.ForwardedErrorChannel
        self._process.setProcessChannelMode(channel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._note_end)
        self._process.errorOccurred.connect(self._note_error)

    def start(self) -> None:
        """Start the process; it costs the window less than a millisecond."""
        self._process.start()

    def send(self, message: Message) -> None:
        """Send *message*; one to a process that has died is lost, as `died` tells."""
        self._process.write(to_frame(message))

    def kill(self) -> None:
        """End the process at once, and believe nothing more of what it sent."""
        self._is_believed = False
        self._process.kill()

    def hang_up(self) -> None:
        """Send nothing more; the process takes that for a sign to end."""
        self._process.closeWriteChannel()

    def dismiss(self) -> None:
        """Let the process end in its own time, and tell nothing more of it."""
        self.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self._process.finished.connect(self.deleteLater)
        self.hang_up()

    def leave(self) -> None:
        """Let the process end, or end it, and hear of it no more."""
        self._process.blockSignals(True)  # noqa: FBT003 -- Qt's own
        self._turn.stop()
        self.hang_up()
        if not self._process.waitForFinished(MILLISECONDS_TO_LEAVE):
            self._process.kill()
            self._process.waitForFinished(MILLISECONDS_TO_LEAVE)

    def _read(self) -> None:
        self._reader.feed(bytes(self._process.readAllStandardOutput().data()))
        if not self._turn.isActive():
            self._deliver()

    def _deliver(self) -> None:
        for _ in range(MESSAGES_PER_TURN):
            message = self._next()
            if message is None:
                break
            self.message_came.emit(message)
        else:
            self._turn.start()
            return
        if self._end is not None:
            self.died.emit(self._end)

    def _next(self) -> Message | None:
        if not self._is_believed:
            return None
        try:
            return self._reader.next()
        except FrameError:
            log.exception("the worker sent no message")
            self.kill()
            return None

    def _note_end(self, code: int, status: QProcess.ExitStatus) -> None:
        crashed = status is QProcess.ExitStatus.CrashExit
        self._end = f"crashed by signal {code}" if crashed else f"left with {code}"
        self._read()

    def _note_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._end = "cannot be started"
            self._deliver()
