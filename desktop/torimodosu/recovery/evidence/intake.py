"""Taking mails in: kept byte for byte first, read afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from torimodosu.recovery.case.journal import Entry, Kind
from torimodosu.recovery.case.ports import Clock
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.evidence.case_journal import LooseJournal
from torimodosu.recovery.evidence.intake_report import Ending, IntakeReport, Tally
from torimodosu.recovery.evidence.loose_mails import LooseMails
from torimodosu.recovery.evidence.ports import (
    Archive,
    ArchiveFullError,
    ArchiveUnwritableError,
    CaseJournal,
    Mails,
)
from torimodosu.recovery.mail.classify import classify
from torimodosu.recovery.mail.keeping import kept_mail
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.reader import read_message
from torimodosu.recovery.mail.search import (
    Covered,
    Found,
    KeptBefore,
    Mailboxes,
    NotCovered,
    PassedOver,
    Wanted,
)
from torimodosu.recovery.progress import Cancelled, Progress

BATCH = 200
# Mails are kept some at a time, which is faster; few enough for a slow server, whose
# mails are lost again when the program is killed before they are kept.
GROUP = 40
GROUP_BYTES = 8_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What an intake reads from and writes to; all of it belongs to one case.

    Without `mails` and `journal`, what is known of the mails and what happened goes
    into the archive only. `keys` is a document with keys of signers (`signing_keys`)
    that is kept beside the mails, b"" where none is known.
    """

    mailboxes: Mailboxes
    archive: Archive
    catalogue: Catalogue
    clock: Clock
    mails: Mails = field(default_factory=LooseMails)
    journal: CaseJournal = field(default_factory=LooseJournal)
    keys: bytes = b""


def ignore(mails: Sequence[KeptMail]) -> None:
    """Do nothing with *mails*: for who only wants the report."""


def take_in(
    sources: Sequence[str],
    *,
    wanted: Wanted,
    places: Places,
    progress: Progress,
    on_mails: Callable[[Sequence[KeptMail]], None] = ignore,
) -> IntakeReport:
    """Archive the *wanted* mails of *sources*, then read them, then seal the archive.

    Every mail is kept before anything of it is parsed. At most `BATCH` mails at a time
    are added to the case and handed to *on_mails*. A cancelled intake, and one that
    fills the disk, keep and seal what was done; the report says so.
    """
    intake = _Intake(places, on_mails)
    intake.note(Kind.SOURCE_CHOSEN, *sources)

    def search() -> None:
        for finding in places.mailboxes.search(sources, wanted, progress):
            match finding:
                case Found():
                    intake.take(finding)
                case NotCovered() | Covered() | PassedOver() | KeptBefore():
                    intake.tally.cover(finding)

    intake.attempt(search)
    return intake.finish()


class _Intake:
    def __init__(
        self, places: Places, on_mails: Callable[[Sequence[KeptMail]], None]
    ) -> None:
        self.ending = Ending.DONE
        self._places = places
        self._on_mails = on_mails
        known = places.mails.all()
        self.tally = Tally(known)
        self._rows = {mail.sha256: mail for mail in known}
        self._found: list[Found] = []
        self._found_bytes = 0
        self._waiting: list[KeptMail] = []

    def attempt(self, work: Callable[[], None]) -> None:
        """Do *work* as far as it goes; what cuts it short is the ending."""
        try:
            work()
        except Cancelled:
            if self.ending is Ending.DONE:
                self.ending = Ending.CANCELLED
        except ArchiveFullError:
            self.ending = Ending.DISK_FULL
        except ArchiveUnwritableError:
            self.ending = Ending.UNWRITABLE

    def take(self, found: Found) -> None:
        """Keep *found*, with others that are found soon after it."""
        self._found.append(found)
        self._found_bytes += len(found.raw)
        if len(self._found) >= GROUP or self._found_bytes >= GROUP_BYTES:
            self._keep()

    def finish(self) -> IntakeReport:
        """Add what waits, note what happened, seal, and report."""
        if self._found:
            self.attempt(self._keep)
        self.attempt(self._flush)
        for trouble, number in self.tally.troubles().items():
            self.note(Kind.MAIL_UNREADABLE, f"{trouble.value}={number}")
        self.note(Kind.MAILS_KEPT, self.tally.summary(self.ending))
        manifest = self._seal()
        return self.tally.report(self.ending, manifest=manifest)

    def note(self, kind: Kind, *texts: str) -> None:
        for text in texts:
            at = self._places.clock.now()
            self._places.journal.note(Entry(at=at, kind=kind, text=text))

    def _keep(self) -> None:
        """Keep what was found, then read it; where the disk is full, what it took."""
        group, self._found, self._found_bytes = self._found, [], 0
        for found, sha256 in self._places.archive.keep(*group):
            self._add(found, sha256)
        if len(self._waiting) > BATCH - GROUP:
            self._flush()

    def _add(self, found: Found, sha256: str) -> None:
        row = self._rows.get(sha256)
        if row is None:
            row = self._read(found, sha256)
            self._rows[sha256] = row
        row = replace(row, origin=found.origin, quoting=found.quoting)
        if self.tally.count(row):
            self._waiting.append(row)

    def _flush(self) -> None:
        """Add the waiting mails to the case, then tell of them."""
        if self._waiting:
            self._places.mails.add(self._waiting)
            added, self._waiting = self._waiting, []
            self._on_mails(added)

    def _seal(self) -> str | None:
        mails, entries = self._places.mails.all(), self._places.journal.entries()
        manifest: str | None = None
        if not mails and self.tally.is_nothing_read:
            return None

        def seal() -> None:
            nonlocal manifest
            if self._places.keys:
                self._places.archive.keep_keys(self._places.keys)
            manifest = self._places.archive.seal(mails, entries)

        self.attempt(seal)
        return manifest

    def _read(self, found: Found, sha256: str) -> KeptMail:
        message = read_message(found.raw, found.quoting)
        classified = classify(message, self._places.catalogue)
        return kept_mail(found, sha256, message, classified)
