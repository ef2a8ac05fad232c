"""The mails of a task, one after the other, each where it lies in its file."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from torimodosu.adapters.mailboxes.bodies import Text, texts
from torimodosu.adapters.mailboxes.buffers import opened
from torimodosu.adapters.mailboxes.formats import (
    HEAD,
    NOT_READ,
    Format,
    apple_span,
    format_of,
    is_single_mail,
    may_be_mail,
)
from torimodosu.adapters.mailboxes.headers import LARGEST_HEADER, split
from torimodosu.adapters.mailboxes.mboxes import (
    begins_with_a_mail,
    first_separator,
    is_cut_off,
    spans,
)
from torimodosu.adapters.mailboxes.separators import Buffer
from torimodosu.adapters.mailboxes.tasks import Batch, Part, Task, Zipped
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.adapters.mailboxes.zip_members import Member, ZipError, unpack
from torimodosu.recovery.mail.outlook.compound import MAGIC
from torimodosu.recovery.mail.outlook.rebuilding import rebuild
from torimodosu.recovery.mail.search import NotCovered, PassedOver, Trouble

# A file that Outlook saved is read as a whole, files in it included.
LARGEST_OUTLOOK = 256 * 2**20
_NOT_PLAIN = (b"From ", MAGIC)

# `open` would ask the system three more questions for each of 50,000 files.
_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0)


Missed = list[NotCovered | PassedOver]


class Mail(NamedTuple):
    """A mail in a file, of which `buffer` may hold just the first bytes.

    A named tuple, since tens of thousands are made a second.

    Attributes:
        path: What the file is reported as.
        buffer: The bytes of the file; the mail rebuilt where Outlook saved it.
        start: Where the mail begins there.
        length: Its bytes there.
        changed: When the file was last changed, in seconds since 1970.
        in_mbox: Whether there may be others in the file.
        member: The file where it lies in a zip file.
        outlook: The bytes of the file that Outlook saved, 0 for another one.

    """

    path: str
    buffer: Buffer
    start: int
    length: int
    changed: float
    in_mbox: bool
    member: Member | None = None
    outlook: int = 0

    def split(self) -> tuple[bytes, int]:
        """Return the header, and where the body begins in the file."""
        return split(self.buffer, self.start, self.start + self.length)

    def texts(self, header: bytes, body: int) -> Iterator[Text]:
        """Yield the texts of the body.

        Raises:
            OSError: If the file can no longer be read.

        """
        end = self.start + self.length
        if end <= len(self.buffer):
            yield from texts(self.buffer, header, body, end)
            return
        with opened(self.path) as buffer:
            yield from texts(_with_line_feeds(buffer), header, body, end)


def mails(task: Task, missed: Missed) -> Iterator[Mail]:
    """Yield the mails of *task*; what cannot be read goes to *missed*."""
    for path, begin in _files(task, missed):
        try:
            yield from begin()
        except OSError as error:
            missed.append(not_covered(path, error))
        except ZipError as error:
            missed.append(not_covered(path, error.trouble))


def _files(
    task: Task, missed: Missed
) -> Iterable[tuple[str, Callable[[], Iterator[Mail]]]]:
    """Return the files of *task*, each with what begins to read it."""
    match task:
        case Part(path=path):
            return [(path, partial(_part, task, missed))]
        case Batch(paths=paths):
            return [(path, partial(_file, path, missed)) for path in paths]
        case Zipped(members=members):
            return [(one.source, partial(_zipped, one, missed)) for one in members]


def _part(part: Part, missed: Missed) -> Iterator[Mail]:
    with opened(part.path) as buffer:
        changed = os.stat(part.path).st_mtime  # noqa: PTH116 -- 50,000 in a row
        size = len(buffer)
        if part.end > size:
            missed.append(not_covered(part.path, Trouble.TRUNCATED, size))
        file = Mail(part.path, buffer, 0, 0, changed, in_mbox=True)
        yield from _mbox(file, part.begin, min(part.end, size), missed)


def _mbox(file: Mail, begin: int, end: int, missed: Missed) -> Iterator[Mail]:
    """Yield the mails whose separators begin in a part of *file*."""
    path, buffer, changed, member = file.path, file.buffer, file.changed, file.member
    if begin == 0:
        first = first_separator(buffer, HEAD)
        if first < 0 or not begins_with_a_mail(buffer, first):
            missed.append(not_covered(file.path, Trouble.NOT_A_MAIL, 0))
    start = stop = -1
    for start, stop in spans(buffer, begin, end):
        # Ten times as fast as `_replace`.
        yield Mail(path, buffer, start, stop - start, changed, True, member)  # noqa: FBT003
    # Only the last mail of the file ends where the file does.
    if stop >= len(buffer) - len(b"\r\n"):
        header, _ = split(buffer, start, stop)
        if is_cut_off(buffer, header):
            missed.append(not_covered(file.path, Trouble.TRUNCATED, start))


def _zipped(member: Member, missed: Missed) -> Iterator[Mail]:
    """Yield the mails in a file of a zip file, which is unpacked only if it has any."""
    head = unpack(member, HEAD)
    found = format_of(member.name, head)
    if head and is_single_mail(member.name) and found is not Format.MBOX:
        found = Format.MAIL
    if found not in (Format.MAIL, Format.MBOX, Format.OUTLOOK):
        if may_be_mail(member.name):
            missed.append(not_covered(member.source, NOT_READ[found]))
        else:
            missed.append(PassedOver(source=member.archive, files=1))
        return
    content = unpack(member)
    changed = os.stat(member.archive).st_mtime  # noqa: PTH116 -- 50,000 in a row
    file = Mail(
        member.source, content, 0, len(content), changed, in_mbox=False, member=member
    )
    if found is Format.MBOX:
        yield from _mbox(file._replace(in_mbox=True), 0, len(content), missed)
    elif found is Format.OUTLOOK:
        yield from _outlook(file, missed)
    else:
        yield from _single(file, member.name, content, missed)


def _file(path: str, missed: Missed) -> Iterator[Mail]:
    """Yield the mail in a file of its own, or those in an mbox that is called so."""
    descriptor = os.open(path, _READ_ONLY)
    try:
        status = os.fstat(descriptor)
        size = status.st_size
        head = os.read(descriptor, HEAD)
        # 100,000 header lines: what is read doubles until the header ends in it.
        while len(head) < min(size, LARGEST_HEADER) and _is_header(head):
            more = os.read(descriptor, len(head))
            if not more:
                break
            head += more
    finally:
        os.close(descriptor)
    file = Mail(path, head, 0, size, status.st_mtime, in_mbox=False)
    if size == 0:
        missed.append(not_covered(path, Trouble.NO_MAIL_INSIDE))
    elif head.startswith(_NOT_PLAIN):
        yield from _not_plain(file, missed)
    else:
        yield from _single(file, path, head, missed)


def _not_plain(file: Mail, missed: Missed) -> Iterator[Mail]:
    """Yield the mails of a file that begins like an mbox or like one of Outlook."""
    head = file.buffer[:]
    found = format_of(file.path, head)
    if found is Format.MBOX:
        part = Part(path=file.path, begin=0, end=file.length)
        yield from _part(part, missed)
    elif found is Format.OUTLOOK and file.length > LARGEST_OUTLOOK:
        missed.append(not_covered(file.path, Trouble.TOO_LARGE))
    elif found is Format.OUTLOOK:
        with opened(file.path) as buffer:
            yield from _outlook(file._replace(buffer=buffer[:]), missed)
    else:
        yield from _single(file, file.path, head, missed)


def _outlook(file: Mail, missed: Missed) -> Iterator[Mail]:
    """Yield the mail in a whole file that Outlook saved."""
    rebuilt = rebuild(file.buffer[:])
    if rebuilt is None:
        missed.append(not_covered(file.path, Trouble.NOT_A_MAIL))
    else:
        size = len(file.buffer)
        yield file._replace(buffer=rebuilt, length=len(rebuilt), outlook=size)


def _single(file: Mail, name: str, head: bytes, missed: Missed) -> Iterator[Mail]:
    """Yield the mail in a *file* of its own, which begins with *head*."""
    size = file.length
    start, length = apple_span(name, head) or (0, size)
    if start + length > size:
        missed.append(not_covered(file.path, Trouble.TRUNCATED))
    head_only = _with_line_feeds(head)
    yield file._replace(buffer=head_only, start=start, length=min(length, size - start))


def _is_header(head: bytes) -> bool:
    """Tell whether the header goes on behind *head*."""
    return b"\n\n" not in head and b"\n\r\n" not in head and b"\r\r" not in head


def _with_line_feeds(buffer: Buffer) -> Buffer:
    r"""Return *buffer*, with its lines ended by "\n" where it has "\r" alone."""
    if buffer.find(b"\n", 0, HEAD) >= 0 or buffer.find(b"\r", 0, HEAD) < 0:
        return buffer
    return buffer[:].replace(b"\r", b"\n")
