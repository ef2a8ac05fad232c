"""The way in for a second start of the program, which leads to the first one."""

import os
import tempfile
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

# A knock is a word and, where the desktop has given one, a token of a few bytes.
_LONGEST_KNOCK = 1024
_MILLISECONDS_TO_ANSWER = 3000
_KNOCK, _ANSWER, _END = b"open", b"coming\n", b"\n"


class Door(QObject):
    """Listens, for this user alone, under a name of its own.

    `knocked` tells the token by which the desktop lets a window come to the front, or
    "" where there is none.
    """

    knocked = Signal(str)

    def __init__(self, before: str) -> None:
        """Clear away what a holder of the name *before* may have left when it died."""
        super().__init__()
        if before:
            QLocalServer.removeServer(before)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        chance = os.urandom(8).hex()
        self._server.listen(f"{_folder()}torimodosu-{os.getpid()}-{chance}")

    @property
    def name(self) -> str:
        """Return what to knock at, or "" where nobody can."""
        return self._server.fullServerName()

    def close(self) -> None:
        """Listen no longer, and leave nothing behind."""
        self._server.close()

    def _welcome(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            _Visitor(visitor, self.knocked.emit, self)


class _Visitor(QObject):
    """Hears one visitor out, who may be slow or may never say anything."""

    def __init__(
        self, socket: QLocalSocket, knocked: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._socket, self._knocked = socket, knocked
        self._heard = b""
        socket.setParent(self)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self.deleteLater)
        self._hear()

    def _hear(self) -> None:
        left = _LONGEST_KNOCK - len(self._heard)
        self._heard += bytes(self._socket.read(left).data())
        line, end, _ = self._heard.partition(_END)
        word, _, token = line.partition(b" ")
        if end and word == _KNOCK:
            self._socket.write(_ANSWER)
            self._socket.flush()
            self._knocked(token.decode("ascii", "ignore"))
        if end or len(self._heard) >= _LONGEST_KNOCK:
            self._socket.disconnectFromServer()


def knock(name: str, token: str) -> bool:
    """Ask the program behind *name* to show its window; False if nobody answers.

    *token* is what the desktop has given this start, so that the window of the first
    one may come to the front, or "".
    """
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_MILLISECONDS_TO_ANSWER):
        return False
    socket.write(b" ".join((_KNOCK, token.encode("ascii", "ignore"))) + _END)
    answered = socket.waitForReadyRead(_MILLISECONDS_TO_ANSWER)
    return answered and bytes(socket.readAll().data()) == _ANSWER


def _folder() -> str:
    """Return where sockets lie, with a separator; Windows keeps pipes by name."""
    if os.name == "nt":
        return ""
    # Qt warns of a folder that is not set.
    folder = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return os.path.join(folder, "")  # noqa: PTH118 -- a Path has no separator at its end
