"""Reading the one account whose code is asked for."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.activities.authenticator import Authenticator


class Reading(QObject):
    """Reads accounts one at a time; only the newest wish counts.

    `read` tells the OtpAccount of the account that was asked for last, `failed` the
    error that kept it from being read.
    """

    read = Signal(object)
    failed = Signal(object)

    def __init__(self, authenticator: Authenticator) -> None:
        super().__init__()
        self._authenticator = authenticator
        self._wanted: KeptAccount | None = None
        self._asked: KeptAccount | None = None

    def ask(self, account: KeptAccount) -> None:
        """Read *account*, as soon as what was asked for before has been answered."""
        self._wanted = account
        if self._asked is None:
            self._begin(account)

    def count_up(self, account: KeptAccount) -> None:
        """Note that the code of a counter was used, and read *account* anew.

        A second press before the answer does nothing.
        """
        if self._asked is None:
            self._wanted = self._asked = account
            self._authenticator.count_up(account, self._take, self._refuse)

    def drop(self) -> None:
        """Want nothing any more."""
        self._wanted = None

    def _begin(self, account: KeptAccount) -> None:
        self._asked = account
        self._authenticator.read(account, self._take, self._refuse)

    def _take(self, account: OtpAccount) -> None:
        if self._is_answered():
            self.read.emit(account)

    def _refuse(self, error: Exception) -> None:
        if self._is_answered():
            self.failed.emit(error)

    def _is_answered(self) -> bool:
        """Tell whether the answer is to the newest wish; if not, ask for that."""
        asked, self._asked = self._asked, None
        wanted = self._wanted
        if wanted is None:
            return False
        if wanted == asked:
            self._wanted = None
            return True
        self._begin(wanted)
        return False
