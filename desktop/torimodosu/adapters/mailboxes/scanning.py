"""Reading a part of a mailbox; this runs in the worker processes."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from torimodosu.adapters.mailboxes.bodies import Text, texts
from torimodosu.adapters.mailboxes.buffers import opened
from torimodosu.adapters.mailboxes.formats import HEAD, Format, format_of
from torimodosu.adapters.mailboxes.headers import LARGEST_HEADER, field, split, words
from torimodosu.adapters.mailboxes.matching import Matcher
from torimodosu.adapters.mailboxes.mboxes import (
    begins_with_a_mail,
    first_separator,
    is_cut_off,
    spans,
)
from torimodosu.adapters.mailboxes.separators import Buffer
from torimodosu.adapters.mailboxes.tasks import Part, Task
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.recovery.mail.kept import Origin
from torimodosu.recovery.mail.search import NotCovered, Trouble, Wanted

# A mail goes from hand to hand as one piece of memory. Gmail takes in 50 MB,
# Exchange 150 MB; what is larger than this is named, not kept.
LARGEST_MAIL = 512 * 2**20


# Source, offset, length, sender, subject, date: see `HeaderRow`.
Row = tuple[str, int, int, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Where a wanted mail lies, and whether in an mbox."""

    origin: Origin
    in_mbox: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """What came out of one task: mails read, wanted ones, and what went wrong."""

    messages: int
    hits: tuple[Hit, ...]
    troubles: tuple[NotCovered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """The rows of one task, and what went wrong."""

    rows: tuple[Row, ...]
    troubles: tuple[NotCovered, ...]


@dataclass(frozen=True, slots=True)
class _Mail:
    """A mail in a buffer, which may hold just its first bytes."""

    path: str
    buffer: Buffer
    start: int
    length: int
    in_mbox: bool

    def texts(self, header: bytes, body: int) -> Iterator[Text]:
        """Yield the texts of the body."""
        end = self.start + self.length
        if end <= len(self.buffer):
            yield from texts(self.buffer, header, body, end)
            return
        with opened(self.path) as buffer:
            yield from texts(_with_line_feeds(buffer), header, body, end)


def index(task: Task) -> Indexed:
    """Read sender, subject and date of each mail."""
    troubles: list[NotCovered] = []
    rows = []
    for mail in _mails(task, troubles):
        header, _ = split(mail.buffer, mail.start, mail.start + mail.length)
        rows.append(_row(mail, header))
    return Indexed(rows=tuple(rows), troubles=tuple(troubles))


def search(task: Task, wanted: Wanted) -> Scanned:
    """Find the wanted mails."""
    matcher = _matcher(wanted)
    troubles: list[NotCovered] = []
    hits = []
    messages = 0
    for mail in _mails(task, troubles):
        messages += 1
        if not _is_wanted(mail, matcher, troubles, everything=wanted.everything):
            continue
        if mail.length > LARGEST_MAIL:
            offset = mail.start if mail.in_mbox else None
            troubles.append(not_covered(mail.path, Trouble.TOO_LARGE, offset))
            continue
        origin = Origin(source=mail.path, offset=mail.start, length=mail.length)
        hits.append(Hit(origin=origin, in_mbox=mail.in_mbox))
    return Scanned(messages=messages, hits=tuple(hits), troubles=tuple(troubles))


@lru_cache(maxsize=1)
def _matcher(wanted: Wanted) -> Matcher:
    return Matcher(wanted)


def _is_wanted(
    mail: _Mail, matcher: Matcher, troubles: list[NotCovered], *, everything: bool
) -> bool:
    header, body = split(mail.buffer, mail.start, mail.start + mail.length)
    *_, sender, subject, date = _row(mail, header)
    if not matcher.in_window(date):
        return False
    if everything:
        return True
    if matcher.in_text(f"{sender}\n{subject}"):
        return True
    try:
        return any(matcher.in_bytes(*text) for text in mail.texts(header, body))
    except OSError as error:
        troubles.append(not_covered(mail.path, error))
        return False


def _row(mail: _Mail, header: bytes) -> Row:
    return (
        mail.path,
        mail.start,
        mail.length,
        words(field(header, b"From")),
        words(field(header, b"Subject")),
        field(header, b"Date").decode("latin-1"),
    )


def _mails(task: Task, troubles: list[NotCovered]) -> Iterator[_Mail]:
    """Yield the mails of *task*; what cannot be read goes to *troubles*."""
    paths = (task.path,) if isinstance(task, Part) else task.paths
    for path in paths:
        try:
            if isinstance(task, Part):
                with opened(path) as buffer:
                    yield from _mbox(path, buffer, task.begin, task.end, troubles)
            else:
                yield from _file(path, troubles)
        except OSError as error:
            troubles.append(not_covered(path, error))


def _mbox(
    path: str, buffer: Buffer, begin: int, end: int, troubles: list[NotCovered]
) -> Iterator[_Mail]:
    size = len(buffer)
    if end > size:
        troubles.append(not_covered(path, Trouble.TRUNCATED, size))
    if begin == 0:
        first = first_separator(buffer, HEAD)
        if first < 0 or not begins_with_a_mail(buffer, first):
            troubles.append(not_covered(path, Trouble.NOT_A_MAIL, 0))
    start = stop = -1
    for start, stop in spans(buffer, begin, min(end, size)):
        yield _Mail(path, buffer, start, stop - start, in_mbox=True)
    # Only the last mail of the file ends where the file does.
    if stop >= size - len(b"\r\n") and is_cut_off(
        buffer, split(buffer, start, stop)[0]
    ):
        troubles.append(not_covered(path, Trouble.TRUNCATED, start))


def _file(path: str, troubles: list[NotCovered]) -> Iterator[_Mail]:
    """Yield the mail in a file of its own, or those in an mbox that is called so."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- 50,000 in a row
        size = os.fstat(file.fileno()).st_size
        head = file.read(HEAD)
        # 100,000 header lines: what is read doubles until the header ends in it.
        while len(head) < min(size, LARGEST_HEADER) and _is_header(head):
            more = file.read(len(head))
            if not more:
                break
            head += more
    if head.startswith(b"From ") and format_of(path, head) is Format.MBOX:
        with opened(path) as buffer:
            yield from _mbox(path, buffer, 0, size, troubles)
    elif size == 0:
        troubles.append(not_covered(path, Trouble.NO_MAIL_INSIDE))
    else:
        yield _Mail(path, _with_line_feeds(head), 0, size, in_mbox=False)


def _is_header(head: bytes) -> bool:
    """Tell whether the header goes on behind *head*."""
    return b"\n\n" not in head and b"\n\r\n" not in head and b"\r\r" not in head


def _with_line_feeds(buffer: Buffer) -> Buffer:
    r"""Return *buffer*, with its lines ended by "\n" where it has "\r" alone."""
    if buffer.find(b"\n", 0, HEAD) >= 0 or buffer.find(b"\r", 0, HEAD) < 0:
        return buffer
    return buffer[:].replace(b"\r", b"\n")
