"""The recovery codes of the person, as the pages know them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.twostep.recovery_codes import KeptCodes, RecoveryCodeSafe
from torimodosu.window.activities.vault_line import OnFailed, VaultLine
from torimodosu.window.activities.vault_listing import VaultListing
from torimodosu.window.ports import Ports


class RecoveryCodes(QObject):
    """Keeps lists of recovery codes and reads them, off the GUI thread.

    `changed` tells that they are listed anew, `failed` a KeychainError or a StoreError.
    What is called back with a result is a method of a QObject, and is not called when
    that has died.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, ports: Ports, line: VaultLine) -> None:
        super().__init__()
        lock = ports.lock
        self._safe = RecoveryCodeSafe(
            lock.keychain, lock.code_lists, ports.clock, lock.new_id
        )
        self._listing = VaultListing(ports.jobs, line, self._safe)
        self._listing.setParent(self)
        self._listing.changed.connect(self.changed)
        self._listing.failed.connect(self.failed)

    @property
    def lists(self) -> tuple[KeptCodes, ...]:
        """Return the lists, oldest first."""
        return self._listing.rows

    def open(self, *, is_practice: bool) -> None:
        """Show the lists of practice, or else of the person."""
        self._listing.open(is_practice=is_practice)

    def add(
        self,
        codes: Sequence[str],
        *,
        issuer: str,
        name: str = "",
        on_added: Callable[[KeptCodes], None] | None = None,
        on_failed: OnFailed | None = None,
    ) -> None:
        """Keep *codes*, as `recovery_codes_in` returns them."""
        add = partial(
            self._safe.add,
            tuple(codes),
            issuer=issuer,
            name=name,
            is_practice=self._listing.is_practice,
        )
        self._listing.change(add, on_added, on_failed)

    def read(
        self,
        codes: KeptCodes,
        on_read: Callable[[tuple[str, ...]], None],
        on_failed: OnFailed | None = None,
    ) -> None:
        """Read the codes of a list, the used ones too."""
        self._listing.ask(partial(self._safe.read, codes), on_read, on_failed)

    def use(self, codes: KeptCodes, place: int) -> None:
        """Strike out the code at *place*: a service takes each but once."""
        self._listing.change(partial(self._safe.use, codes, place))

    def take_back(self, codes: KeptCodes, place: int) -> None:
        """Take back that the code at *place* was used."""
        self._listing.change(partial(self._safe.take_back, codes, place))

    def remove(self, codes: KeptCodes, on_failed: OnFailed | None = None) -> None:
        """Forget a list and its codes."""
        self._listing.change(partial(self._safe.remove, codes), on_failed=on_failed)
