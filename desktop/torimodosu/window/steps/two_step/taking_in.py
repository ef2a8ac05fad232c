"""Keeping the accounts that were read from a QR code, and what to do with doubles."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.window.activities.authenticator import Authenticator


class TakingIn(QObject):
    """Keeps accounts, after it was asked what becomes of those that are kept already.

    `doubled` tells the tuple of KeptAccount that some of them may be; `kept` the tuple
    of KeptAccount that were kept in the end; `failed` why that was not possible, after
    which `try_again` may help.
    """

    doubled = Signal(object)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, authenticator: Authenticator) -> None:
        super().__init__()
        self._authenticator = authenticator
        self._accounts: tuple[OtpAccount, ...] = ()
        self._doubles: Mapping[int, KeptAccount] = {}
        self._unanswered = 0

    @property
    def is_holding(self) -> bool:
        """Tell whether accounts wait to be kept."""
        return bool(self._accounts)

    def take(self, accounts: Sequence[OtpAccount]) -> None:
        """Keep *accounts*, or ask first where some may be kept already.

        Where the keychain is slow to tell, they join those that wait: whoever sees
        nothing happen shows the same code again.
        """
        waiting = self._accounts if self._unanswered else ()
        self._accounts, self._doubles = tuple(dict.fromkeys((*waiting, *accounts))), {}
        self._unanswered += 1
        self._authenticator.find_duplicates(
            self._accounts, self._look_at_doubles, self._fail_to_look
        )

    def replace(self) -> None:
        """Keep the new ones instead of those that they double."""
        self._keep(self._doubles)

    def keep_both(self) -> None:
        """Keep the new ones beside the old ones."""
        self._keep({})

    def leave(self) -> None:
        """Keep none of the new ones; what there is stays, and is told as kept.

        Once one of the other answers was given, it does nothing.
        """
        there = tuple(self._doubles.values())
        if there:
            self.forget()
            self.kept.emit(there)

    def try_again(self) -> None:
        """Begin once more, as after the keychain was unlocked."""
        self.take(self._accounts)

    def forget(self) -> None:
        """Hold no secret any more, as when the page is left."""
        self._accounts, self._doubles = (), {}

    def _look_at_doubles(self, doubles: Mapping[int, KeptAccount]) -> None:
        self._unanswered -= 1
        if self._unanswered or not self._accounts:
            return  # more came meanwhile, or the page was left
        self._doubles = doubles
        if doubles:
            self.doubled.emit(tuple(doubles.values()))
        else:
            self._keep({})

    def _keep(self, replacing: Mapping[int, KeptAccount]) -> None:
        self._doubles = {}
        self._authenticator.add(
            self._accounts,
            replacing=replacing,
            on_added=self._tell_kept,
            on_failed=self._fail,
        )

    def _tell_kept(self, kept: tuple[KeptAccount, ...]) -> None:
        if not self._unanswered:
            self.forget()
        self.kept.emit(kept)

    def _fail_to_look(self, error: Exception) -> None:
        self._unanswered -= 1
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
