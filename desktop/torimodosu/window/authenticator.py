"""The authenticator of the person, as the pages know it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import count
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.window.ports import Ports
from torimodosu.window.vault_line import VaultLine

T = TypeVar("T")
OnFailed = Callable[[Exception], None]


class Authenticator(QObject):
    """Keeps accounts and reads them, off the GUI thread.

    `changed` tells that the accounts are listed anew, `failed` a KeychainError or a
    StoreError, and `waiting` whether the keychain is slow to answer: it may be asking
    for its password. What is called back with a result is a method of a QObject, and
    is not called when that has died.
    """

    changed = Signal()
    failed = Signal(object)
    waiting = Signal(bool)

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        self._jobs, self._line = ports.jobs, VaultLine(ports.jobs)
        self._line.setParent(self)
        self._vault = Vault(
            keychain=ports.lock.keychain,
            account_list=ports.lock.account_list,
            clock=ports.clock,
            new_id=ports.lock.new_id,
        )
        self._looks, self._shown = count(1), 0
        self.accounts: tuple[KeptAccount, ...] = ()
        self.is_practice = False
        self._line.failed.connect(self._fail)
        self._line.waiting.connect(self.waiting)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the keychain is slow to answer."""
        return self._line.is_waiting

    def open(self, snapshot: Snapshot) -> None:
        """Show the accounts that go with the case of *snapshot*, real or practice."""
        is_practice = snapshot.case is not None and snapshot.case.is_practice
        if is_practice != self.is_practice:
            self.is_practice, self.accounts = is_practice, ()
            self.changed.emit()
        self.load()

    def load(self) -> None:
        """List the accounts anew; it asks the keychain only for what practice left."""
        self._list()
        self._line.ask(self._sweep)

    def account(self, id_: str) -> KeptAccount | None:
        """Return the listed account with this id, or None."""
        return next((one for one in self.accounts if one.id == id_), None)

    def read(
        self,
        account: KeptAccount,
        on_read: Callable[[OtpAccount], None],
        on_failed: OnFailed | None = None,
    ) -> None:
        """Read the secret of *account*."""
        self._line.ask(partial(self._vault.read, account), on_read, on_failed)

    def find_duplicates(
        self,
        accounts: Sequence[OtpAccount],
        on_found: Callable[[Mapping[int, KeptAccount]], None],
        on_failed: OnFailed | None = None,
    ) -> None:
        """Look which of *accounts*, by their place, may be kept already."""
        find = partial(
            self._vault.find_duplicates, tuple(accounts), is_practice=self.is_practice
        )
        self._line.ask(find, on_found, on_failed)

    def add(
        self,
        accounts: Sequence[OtpAccount],
        *,
        replacing: Mapping[int, KeptAccount] | None = None,
        on_added: Callable[[tuple[KeptAccount, ...]], None] | None = None,
        on_failed: OnFailed | None = None,
    ) -> None:
        """Keep *accounts*; those at the places of *replacing* instead of others.

        Where it fails in the middle, those before stay kept.
        """
        add = partial(
            self._vault.add_all,
            tuple(accounts),
            replacing=dict(replacing or {}),
            is_practice=self.is_practice,
        )
        self._change(add, on_added, on_failed)

    def remove(self, account: KeptAccount, on_failed: OnFailed | None = None) -> None:
        """Forget *account* and its secret."""
        self._change(partial(self._vault.remove, account), None, on_failed)

    def count_up(
        self,
        account: KeptAccount,
        on_read: Callable[[OtpAccount], None],
        on_failed: OnFailed | None = None,
    ) -> None:
        """Note that the code of a counter was used, and read the account with the next.

        Presses that come quickly count one after the other.
        """
        self._line.ask(partial(self._vault.count_up, account), on_read, on_failed)

    def _change(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None,
        on_failed: OnFailed | None,
    ) -> None:
        """Do *work*, and show the accounts before anybody hears that it is done."""

        def do() -> tuple[T, _Listing]:
            return work(), self._look()

        self._line.ask_and_settle(do, self._settle, on_done, on_failed)

    def _settle(self, changed: tuple[T, "_Listing"]) -> T:
        result, listing = changed
        self._show(listing)
        return result

    def _list(self) -> None:
        self._jobs.run(self._look, on_done=self._show, on_failed=self._tell)

    def _look(self, _progress: Progress | None = None) -> "_Listing":
        # The number comes before the look: a later one has seen at least as much.
        number, is_practice = next(self._looks), self.is_practice
        accounts = tuple(self._vault.all(is_practice=is_practice))
        return _Listing(number, is_practice=is_practice, accounts=accounts)

    def _show(self, listing: "_Listing") -> None:
        # Looks may overtake one another: nothing older, and nothing of the other sort.
        if listing.number < self._shown or listing.is_practice != self.is_practice:
            return
        self._shown, self.accounts = listing.number, listing.accounts
        self.changed.emit()

    def _sweep(self) -> None:
        # Nobody has asked for it: a keychain that is locked now is swept later.
        with suppress(KeychainError):
            self._vault.sweep()

    def _fail(self, error: Exception) -> None:
        """Show what was kept before it failed."""
        self._list()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(error)


class _Listing(NamedTuple):
    number: int
    is_practice: bool
    accounts: tuple[KeptAccount, ...]
