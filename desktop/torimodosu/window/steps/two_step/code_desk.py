"""The account that makes the codes for the shop, while its page is open."""

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.activities.authenticator import Authenticator


class CodeDesk(QObject):
    """Reads the secret of one account when it is needed, and forgets it again.

    `changed` tells that it was read, or that it could not be.
    """

    changed = Signal()

    def __init__(self, authenticator: Authenticator) -> None:
        super().__init__()
        self._authenticator = authenticator
        self._wanted: KeptAccount | None = None
        self._unanswered = 0
        self.account: OtpAccount | None = None
        self.error: Exception | None = None

    def want(self, kept: KeptAccount | None) -> None:
        """Read *kept* unless that is known or under way; None forgets all."""
        if kept == self._wanted:
            return
        self.forget()
        self._wanted = kept
        if kept is not None:
            self._unanswered += 1
            self._authenticator.read(kept, self._take, self._fail)

    def try_again(self) -> None:
        """Read the account anew, as after the keychain was unlocked."""
        wanted, self._wanted = self._wanted, None
        self.want(wanted)

    def count_up(self) -> None:
        """Go on to the next code of a counter, as one was used."""
        if self._wanted is not None:
            self._unanswered += 1
            self._authenticator.count_up(self._wanted, self._take, self._fail)

    def forget(self) -> None:
        """Keep no secret, as when the page is left."""
        self._wanted = self.account = self.error = None

    def _take(self, account: OtpAccount) -> None:
        if self._is_newest():
            self.account, self.error = account, None
            self.changed.emit()

    def _fail(self, error: Exception) -> None:
        if self._is_newest():
            self.account, self.error = None, error
            self.changed.emit()

    def _is_newest(self) -> bool:
        """Tell whether this answer is the last one that is still wanted.

        They come in the order of the questions.
        """
        self._unanswered -= 1
        return self._unanswered == 0 and self._wanted is not None
