"""What the evidence of a case needs from the outside world."""

from collections.abc import Sequence
from typing import Protocol

from torimodosu.recovery.case.journal import Entry
from torimodosu.recovery.mail.kept import KeptMail
from torimodosu.recovery.mail.search import Found


class Archive(Protocol):
    """The bag of one case: originals under content-addressed names."""

    def keep(self, found: Found) -> str:
        """Write the bytes of *found* once and return their SHA-256 in hexadecimal.

        Raises:
            ArchiveFullError: If the disk is full; what was kept before is safe.

        """
        ...

    def read(self, sha256: str) -> bytes:
        """Return the bytes of a kept mail.

        Raises:
            KeyError: If no such mail is kept.

        """
        ...

    def seal(self, mails: Sequence[KeptMail], journal: Sequence[Entry]) -> str:
        """Write index, journal and manifests; return the SHA-256 of the manifest."""
        ...


class ArchiveFullError(Exception):
    """The disk of the archive is full."""


class Mails(Protocol):
    """What is known of the kept mails of one case."""

    def add(self, mails: Sequence[KeptMail]) -> None:
        """Keep *mails*; a mail that is known by its SHA-256 and origin adds nothing."""
        ...

    def all(self) -> Sequence[KeptMail]:
        """Return every kept mail, by date, those without one last."""
        ...
