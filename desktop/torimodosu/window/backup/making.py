"""Making backups of all accounts of the authenticator."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.keepass.writing import Lock
from torimodosu.recovery.progress import Progress
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.backup.encrypted_file import encrypted_file
from torimodosu.recovery.twostep.backup.plain_list import plain_list
from torimodosu.recovery.twostep.backup.sheet import (
    Modules,
    SheetEntry,
    qr_code,
    sheet_entry,
)
from torimodosu.recovery.twostep.migration import read_migration
from torimodosu.recovery.twostep.migration_writing import (
    fits_migration,
    migration_addresses,
)
from torimodosu.recovery.twostep.otpauth import uri_of
from torimodosu.recovery.twostep.pending import Pending, PendingKind
from torimodosu.recovery.twostep.proof import Backup, BackupForm
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.backup.gathering import Gathered, Gathering
from torimodosu.window.ports import Ports

Keep = Callable[[Callable[[Case, datetime], None]], None]
Keeping = Callable[[], Keep]
Then = Callable[[Gathered], None]


Paint = Callable[[Sequence[SheetEntry]], bytes]
"""Returns the bytes of a document with a sheet; runs on any thread."""

_BATCH_BITS = 31  # of the number that Google's codes of one move share


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCode:
    """A QR code for a phone, which is left out of the repr.

    Attributes:
        accounts: Whose it is; several where Google Authenticator takes all at once.
        code: Its points; none where the key is longer than any code holds.

    """

    accounts: tuple[OtpAccount, ...]
    code: Modules = field(repr=False)


class UnprintedError(Exception):
    """The printer did not begin."""


class BackupMaker(QObject):
    """Makes one backup at a time, and keeps that it was made, in the case of then.

    What *keeping* returns does that. `changed` tells of each change of what can be
    seen here; `sheet_ready` the tuple of SheetEntry to print. Secrets are held only
    while QR codes are shown to a phone.
    """

    changed = Signal()
    sheet_ready = Signal(object)

    def __init__(
        self, ports: Ports, authenticator: Authenticator, keeping: Keeping
    ) -> None:
        super().__init__()
        self._ports, self._keeping = ports, keeping
        self._keep = keeping()
        self.authenticator = authenticator
        self._gathering: Gathering | None = None
        self._noted: tuple[Pending, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._form = BackupForm.ENCRYPTED_FILE
        self._is_writing = self._is_left = False
        self.way: BackupForm | None = None
        self._shown: tuple[OtpAccount, ...] = ()
        self.codes: tuple[ShownCode, ...] = ()
        self.at = 0
        self.is_joined = False
        self.error: Exception | None = None
        self.file = ""

    @property
    def is_busy(self) -> bool:
        """Tell whether a backup is being made."""
        return self._gathering is not None or self._is_writing

    def open(self, way: BackupForm) -> None:
        """Begin a backup on something."""
        if not self.is_busy and self.authenticator.accounts:
            self.forget()
            self.way = way
            if way is BackupForm.PHONE:
                self._gather(self._show_codes)
            self.changed.emit()

    def forget(self) -> None:
        """Forget what was begun, and all that is secret of it.

        A file for which a place was chosen is written still.
        """
        if self._gathering is not None and not self._noted:
            self._gathering.stop()
            self._gathering = None
        self.way, self.error, self._is_left = None, None, True
        self._shown, self.codes, self.file = (), (), ""
        self.changed.emit()

    @property
    def can_join(self) -> bool:
        """Tell whether Google Authenticator could take several accounts at once."""
        return len(self._shown) > 1 and all(map(fits_migration, self._shown))

    def turn_to(self, at: int) -> None:
        """Show the code at this place."""
        self.at = at
        self.changed.emit()

    def join(self, *, is_joined: bool) -> None:
        """Show codes that hold several accounts, or one for each."""
        self.at, self.is_joined = 0, is_joined
        if is_joined:
            batch = int.from_bytes(self._ports.lock.chance(4)) % 2**_BATCH_BITS
            addresses = migration_addresses(self._shown, batch=batch)
            parts = [read_migration(address).accounts for address in addresses]
        else:
            addresses = list(map(uri_of, self._shown))
            parts = [(account,) for account in self._shown]
        self.codes = tuple(
            ShownCode(accounts=accounts, code=_code_of(address))
            for accounts, address in zip(parts, addresses, strict=True)
        )
        self.changed.emit()

    def make_sheet(self) -> None:
        """Make what is to be printed."""
        self._gather(self._tell_sheet)

    def save_sheet(self, path: Path, paint: Paint) -> None:
        """Write a sheet as the document that *paint* returns, to be printed later."""
        self._form = BackupForm.SHEET
        self._gather(partial(self._write_sheet, path, paint), path.name)

    def note_printed(self) -> None:
        """Keep that the sheet was printed."""
        self._finish(BackupForm.SHEET)

    def note_moved(self) -> None:
        """Keep that the phone has read the codes."""
        self._finish(BackupForm.PHONE)

    def save_encrypted(self, path: Path, password: str) -> None:
        """Write a file that *password* opens."""
        self._form = BackupForm.ENCRYPTED_FILE
        lock = Lock(password=password, chance=self._ports.lock.chance)
        self._gather(partial(self._write_encrypted, path, lock), path.name)

    def save_plain(self, path: Path) -> None:
        """Write a file that anybody can open."""
        self._form = BackupForm.PLAIN_FILE
        self._gather(partial(self._write_plain, path), path.name)

    def tell_unprinted(self) -> None:
        """Tell that the printer took no sheet."""
        self._fail(UnprintedError())

    def _gather(self, then: Then, file: str = "") -> None:
        accounts = self.authenticator.accounts
        if self.is_busy or not accounts:
            return
        self.error, self.file = None, ""
        self._keep, self._is_left = self._keeping(), False
        if file:
            self._noted = self.authenticator.pending.begin(PendingKind.BACKUP, [file])
        self._gathering = Gathering(
            self.authenticator, accounts, partial(self._take, then), self._fail
        )
        self._gathering.setParent(self)
        self.changed.emit()
        self._gathering.start()

    def _take(self, then: Then, found: Gathered) -> None:
        self._gathering, self._ids = None, tuple(found)
        then(found)
        self.changed.emit()

    def _show_codes(self, found: Gathered) -> None:
        self._shown = tuple(found.values())
        self.join(is_joined=False)

    def _tell_sheet(self, found: Gathered) -> None:
        self.sheet_ready.emit(tuple(map(sheet_entry, found.values())))

    def _write_sheet(self, path: Path, paint: Paint, found: Gathered) -> None:
        entries = tuple(map(sheet_entry, found.values()))
        self._write(path, partial(paint, entries))

    def _write_encrypted(self, path: Path, lock: Lock, found: Gathered) -> None:
        accounts, at = tuple(found.values()), self._ports.clock.now()
        self._write(path, partial(encrypted_file, accounts, lock, at=at))

    def _write_plain(self, path: Path, found: Gathered) -> None:
        self._write(path, partial(plain_list, tuple(found.values())))

    def _write(self, path: Path, content: Callable[[], bytes]) -> None:
        self._is_writing, self.file = True, path.name
        self._ports.jobs.run(
            partial(_write, self._ports.lock.write_file, path, content),
            on_done=self._end_writing,
            on_failed=self._fail,
        )

    def _end_writing(self, error: OSError | None) -> None:
        if error is not None:
            self._fail(error)
        else:
            self._is_writing = False
            self._finish(self._form)

    def _finish(self, form: BackupForm) -> None:
        ids = self._ids

        def note(case: Case, at: datetime) -> None:
            backup = Backup(form=form, made_at=at, accounts=ids)
            self._ports.lock.two_steps.keep_backup(case, backup)

        self._keep(note)
        self._settle()
        # Whoever has left meanwhile finds it among the others, in its own case.
        file = "" if self._is_left else self.file
        self.forget()
        self.file = file
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._gathering, self._is_writing = None, False
        self.error, self.file = error, ""
        if self._is_left:
            self.authenticator.pending.give_up(self._noted)
            self._noted = ()
        self._settle()
        if self.way is BackupForm.PHONE:  # there is nothing to show
            self.way = None
        self.changed.emit()

    def _settle(self) -> None:
        noted, self._noted = self._noted, ()
        self.authenticator.pending.settle(noted)


def _write(
    write: Callable[[Path, bytes], None],
    path: Path,
    content: Callable[[], bytes],
    _progress: Progress,
) -> OSError | None:
    """Write a file; that it cannot be written is no mistake of the program."""
    try:
        write(path, content())
    except OSError as error:
        return error
    return None


def _code_of(address: str) -> Modules:
    try:
        return qr_code(address)
    except ValueError:  # longer than any code holds
        return ()
