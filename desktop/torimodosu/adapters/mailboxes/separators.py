"""Where one mail of an mbox ends and the next begins.

RFC 4155 wants an empty line in front of a "From " line, and an asctime date in it.
Programs differ: Gmail writes a zone before the year, Thunderbird "From - " with a
date or nothing at all, others an RFC 5322 date. A line of a body that merely begins
with "From " must not split a mail, so the whole line is looked at.
"""

import re
from collections.abc import Iterator
from mmap import mmap

Buffer = bytes | mmap

_NEEDLE = b"\nFrom "

_automaton: "BytesAhoCorasick | None" = None
try:
    from ahocorasick_rs import BytesAhoCorasick
except ImportError:  # it is an optional accelerator
    pass
else:
    _automaton = BytesAhoCorasick([_NEEDLE])

_DAY = rb"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_TIME = rb"\d\d?:\d\d(?::\d\d)?"
_ZONE = rb"(?: (?:[+-]\d{4}|[A-Z]{1,5}))?"
_DATE = (
    rb"(?:%(day)s,? %(month)s {1,2}\d{1,2} {1,2}%(time)s%(zone)s \d{4}%(zone)s"
    rb"|(?:%(day)s, )?\d{1,2} %(month)s \d{4} %(time)s%(zone)s"
    rb"|\d{4}-\d\d-\d\d[T ]%(time)s(?:Z|[+-]\d\d:?\d\d)?)"
) % {b"day": _DAY, b"month": _MONTH, b"time": _TIME, b"zone": _ZONE}
_REST = rb"(?: remote from [^\r\n]{1,200})?[ \t]*(?:\r?\n|\Z)"
_HEADER_FOLLOWS = rb"(?=>?[!-9;-~]{1,100}[ \t]*:)"

_SEPARATOR = re.compile(
    rb"From (?:"
    rb"(?:[^\s]{1,320}(?: at [^\s]{1,255})?)?[ \t]*" + _DATE + _REST + rb"|"
    rb"[^\r\n]{1,512}?[ \t]" + _DATE + _REST + _HEADER_FOLLOWS + rb"|"
    rb"-?[ \t]*\r?\n" + _HEADER_FOLLOWS + rb")"
)
# Old Thunderbird files may lack the empty line; what follows is unmistakable.
_THUNDERBIRD = re.compile(
    rb"From - " + _DATE + rb"[ \t]*\r?\n(?=X-Mozilla-Status:|X-Account-Key:)"
)

_BLOCK = 8192
_STRIDE = 2**20


def separators(buffer: Buffer, begin: int, end: int) -> Iterator[int]:
    """Yield where the separator lines that begin in [*begin*, *end*) begin."""
    if begin == 0 and end > 0 and is_separator(buffer, 0):
        yield 0
    for newline in _candidates(buffer, max(begin - 1, 0), end - 1):
        if is_separator(buffer, newline + 1):
            yield newline + 1


def is_separator(buffer: Buffer, line: int) -> bool:
    """Tell whether the line that begins at *line* divides two mails."""
    if empty_line_before(buffer, line) or line == 0:
        return _SEPARATOR.match(buffer, line) is not None
    return _THUNDERBIRD.match(buffer, line) is not None


def empty_line_before(buffer: Buffer, line: int) -> int:
    """Return the length of the empty line that ends right before *line*, or 0."""
    before = buffer[max(line - 3, 0) : line]
    if before.endswith(b"\n\n") or before == b"\n":
        return 1
    return 2 if before in (b"\n\r\n", b"\r\n") else 0


def _candidates(buffer: Buffer, begin: int, end: int) -> Iterator[int]:
    if _automaton is None:
        return needles_by_search(buffer, begin, end)
    return needles_by_automaton(_automaton, buffer, begin, end)


def needles_by_automaton(
    automaton: "BytesAhoCorasick", buffer: Buffer, begin: int, end: int
) -> Iterator[int]:
    """Yield each place in [*begin*, *end*) where "From " follows a line feed."""
    for at in range(begin, end, _STRIDE):
        reach = min(at + _STRIDE, end) + len(_NEEDLE) - 1
        # A view that was kept while this waits would keep the file from being closed.
        with memoryview(buffer) as whole, whole[at:reach] as view:
            matches = automaton.find_matches_as_indexes(view)
        for _, start, _ in matches:
            yield at + start


def needles_by_search(buffer: Buffer, begin: int, end: int) -> Iterator[int]:
    """Yield the same without the accelerator.

    A block without a space holds no needle: attachments in base64 are passed over at
    the speed of memchr, which is five times that of looking for the needle in them.
    """
    find = buffer.find
    width = len(_NEEDLE)
    reach = end + width - 1
    at = begin
    while at < reach:
        space = find(b" ", at, min(at + _BLOCK, reach))
        if space < 0:
            at += _BLOCK
            continue
        place = max(space - width + 1, begin)
        at = min(place + _BLOCK, reach)
        while (place := find(_NEEDLE, place, at)) >= 0:
            yield place
            place += width
