"""Keeping the accounts that were read from a QR code, and what to do with doubles."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.pending import Pending, PendingKind
from torimodosu.window.activities.authenticator import Authenticator


class TakingIn(QObject):
    """Keeps accounts, after it was asked what becomes of those that are kept already.

    `doubled` tells the tuple of KeptAccount that some of them may be; `kept` the tuple
    of KeptAccount that were kept in the end; `failed` why that was not possible, after
    which `try_again` may help. Until they are kept they are noted as pending.
    """

    doubled = Signal(object)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, authenticator: Authenticator) -> None:
        super().__init__()
        self._authenticator = authenticator
        self._accounts: tuple[OtpAccount, ...] = ()
        self._doubles: Mapping[int, KeptAccount] = {}
        self._keeping: deque[tuple[OtpAccount, ...]] = deque()
        self._noted: dict[OtpAccount, Pending] = {}
        self._unanswered = 0
        self._is_left = self._is_practice = False

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
        self._doubles = {}
        self._hold((*waiting, *accounts))
        self._is_practice = self._authenticator.is_practice
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
            self._settle(self._accounts)
            self._accounts, self._doubles = (), {}
            self.kept.emit(there)

    def try_again(self) -> None:
        """Begin once more, as after the keychain was unlocked."""
        self.take(self._accounts)

    def forget(self) -> None:
        """Hold no secret any more, as when the page is left.

        What the keychain is asked for goes on, since it was said to be kept.
        """
        self._is_left = True
        if not self._unanswered:
            self._give_up()

    def come_back(self) -> None:
        """Ask the person again, since the page is in front."""
        self._is_left = False

    def _hold(self, accounts: Iterable[OtpAccount]) -> None:
        """Hold these, each once, and note those that are new."""
        before, self._accounts = self._accounts, tuple(dict.fromkeys(accounts))
        self._settle([one for one in before if one not in self._accounts])
        fresh = [one for one in self._accounts if one not in self._noted]
        names = [one.issuer or one.name for one in fresh]
        begun = self._authenticator.pending.begin(PendingKind.ACCOUNT, names)
        self._noted |= dict(zip(fresh, begun, strict=True))

    def _settle(self, accounts: Iterable[OtpAccount]) -> None:
        self._authenticator.pending.settle(self._unnoted(accounts))

    def _give_up(self) -> None:
        """Drop what is held, and tell that it was not kept."""
        dropped, self._accounts, self._doubles = self._accounts, (), {}
        self._authenticator.pending.give_up(self._unnoted(dropped))

    def _unnoted(self, accounts: Iterable[OtpAccount]) -> list[Pending]:
        return [self._noted.pop(one) for one in accounts if one in self._noted]

    def _look_at_doubles(self, doubles: Mapping[int, KeptAccount]) -> None:
        self._unanswered -= 1
        if self._unanswered or not self._accounts:
            return  # more came meanwhile
        is_moved = self._authenticator.is_practice is not self._is_practice
        if is_moved or (doubles and self._is_left):
            self._give_up()
        elif doubles:
            self._doubles = doubles
            self.doubled.emit(tuple(doubles.values()))
        else:
            self._keep({})

    def _keep(self, replacing: Mapping[int, KeptAccount]) -> None:
        accounts, self._accounts, self._doubles = self._accounts, (), {}
        if accounts:
            self._keeping.append(accounts)
            self._authenticator.add(
                accounts,
                replacing=replacing,
                on_added=self._tell_kept,
                on_failed=self._fail_to_keep,
            )

    def _tell_kept(self, kept: tuple[KeptAccount, ...]) -> None:
        self._settle(self._keeping.popleft())
        self.kept.emit(kept)

    def _fail_to_look(self, error: Exception) -> None:
        self._unanswered -= 1
        self._fail(error)

    def _fail_to_keep(self, error: Exception) -> None:
        self._accounts = tuple(
            dict.fromkeys((*self._keeping.popleft(), *self._accounts))
        )
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        if not self._is_left:
            self.failed.emit(error)
        elif not self._unanswered:
            self._give_up()
