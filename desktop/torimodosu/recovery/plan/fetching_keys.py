"""Looking keys up for the archive of a case, which is sealed anew with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from torimodosu.recovery.case.case import Case
from torimodosu.recovery.case.ports import Clock, Journal
from torimodosu.recovery.evidence.asking_keys import KeyAsking
from torimodosu.recovery.evidence.ports import Archive, Mails
from torimodosu.recovery.evidence.signing_keys import joined, write_keys
from torimodosu.recovery.mail.signatures.key_server import PublishedKey
from torimodosu.recovery.plan.judging_view import KeysFetched
from torimodosu.recovery.plan.ports import Safekeeping
from torimodosu.recovery.plan.snapshot import Seal
from torimodosu.recovery.progress import Progress


class KeyBook(Journal, Safekeeping, Protocol):
    """Where it is kept what was sent, and that the archive was sealed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlaces:
    """Where the keys of a case go.

    Attributes:
        archive: The archive of the case.
        known: The keys in it.
        mails: Its mails.
        book: Where it is kept that it was sealed.
        clock: Tells when.

    """

    archive: Archive
    known: Sequence[PublishedKey]
    mails: Mails
    book: KeyBook
    clock: Clock


def fetch_keys(
    case: Case,
    names: Sequence[str],
    *,
    places: KeyPlaces,
    asking: KeyAsking,
    progress: Progress,
) -> KeysFetched:
    """Ask for the keys with *names*, and put what was told beside the mails.

    Raises:
        StoreError: If it can't be kept what is sent. Then nothing was.
        ArchiveFullError: If the disk is full; the kept mails are safe.
        ArchiveUnwritableError: If the folder of the archive cannot be written.
        Cancelled: If the user wishes so.

    """
    asked = asking.ask(names, progress)
    if asked.keys:
        document = write_keys(joined(asked.keys, places.known))
        places.archive.keep_keys(document)
        journal = places.book.entries(case)
        manifest = places.archive.seal(places.mails.all(), journal)
        seal = Seal(at=places.clock.now(), sha256=manifest)
        places.book.sealed(case, seal)
    return KeysFetched(keys=asked.keys, unanswered=asked.unanswered)
