"""The mails of an mbox as spans of bytes (RFC 4155)."""

import re
from collections.abc import Iterator

from torimodosu.adapters.mailboxes.bodies import boundary_of
from torimodosu.adapters.mailboxes.headers import field
from torimodosu.adapters.mailboxes.separators import (
    Buffer,
    empty_line_before,
    separators,
)

_EMPTY_LINES = re.compile(rb"[\r\n]*")

# How far in front of the end the last boundary of a whole mail may stand.
_TAIL = 64 * 2**10


def spans(buffer: Buffer, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each mail whose separator begins in [*begin*, *end*).

    A mail begins after its separator line, and ends before the empty line in front of
    the next one or before the empty line at the end of the file.
    """
    size = len(buffer)
    line = -1
    for following in separators(buffer, begin, end):
        if line >= 0:
            yield _span(buffer, line, following)
        line = following
    if line >= 0:
        following = next(separators(buffer, end, size), size)
        yield _span(buffer, line, following)


def first_separator(buffer: Buffer, limit: int) -> int:
    """Return where the first separator line below *limit* begins, or -1."""
    return next(separators(buffer, 0, min(limit, len(buffer))), -1)


def begins_with_a_mail(buffer: Buffer, first: int) -> bool:
    """Tell whether nothing but empty lines stands before the separator at *first*."""
    empty = _EMPTY_LINES.match(buffer)
    return empty is not None and empty.end() >= first


def is_cut_off(buffer: Buffer, header: bytes) -> bool:
    """Tell whether the last mail of an mbox, which begins with *header*, lacks its end.

    Programs end each mail with a line end, and each multipart with its boundary.
    """
    end = len(buffer)
    if buffer[end - 1 :] != b"\n":
        return True
    boundary = boundary_of(field(header, b"Content-Type"))
    if not boundary:
        return False
    return buffer.rfind(b"--" + boundary + b"--", max(end - _TAIL, 0), end) < 0


def _span(buffer: Buffer, line: int, following: int) -> tuple[int, int]:
    line_end = buffer.find(b"\n", line, following)
    start = line_end + 1 if line_end >= 0 else following
    return start, max(following - empty_line_before(buffer, following), start)
