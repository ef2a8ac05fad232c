"""What is listed of the keychain, kept in step with what changes there."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import count
from typing import Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.secrets import KeychainError
from torimodosu.recovery.progress import Progress
from torimodosu.window.activities.vault_line import OnFailed, VaultLine
from torimodosu.window.jobs import JobRunner

T = TypeVar("T")
Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)


class Listed(Protocol[Row_co]):
    """What keeps secrets and lists them, such as a `Vault`."""

    def all(self, *, is_practice: bool = False) -> Sequence[Row_co]:
        """Return what there is; asks the keychain nothing."""
        ...

    def sweep(self) -> None:
        """Forget the secrets that practice has left."""
        ...


class VaultListing(QObject, Generic[Row]):
    """Lists what *source* keeps, of the person or of practice, off the GUI thread.

    `changed` tells that it is listed anew, `failed` a KeychainError or a StoreError.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, jobs: JobRunner, line: VaultLine, source: Listed[Row]) -> None:
        super().__init__()
        self._jobs, self._line, self._source = jobs, line, source
        self._looks, self._shown = count(1), 0
        self.rows: tuple[Row, ...] = ()
        self.is_practice = False

    def open(self, *, is_practice: bool) -> None:
        """List what belongs to practice, or else to the person."""
        if is_practice != self.is_practice:
            self.is_practice, self.rows = is_practice, ()
            self.changed.emit()
        self.load()

    def load(self) -> None:
        """List anew; the keychain is asked only for what practice has left."""
        self._list()
        self._line.ask(self._sweep, _as_it_is, on_failed=[self._tell])

    def ask(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: OnFailed | None = None,
    ) -> None:
        """Do *work* that changes nothing that is listed, and tell what it returned."""
        failed = [self._tell, *([] if on_failed is None else [on_failed])]
        self._line.ask(work, _as_it_is, on_done=on_done, on_failed=failed)

    def change(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_failed: OnFailed | None = None,
    ) -> None:
        """Do *work*, and list anew before anybody hears that it is done."""

        def do() -> tuple[T, _Look[Row]]:
            return work(), self._look()

        failed = [self._fail, *([] if on_failed is None else [on_failed])]
        self._line.ask(do, self._settle, on_done=on_done, on_failed=failed)

    def _settle(self, changed: "tuple[T, _Look[Row]]") -> T:
        result, look = changed
        self._show(look)
        return result

    def _list(self) -> None:
        self._jobs.run(self._look, on_done=self._show, on_failed=self._tell)

    def _look(self, _progress: Progress | None = None) -> "_Look[Row]":
        # The number comes before the look: a later one has seen at least as much.
        number, is_practice = next(self._looks), self.is_practice
        rows = tuple(self._source.all(is_practice=is_practice))
        return _Look(number, is_practice=is_practice, rows=rows)

    def _show(self, look: "_Look[Row]") -> None:
        # Looks may overtake one another: nothing older, and nothing of the other sort.
        if look.number < self._shown or look.is_practice != self.is_practice:
            return
        self._shown, self.rows = look.number, look.rows
        self.changed.emit()

    def _sweep(self) -> None:
        # Nobody has asked for it: a keychain that is locked now is swept later.
        with suppress(KeychainError):
            self._source.sweep()

    def _fail(self, error: Exception) -> None:
        """Show what was kept before it failed."""
        self._list()
        self._tell(error)

    def _tell(self, error: Exception) -> None:
        self.failed.emit(error)


class _Look(NamedTuple, Generic[Row]):
    number: int
    is_practice: bool
    rows: tuple[Row, ...]


def _as_it_is(result: T) -> T:
    return result
