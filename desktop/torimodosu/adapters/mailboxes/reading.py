"""The mails of a task, one after the other, each where it lies in its file."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from torimodosu.adapters.mailboxes.bodies import Text, texts
from torimodosu.adapters.mailboxes.buffers import opened
from torimodosu.adapters.mailboxes.formats import HEAD, Format, apple_span, format_of
from torimodosu.adapters.mailboxes.headers import LARGEST_HEADER, split
from torimodosu.adapters.mailboxes.mboxes import (
    begins_with_a_mail,
    first_separator,
    is_cut_off,
    spans,
)
from torimodosu.adapters.mailboxes.separators import Buffer
from torimodosu.adapters.mailboxes.tasks import Part, Task
from torimodosu.adapters.mailboxes.troubles import not_covered
from torimodosu.recovery.mail.search import NotCovered, Trouble

# `open` would ask the system three more questions for each of 50,000 files.
_READ_ONLY = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class Mail(NamedTuple):
    """A mail in a file, of which `buffer` may hold just the first bytes.

    A named tuple, since tens of thousands are made a second. `changed` is when the file
    was last changed, in seconds since 1970.
    """

    path: str
    buffer: Buffer
    start: int
    length: int
    changed: float
    in_mbox: bool

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


def mails(task: Task, troubles: list[NotCovered]) -> Iterator[Mail]:
    """Yield the mails of *task*; what cannot be read goes to *troubles*."""
    paths = (task.path,) if isinstance(task, Part) else task.paths
    for path in paths:
        try:
            if isinstance(task, Part):
                yield from _mbox(path, task.begin, task.end, troubles)
            else:
                yield from _file(path, troubles)
        except OSError as error:
            troubles.append(not_covered(path, error))


def _mbox(
    path: str, begin: int, end: int, troubles: list[NotCovered]
) -> Iterator[Mail]:
    with opened(path) as buffer:
        changed = os.stat(path).st_mtime  # noqa: PTH116 -- 50,000 in a row
        size = len(buffer)
        if end > size:
            troubles.append(not_covered(path, Trouble.TRUNCATED, size))
        if begin == 0:
            first = first_separator(buffer, HEAD)
            if first < 0 or not begins_with_a_mail(buffer, first):
                troubles.append(not_covered(path, Trouble.NOT_A_MAIL, 0))
        start = stop = -1
        for start, stop in spans(buffer, begin, min(end, size)):
            yield Mail(path, buffer, start, stop - start, changed, in_mbox=True)
        # Only the last mail of the file ends where the file does.
        if stop >= size - len(b"\r\n"):
            header, _ = split(buffer, start, stop)
            if is_cut_off(buffer, header):
                troubles.append(not_covered(path, Trouble.TRUNCATED, start))


def _file(path: str, troubles: list[NotCovered]) -> Iterator[Mail]:
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
    if head.startswith(b"From ") and format_of(path, head) is Format.MBOX:
        yield from _mbox(path, 0, size, troubles)
    elif size == 0:
        troubles.append(not_covered(path, Trouble.NO_MAIL_INSIDE))
    else:
        start, length = apple_span(path, head) or (0, size)
        if start + length > size:
            troubles.append(not_covered(path, Trouble.TRUNCATED))
        head_only = _with_line_feeds(head)
        length = min(length, size - start)
        yield Mail(path, head_only, start, length, status.st_mtime, in_mbox=False)


def _is_header(head: bytes) -> bool:
    """Tell whether the header goes on behind *head*."""
    return b"\n\n" not in head and b"\n\r\n" not in head and b"\r\r" not in head


def _with_line_feeds(buffer: Buffer) -> Buffer:
    r"""Return *buffer*, with its lines ended by "\n" where it has "\r" alone."""
    if buffer.find(b"\n", 0, HEAD) >= 0 or buffer.find(b"\r", 0, HEAD) < 0:
        return buffer
    return buffer[:].replace(b"\r", b"\n")
