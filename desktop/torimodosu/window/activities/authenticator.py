"""The authenticator of the person, as the pages know it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.plan.snapshot import Snapshot
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.vault import Vault
from torimodosu.window.activities.pending_secrets import PendingSecrets
from torimodosu.window.activities.recovery_codes import RecoveryCodes
from torimodosu.window.activities.vault_line import OnFailed, VaultLine
from torimodosu.window.activities.vault_listing import VaultListing
from torimodosu.window.ports import Ports


class Authenticator(QObject):
    """Keeps accounts and reads them, off the GUI thread.

    `changed` tells that the accounts are listed anew, `failed` a KeychainError or a
    StoreError, and `waiting` whether the keychain is slow to answer: it may be asking
    for its password. What is called back with a result is a method of a QObject, and
    is not called when that has died. `recovery_codes` are those of any service, and
    `pending` is what was said to be kept and is not yet.
    """

    changed = Signal()
    failed = Signal(object)
    waiting = Signal(bool)

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        lock = ports.lock
        self._line = VaultLine(ports.jobs)
        self._vault = Vault(lock.keychain, lock.account_list, ports.clock, lock.new_id)
        self._listing = VaultListing(ports.jobs, self._line, self._vault)
        self.recovery_codes = RecoveryCodes(ports, self._line)
        self.pending = PendingSecrets(ports.settings, lock.new_id)
        for part in (self._line, self._listing, self.recovery_codes, self.pending):
            part.setParent(self)
        self._line.waiting.connect(self.waiting)
        self._listing.changed.connect(self.changed)
        self._listing.failed.connect(self.failed)

    @property
    def accounts(self) -> tuple[KeptAccount, ...]:
        """Return the accounts that go with the open case, oldest first."""
        return self._listing.rows

    @property
    def is_practice(self) -> bool:
        """Tell whether they are those of practice."""
        return self._listing.is_practice

    @property
    def is_waiting(self) -> bool:
        """Tell whether the keychain is slow to answer."""
        return self._line.is_waiting

    def open(self, snapshot: Snapshot) -> None:
        """Show what goes with the case of *snapshot*, real or practice."""
        is_practice = snapshot.case is not None and snapshot.case.is_practice
        self._listing.open(is_practice=is_practice)
        self.recovery_codes.open(is_practice=is_practice)

    def load(self) -> None:
        """List the accounts anew; it asks the keychain only for what practice left."""
        self._listing.load()

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
        self._listing.ask(partial(self._vault.read, account), on_read, on_failed)

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
        self._listing.ask(find, on_found, on_failed)

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
        self._listing.change(add, on_added, on_failed)

    def remove(self, account: KeptAccount, on_failed: OnFailed | None = None) -> None:
        """Forget *account* and its secret."""
        self._listing.change(partial(self._vault.remove, account), on_failed=on_failed)

    def count_up(
        self,
        account: KeptAccount,
        on_read: Callable[[OtpAccount], None],
        on_failed: OnFailed | None = None,
    ) -> None:
        """Note that the code of a counter was used, and read the account with the next.

        Presses that come quickly count one after the other.
        """
        self._listing.ask(partial(self._vault.count_up, account), on_read, on_failed)
