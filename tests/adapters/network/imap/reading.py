"""Reading a mailbox as the program does, and made-up mails to lie in it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from torimodosu.adapters.network.imap import ImapServers
from torimodosu.recovery.mail.search import (
    Covered,
    Finding,
    Found,
    NotCovered,
    Wanted,
)
from torimodosu.recovery.mail.servers.account import MailAccount
from torimodosu.recovery.mail.servers.places import account_source, read_source
from torimodosu.recovery.progress import Cancelled

WANTED = Wanted(
    domains=("amazon.co.jp",),
    names=("Amazon", "アマゾン"),
    since=datetime(2026, 1, 1, tzinfo=UTC),
)


@dataclass
class Reports:
    """Writes down how far it is; cancels after some reports."""

    patience: int | None = None
    said: list[tuple[int, int]] = field(default_factory=list)

    def report(self, done: int, total: int) -> None:
        self.said.append((done, total))
        if self.patience is not None and len(self.said) > self.patience:
            raise Cancelled


def mail(  # noqa: PLR0913 -- parts of a mail
    number: int = 1,
    *,
    sender: str = "auto-confirm@amazon.co.jp",
    subject: str = "Ordered",
    date: str = "Fri, 13 Mar 2026 19:02:00 +0900",
    body: bytes = b"Order 250-1234567-1234567\r\n",
    more: str = "",
) -> bytes:
    """Return a mail as it comes over a network: each line ends with CR and LF."""
    lines = [
        f"From: <{sender}>",
        f"Subject: {subject}",
        f"Message-ID: <{number}@mail.example>",
        *([f"Date: {date}"] if date else []),
        *([more] if more else []),
        "",
        "",
    ]
    return "\r\n".join(lines).encode() + body


def findings(  # noqa: PLR0913 -- all but the first two are rarely given
    account: MailAccount,
    authorities: str,
    *,
    wanted: Wanted = WANTED,
    known: Mapping[str, frozenset[int]] | None = None,
    progress: Reports | None = None,
    pause: Callable[[float], None] = lambda _: None,
) -> list[Finding]:
    """Return all that is found in the mailbox of *account*."""
    servers = ImapServers(authorities=authorities, pause=pause)
    with servers.sign_in(account, known or {}) as mailbox:
        sources = [account_source(account)]
        return list(mailbox.search(sources, wanted, progress or Reports()))


def found(all_: Sequence[Finding]) -> list[bytes]:
    return [finding.raw for finding in all_ if isinstance(finding, Found)]


def covered(all_: Sequence[Finding]) -> dict[str, int]:
    """Return how many mails were looked at, by the name of the folder."""
    told = [finding for finding in all_ if isinstance(finding, Covered)]
    return {folder_of(finding.source): finding.messages for finding in told}


def missed(all_: Sequence[Finding]) -> list[NotCovered]:
    return [finding for finding in all_ if isinstance(finding, NotCovered)]


def folder_of(source: str) -> str:
    place = read_source(source)
    assert place is not None
    return place.folder
