"""Reading the secrets of several accounts, one after the other."""

from collections import deque
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.activities.authenticator import Authenticator

Gathered = Mapping[str, OtpAccount]


class Gathering(QObject):
    """Calls *then* with *accounts* and their secrets by their id, or *or_else*.

    One is good for one time: whatever is answered after it was stopped is dropped. It
    holds the secrets no longer than it takes to hand them on.
    """

    def __init__(
        self,
        authenticator: Authenticator,
        accounts: Iterable[KeptAccount],
        then: Callable[[Gathered], None],
        or_else: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._authenticator = authenticator
        self._left, self._found = deque(accounts), dict[str, OtpAccount]()
        self._then, self._or_else = then, or_else
        self._is_stopped = False

    def start(self) -> None:
        """Read the first of them."""
        self._go_on()

    def stop(self) -> None:
        """Hand on nothing any more."""
        self._is_stopped, self._found = True, {}
        self.deleteLater()

    def _go_on(self) -> None:
        if self._left:
            self._authenticator.read(self._left[0], self._take, self._fail)
        else:
            found = self._found
            self.stop()
            self._then(found)

    def _take(self, account: OtpAccount) -> None:
        if not self._is_stopped:
            self._found[self._left.popleft().id] = account
            self._go_on()

    def _fail(self, error: Exception) -> None:
        if not self._is_stopped:
            self.stop()
            self._or_else(error)
