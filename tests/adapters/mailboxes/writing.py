"""Mailboxes as programs write them, for tests."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.recovery.mail.search import (
    Covered,
    Finding,
    Found,
    NotCovered,
    PassedOver,
    Quoting,
    Wanted,
)

SHOP = Wanted(domains=("midoriya.example",), names=("みどりや電器", "Midoriya"))

GMAIL = b"From 1742@xxx Tue Jan 02 03:04:05 +0000 2018"
UNIX = b"From shop@midoriya.example Tue Jan  2 03:04:05 2018"
THUNDERBIRD = b"From - Tue Jan 02 03:04:05 2018"

FROM_SHOP = (
    b"From: Shop <order@midoriya.example>\n"
    b"Subject: Thank you\nDate: Tue, 02 Jan 2018 12:04:05 +0900\n\nYour order.\n"
)
FROM_FRIEND = (
    b"From: Friend <friend@other.example>\n"
    b"Subject: Hello\nDate: Wed, 03 Jan 2018 12:04:05 +0900\n\nHow are you?\n"
)

_FROM_LINES = {
    Quoting.NONE: re.compile(rb"(?!)"),
    Quoting.MBOXO: re.compile(rb"^(?=From )", re.MULTILINE),
    Quoting.MBOXRD: re.compile(rb"^(?=>*From )", re.MULTILINE),
}


def mbox(
    mails: Iterable[bytes],
    *,
    separator: bytes = UNIX,
    eol: bytes = b"\n",
    quoting: Quoting = Quoting.NONE,
) -> bytes:
    """Return an mbox of mails that end with a line end (RFC 4155)."""
    return b"".join(separator + eol + quoted(mail, quoting) + eol for mail in mails)


def quoted(mail: bytes, quoting: Quoting) -> bytes:
    """Return *mail* as it lies in an mbox."""
    return _FROM_LINES[quoting].sub(b">", mail)


def maildir(folder: Path, mails: Sequence[bytes]) -> Path:
    """Write a Maildir, whose first mail is new."""
    for name in ("cur", "new", "tmp"):
        (folder / name).mkdir(parents=True)
    for number, mail in enumerate(mails):
        name = f"15148623{number:02}.M{number}P1.host"
        place = folder / "cur" / f"{name}:2,S" if number else folder / "new" / name
        place.write_bytes(mail)
    return folder


@dataclass
class Told:
    """A progress that remembers what it was told."""

    reports: list[tuple[int, int]] = field(default_factory=list)

    def report(self, done: int, total: int) -> None:
        self.reports.append((done, total))


def search(
    *sources: Path | str, wanted: Wanted = SHOP, progress: Told | None = None
) -> list[Finding]:
    """Search in this process, as small mailboxes are searched."""
    mailboxes = FileMailboxes()
    try:
        found = mailboxes.search(
            [str(source) for source in sources], wanted, progress or Told()
        )
        return list(found)
    finally:
        mailboxes.close()


def found(findings: Iterable[Finding]) -> list[Found]:
    return [finding for finding in findings if isinstance(finding, Found)]


def troubles(findings: Iterable[Finding]) -> list[NotCovered]:
    return [finding for finding in findings if isinstance(finding, NotCovered)]


def covered(findings: Iterable[Finding]) -> list[Covered]:
    return [finding for finding in findings if isinstance(finding, Covered)]


def passed_over(findings: Iterable[Finding]) -> list[PassedOver]:
    return [finding for finding in findings if isinstance(finding, PassedOver)]


def names(findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the file names of the wanted mails."""
    return (Path(finding.origin.source).name for finding in found(findings))
