"""A connection that is made anew when it breaks off."""

from collections.abc import Callable
from typing import TypeVar

from torimodosu.adapters.network.imap.connection import Examined, ImapConnection
from torimodosu.adapters.network.imap.talking import CutOffError
from torimodosu.recovery.mail.servers.folders import Folder
from torimodosu.recovery.mail.servers.trouble import ServerError, ServerTrouble

T = TypeVar("T")

# Between tries; the server may be starting anew, or the network coming back.
SECONDS_BETWEEN_TRIES = (1.0, 4.0, 10.0)

# What gets better by itself.
_PASSING = {
    ServerTrouble.CUT,
    ServerTrouble.NOT_REACHABLE,
    ServerTrouble.NO_SUCH_HOST,  # so it looks while there is no network
    ServerTrouble.TOO_MANY,
}


class GivenUpError(Exception):
    """The connection broke off, and could not be made anew."""


class Line:
    """Asks over a connection, and once more over a new one where it breaks off.

    *connect* makes one, and raises `ServerError`; *pause* waits for some seconds.
    """

    def __init__(
        self,
        connect: Callable[[], ImapConnection],
        pause: Callable[[float], None],
    ) -> None:
        self._connect, self._pause = connect, pause
        self._connection: ImapConnection | None = None
        self._folder: Folder | None = None
        self._uid_validity = 0

    def open(self) -> None:
        """Connect.

        Raises:
            ServerError: If that is not possible.

        """
        self._connection = self._connect()

    def examine(self, folder: Folder) -> Examined:
        """Open *folder* for reading only; the raises are those of `ask`."""
        self._folder = None
        examined = self.ask(lambda connection: connection.examine(folder))
        self._folder, self._uid_validity = folder, examined.uid_validity
        return examined

    def ask(self, question: Callable[[ImapConnection], T]) -> T:
        """Return the answer to *question* in the folder that was examined.

        Raises:
            RefusedError: If the server does not answer it.
            GivenUpError: If the connection broke off, and could not be made anew, or
                the folder is another one by now.

        """
        for seconds in (*SECONDS_BETWEEN_TRIES, None):
            try:
                return question(self._connection or self._again())
            except (CutOffError, ServerError) as error:
                self.hang_up()
                is_passing = isinstance(error, CutOffError) or error.trouble in _PASSING
                if seconds is None or not is_passing:
                    raise GivenUpError from None
                self._pause(seconds)
        raise GivenUpError

    def close(self) -> None:
        """Say goodbye."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def hang_up(self) -> None:
        """Close the connection at once."""
        if self._connection is not None:
            self._connection.hang_up()
            self._connection = None

    def _again(self) -> ImapConnection:
        """Return a new connection on which the same folder is open."""
        connection = self._connection = self._connect()
        if self._folder is not None:
            examined = connection.examine(self._folder)
            if examined.uid_validity != self._uid_validity:
                raise GivenUpError  # the UIDs mean other mails now
        return connection
