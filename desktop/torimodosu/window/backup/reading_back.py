"""Reading a backup back, and comparing it with what is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.backup.comparing import Comparison, Fault, compare
from torimodosu.recovery.twostep.backup.origin import is_read_from
from torimodosu.recovery.twostep.backup.phone import is_code_of
from torimodosu.recovery.twostep.collecting import holds_part, join_reads
from torimodosu.recovery.twostep.exports.outcome import ExportRead, Form, RefusedError
from torimodosu.recovery.twostep.exports.reading import read_qr_texts
from torimodosu.recovery.twostep.kept import KeptAccount
from torimodosu.recovery.twostep.proof import Backup, BackupForm
from torimodosu.recovery.twostep.typed import NotTypedError, read_typed
from torimodosu.window.activities.authenticator import Authenticator
from torimodosu.window.backup.attempt import Attempt
from torimodosu.window.backup.gathering import Gathered, Gathering
from torimodosu.window.backup.making import Keeping
from torimodosu.window.jobs import Job
from torimodosu.window.ports import Ports
from torimodosu.window.qr.looking import Seen, look_at_files
from torimodosu.window.qr.refused import (
    Refused,
    Unseen,
    refused_export,
    refused_text,
    unusable,
)


class BackupReader(QObject):
    """Reads one backup back, and keeps that it held what it should, in its own case.

    What *keeping* returns does that. `changed` tells of each change of what can be
    seen here.
    """

    changed = Signal()

    def __init__(
        self, ports: Ports, authenticator: Authenticator, keeping: Keeping
    ) -> None:
        super().__init__()
        self._ports, self._keeping = ports, keeping
        self._keep = keeping()
        self._authenticator = authenticator
        self._gathering: Gathering | None = None
        self._job: Job | None = None
        self._was_locked = False
        self.attempt: Attempt | None = None
        self.error: Exception | None = None

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being read."""
        return self._gathering is not None or self._job is not None

    def begin(self, backup: Backup) -> None:
        """Begin to read *backup* back."""
        self.forget()
        self._keep = self._keeping()
        self.attempt = Attempt(backup=backup)
        self.changed.emit()

    def forget(self) -> None:
        """Forget what was read."""
        if self._gathering is not None:
            self._gathering.stop()
        if self._job is not None:
            self._job.drop()
        self._gathering = self._job = self.attempt = self.error = None
        self.changed.emit()

    def read_files(self, paths: Sequence[str], password: str | None = None) -> None:
        """Read photos of a sheet, or a file, which *password* opens if it needs one."""
        if self.attempt is not None and not self.is_busy:
            sight = self._ports.lock.sight
            self._was_locked = password is not None
            self._job = self._ports.jobs.run(
                partial(look_at_files, sight, tuple(paths), password),
                on_done=self._conclude,
                on_failed=self._break_off,
            )
            self.changed.emit()

    def read_key(self, text: str) -> None:
        """Read a set-up key that was typed from a sheet."""
        try:
            read = read_typed(text)
        except NotTypedError as error:
            self._take((), (refused_text(error),))
        except RefusedError as error:
            self._take((), (refused_export(error),))
        else:
            self._take((read,), ())

    def read_code(self, typed: str) -> None:
        """Compare a code with those of the accounts that the phone should have."""
        self._gather(partial(self._compare_code, typed))

    def _conclude(self, seen: Seen) -> None:
        self._job = None
        reads, refused = list(seen.exports), list(seen.refused)
        # A phone that moves its accounts shows codes of another kind than a sheet.
        moved = [text for text in seen.texts if holds_part([text])]
        if moved:
            reads.append(ExportRead(form=Form.MIGRATION, accounts=()))
        texts = [text for text in seen.texts if text not in moved]
        if texts:
            try:
                reads.append(read_qr_texts(texts))
            except RefusedError as error:
                refused.append(refused_export(error))
        self._take(reads, refused)

    def _break_off(self, _error: Exception) -> None:
        self._job = None
        self._take((), (Refused(why=Unseen.BROKEN_OFF),))

    def _take(self, reads: Sequence[ExportRead], refused: Sequence[Refused]) -> None:
        attempt = self.attempt
        if attempt is None:
            return
        form = attempt.backup.form
        own = [
            read
            for read in reads
            if is_read_from(form, read.form, was_locked=self._was_locked)
        ]
        self.attempt = replace(
            attempt,
            held=_joined(attempt, [read.accounts for read in own]),
            refused=(*refused, *unusable(join_reads(own))),
            is_other=len(own) < len(reads),
        )
        if any(read.accounts for read in own):
            self._gather(self._compare)
        else:
            self.changed.emit()

    def _gather(self, then: Callable[[Gathered], None]) -> None:
        """Read what the backup should hold, as far as it is kept still."""
        if self.attempt is None or self.is_busy:
            return
        self.error = None
        self._gathering = Gathering(
            self._authenticator,
            self._expected(self.attempt.backup),
            partial(self._hand_on, then),
            self._fail,
        )
        self._gathering.setParent(self)
        self.changed.emit()
        self._gathering.start()

    def _expected(self, backup: Backup) -> Sequence[KeptAccount]:
        accounts = self._authenticator.accounts
        return [one for one in accounts if one.id in backup.accounts]

    def _hand_on(self, then: Callable[[Gathered], None], found: Gathered) -> None:
        self._gathering = None
        then(found)

    def _compare(self, kept: Mapping[str, OtpAccount]) -> None:
        attempt = self.attempt
        if attempt is not None:
            # Of several files one alone has to bring everything back.
            found = [compare(accounts, kept) for accounts in attempt.held]
            self._show(attempt, max(found, key=lambda one: len(one.whole)))

    def _compare_code(self, typed: str, kept: Mapping[str, OtpAccount]) -> None:
        attempt, at = self.attempt, self._ports.clock.now()
        if attempt is None:
            return
        shown = {id_ for id_, one in kept.items() if is_code_of(one, typed, at=at)}
        known = attempt.shown | shown
        comparison = Comparison(
            whole=tuple(id_ for id_ in kept if id_ in known),
            faults={id_: Fault.MISSING for id_ in kept if id_ not in known},
            others=0,
        )
        attempt = replace(attempt, shown=known, is_wrong_code=not shown)
        self._show(attempt, comparison)

    def _show(self, attempt: Attempt, comparison: Comparison) -> None:
        self.attempt = replace(attempt, comparison=comparison)
        if comparison.is_whole:
            # What was read is not needed any more.
            self.attempt = replace(self.attempt, held=())
            self._note(attempt.backup)
        self.changed.emit()

    def _note(self, backup: Backup) -> None:
        keep_restored = self._ports.lock.two_steps.keep_restored

        def note(case: Case, at: datetime) -> None:
            keep_restored(case, backup, at=at)

        self._keep(note)

    def _fail(self, error: Exception) -> None:
        self._gathering, self.error = None, error
        self.changed.emit()


def _joined(
    attempt: Attempt, read: Sequence[tuple[OtpAccount, ...]]
) -> tuple[tuple[OtpAccount, ...], ...]:
    """Return what was held and what was read; a sheet is read picture by picture."""
    held = (*attempt.held, *read)
    if attempt.backup.form is not BackupForm.SHEET:
        return held
    return (tuple(one for accounts in held for one in accounts),)
