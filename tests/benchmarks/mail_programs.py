"""The programs that mail benchmarks compare: ours, and what else one could use."""

import mailbox
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.made_up_mail import SHOP_HOST, SHOP_NAME
from torimodosu.adapters.mailboxes import FileMailboxes
from torimodosu.recovery.mail.search import Covered, Found, Wanted

# It remembers what it has read, so that each run opens its own.
Library = Callable[[], mailbox.Mailbox[Any]]

# A case looks for the senders of card issuers, too.
_ISSUERS = (
    *("01card.example", "sakura-card.example", "mail.aozora-card.example"),
    *("qa.hinode.example", "bounce.mail.kiri-bank.example", "mado.ne.example"),
    *("connect.tsubaki.example", "life.yamabuki-card.example"),
)
WANTED = Wanted(domains=(SHOP_HOST, *_ISSUERS), names=(SHOP_NAME,))


class Patience:
    """A progress that nobody looks at."""

    def report(self, done: int, total: int) -> None:
        """Do nothing."""


def without_accelerator(patch: pytest.MonkeyPatch, place: Path) -> None:
    """Let worker processes that are started from now on do without the accelerator."""
    place.mkdir()
    (place / "ahocorasick_rs.py").write_text("raise ImportError\n")
    patch.syspath_prepend(place)


def read_headers(mailboxes: FileMailboxes, source: Path) -> int:
    """Look at the header of every mail with our program; return how many there are.

    All of them are older than what is asked for, and so no body is read.
    """
    later = replace(WANTED, since=datetime(2200, 1, 1, tzinfo=UTC))
    findings = list(mailboxes.search([str(source)], later, Patience()))
    assert all(isinstance(finding, Covered) for finding in findings)
    return sum(one.messages for one in findings if isinstance(one, Covered))


def search(mailboxes: FileMailboxes, source: Path) -> set[tuple[str, int]]:
    """Return file name and offset of each mail that our program finds."""
    findings = mailboxes.search([str(source)], WANTED, Patience())
    return {
        (Path(finding.origin.source).name, finding.origin.offset)
        for finding in findings
        if isinstance(finding, Found)
    }


def index_by_library(opened: Library) -> int:
    """Decode sender and subject with the standard library; return how many mails."""
    count = 0
    with closing(opened()) as mails:
        for mail in mails:
            for name in ("From", "Subject"):
                str(make_header(decode_header(mail[name] or "")))
            count += 1
    return count


def search_by_library(opened: Library) -> int:
    """Return how many mails name the shop in their text, by the standard library."""
    with closing(opened()) as mails:
        return sum(any(SHOP_NAME in text for text in _texts(mail)) for mail in mails)


def _texts(mail: Message) -> Iterator[str]:
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            raw = part.get_payload(decode=True)
            assert isinstance(raw, bytes)
            yield raw.decode(part.get_content_charset() or "utf-8", "replace")


def needles() -> bytes:
    """Return patterns for ripgrep, one a line: what is wanted in each usual encoding.

    They only tell which mails to decode. A soft line break may stand inside of one, so
    it is looked for by halves.
    """
    found: set[bytes] = set()
    for host in WANTED.domains:
        found |= {host.encode(), *_in_base64(host.encode())}
    for charset in ("utf-8", "iso2022_jp", "cp932", "euc_jp"):
        # Without the escape sequences, between which more letters may stand.
        raw = SHOP_NAME.encode(charset).replace(b"\x1b$B", b"").replace(b"\x1b(B", b"")
        found |= {raw, *_in_base64(raw)}
    quoted = "".join(f"={byte:02X}" for byte in SHOP_NAME.encode()).encode()
    found |= {*_halves(quoted), *_halves(quoted.lower())}
    escaped = ("".join(f"\\x{byte:02x}" for byte in needle) for needle in found)
    return "\n".join(sorted(escaped)).encode()


def _in_base64(raw: bytes) -> Iterator[bytes]:
    """Yield the halves of what *raw* becomes at each of the three alignments."""
    for before in range(3):
        behind = -(before + len(raw)) % 3
        coded = b64encode(bytes(before) + raw + bytes(behind))
        # Letters at the edges mix with what stands there.
        start, stop = (0, 2, 3)[before], len(coded) - (0, 3, 2)[behind]
        yield from _halves(coded[start:stop].rstrip(b"="))


def _halves(text: bytes) -> tuple[bytes, bytes]:
    return text[: len(text) // 2], text[len(text) // 2 :]
