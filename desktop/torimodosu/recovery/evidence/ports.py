"""What the evidence of a case needs from the outside world."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from torimodosu.recovery.case.journal import Entry
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.search import Found


class Archive(Protocol):
    """The bag of one case: originals under content-addressed names."""

    def keep(self, *found: Found) -> Iterator[tuple[Found, str]]:
        """Write the bytes of each once; tell each with its SHA-256 in hexadecimal.

        All are written before it returns. Where one could not be written, those that
        were are told, and then it is raised:

        Raises:
            ArchiveFullError: If the disk is full; what was kept before is safe.
            ArchiveUnwritableError: If the folder of the archive cannot be written.

        """
        ...

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a kept mail.

        Raises:
            KeyError: If no such mail is kept, or its bytes are no longer the same.

        """
        ...

    def keep_keys(self, document: bytes) -> None:
        """Write the keys of signers (`signing_keys`), instead of those before.

        Raises:
            ArchiveFullError: If the disk is full; what was kept before is safe.
            ArchiveUnwritableError: If the folder of the archive cannot be written.

        """
        ...

    def keep_stamp(self, question: bytes, answer: bytes) -> None:
        """Write a time stamp of the sealed archive, which stays sealed.

        Raises:
            ArchiveFullError: If the disk is full; the archive is as it was sealed.
            ArchiveUnwritableError: If the folder of the archive cannot be written.

        """
        ...

    def seal(self, mails: Sequence[KeptMail], journal: Sequence[Entry]) -> str:
        """Write index, journal and manifests; return the SHA-256 of the manifest.

        Raises:
            ArchiveFullError: If the disk is full; the kept mails are safe, and
                sealing again later makes the bag valid.
            ArchiveUnwritableError: If the folder of the archive cannot be written.

        """
        ...


class ArchiveFullError(Exception):
    """The disk of the archive is full."""


class ArchiveUnwritableError(Exception):
    """The folder of the archive cannot be written; the argument is its path."""


class Mails(Protocol):
    """What is known of the kept mails of one case."""

    def add(self, mails: Sequence[KeptMail]) -> None:
        """Keep *mails*; a mail that is known by its SHA-256 and origin adds nothing."""
        ...

    def all(self) -> Sequence[KeptMail]:
        """Return every kept mail, by date, those without one last."""
        ...


class CaseJournal(Protocol):
    """The journal of one case; entries are only ever added."""

    def note(self, entry: Entry) -> None:
        """Add *entry*."""
        ...

    def entries(self) -> Sequence[Entry]:
        """Return all entries, oldest first."""
        ...


class Sort(Enum):
    """What a name in a bag stands for."""

    FILE = "file"
    FOLDER = "folder"
    LINK_OUT = "link_out"
    FOLDER_LINK = "folder_link"
    OTHER = "other"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class BagEntry:
    """One name in a bag.

    Attributes:
        path: Relative to the base folder, parts joined by "/".
        size: Bytes of a file, else 0.

    """

    path: str
    sort: Sort
    size: int = 0


class BagFiles(Protocol):
    """The files of a bag, which nothing here ever leaves."""

    def entries(self) -> Sequence[BagEntry]:
        """Return everything below the base folder, sorted by path; follow no link."""
        ...

    def read(self, path: str, limit: int) -> bytes:
        """Return at most *limit* bytes from the start of the file *path*.

        Raises:
            UnreadableFileError: If it cannot be read.

        """
        ...

    def digests(self, path: str, algorithms: Iterable[str]) -> Mapping[str, str]:
        """Return the hexadecimal digest of the file *path* by hashlib algorithm.

        Raises:
            UnreadableFileError: If it cannot be read.

        """
        ...


class UnreadableFileError(Exception):
    """A file of a bag cannot be read; the argument is its path."""
