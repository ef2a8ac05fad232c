"""What was said to be kept, until the keychain has it."""

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.ports import StoreError
from torimodosu.recovery.twostep.pending import (
    Pending,
    PendingKind,
    pending_in,
    pending_text,
)
from torimodosu.window.ports import Settings

_NOTED = "pending_secrets"


class PendingSecrets(QObject):
    """Notes, on the disk, that something waits for the keychain; never the secret.

    So a program that ends meanwhile tells of it at its next start. `lost` tells the
    tuple of Pending that will not be kept, for which the person has to do it again;
    it stays noted until `settle`.
    """

    lost = Signal(object)

    def __init__(self, settings: Settings, new_id: Callable[[], str]) -> None:
        super().__init__()
        self._settings, self._new_id = settings, new_id
        self._before = self._noted = pending_in(settings.settings.get(_NOTED))

    def recall(self) -> None:
        """Tell what the program before this one has left, once."""
        before, self._before = self._before, ()
        self.give_up(before)

    def begin(self, kind: PendingKind, names: Iterable[str]) -> tuple[Pending, ...]:
        """Note that something of each of *names* is to be kept."""
        begun = tuple(
            Pending(id=self._new_id(), kind=kind, name=name) for name in names
        )
        self._write((*self._noted, *begun))
        return begun

    def settle(self, pending: Collection[Pending]) -> None:
        """Forget *pending*: it is kept, no longer wanted, or was told."""
        if pending:
            self._write(tuple(one for one in self._noted if one not in pending))

    def give_up(self, pending: Collection[Pending]) -> None:
        """Tell that *pending* will not be kept."""
        if pending:
            self.lost.emit(tuple(pending))

    def _write(self, noted: tuple[Pending, ...]) -> None:
        self._noted = noted
        # Where nothing can be noted, the secret is not kept either, which is told.
        with suppress(StoreError):
            self._settings.set(_NOTED, pending_text(noted))
