"""The header of a mail or of a part: its fields, and where the body begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from torimodosu.recovery.mail.problem import Problem

_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*")
_LINE_END = re.compile(rb"\r{0,2}\n|\r")
_EMPTY_LINES = (b"\n\n", b"\n\r\n", b"\n\r\r\n")
_EMPTY_LINES_OF_CR = (b"\r\r",)
_MBOX_LINE = (b"From ", b">From ")
_BLANKS = b" \t"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"

# What a header of a mail has at least one of. A text may begin with "Total: 3" too.
_OF_A_MAIL = {
    *("from", "to", "cc", "date", "subject", "sender", "reply-to", "received"),
    *("return-path", "delivered-to", "message-id", "mime-version", "content-type"),
    *("content-transfer-encoding", "content-disposition", "dkim-signature"),
    *("resent-from", "list-id", "in-reply-to", "references", "status", "x-uidl"),
    *("arc-seal", "authentication-results", "x-mozilla-status", "x-gmail-labels"),
}

_KNOWN_FIELD = re.compile(
    rb"(?<=[\r\n])(%s)[ \t]*:[ \t]*([^\r\n]*+(?:(?:\r{0,2}\n|\r)[ \t][^\r\n]*+)*+)"
    % b"|".join(re.escape(name).encode() for name in sorted(_OF_A_MAIL)),
    re.IGNORECASE,
)

# Real headers have at most some hundred fields and 100 KB.
_MOST_FIELDS = 1_000
_LONGEST_HEADER = 1 << 20
_LONGEST_FIELD = 1 << 16
# Of the fields beyond these limits, so many of those that mails have are read.
_MOST_LATE_FIELDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Headers:
    """Fields of a header in their order: lower-case name, and raw folded value."""

    fields: tuple[tuple[str, bytes], ...] = ()

    def first(self, name: str) -> bytes:
        """Return the value of the first field of that lower-case *name*, or b""."""
        return next((value for key, value in self.fields if key == name), b"")

    def all(self, name: str) -> tuple[bytes, ...]:
        """Return the values of every field of that lower-case *name*."""
        return tuple(value for key, value in self.fields if key == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A header, the offset at which the body begins, and what was cut."""

    headers: Headers
    body: int
    problems: tuple[Problem, ...] = ()


def _next_line(data: bytes, position: int, end: int) -> tuple[int, int]:
    """Return where the line at *position* ends, without and with its line end."""
    found = _LINE_END.search(data, position, end)
    return (found.start(), found.end()) if found else (end, end)


def _continues(data: bytes, position: int, end: int) -> bool:
    """Tell whether the header goes on after a line that is no field.

    It does where a field follows: some mailers fold a line without indenting it.
    """
    end = min(end, position + _LONGEST_FIELD)
    while position < end and data[position] in _BLANKS:
        _, position = _next_line(data, position, end)
    line_end, _ = _next_line(data, position, end)
    field = _FIELD.match(data, position, line_end)
    return field is not None and field[1].decode().lower() in _OF_A_MAIL


def _body_after(data: bytes, position: int, end: int) -> int:
    """Return where the body begins if the header still lasts at *position*."""
    ends = _EMPTY_LINES if b"\n" in data[:position] else _EMPTY_LINES_OF_CR
    found = [(data.find(line, position, end), len(line)) for line in ends]
    first, length = min((f for f in found if f[0] >= 0), default=(end, 0))
    return first + length


def _known_fields(
    data: bytes, position: int, end: int
) -> Iterator[tuple[str, int, int]]:
    """Yield name, start and end of the fields that mails have, to find the sender."""
    found = _KNOWN_FIELD.finditer(data, position, end)
    for field in islice(found, _MOST_LATE_FIELDS):
        yield field[1].decode().lower(), field.start(2), field.end()


def split_header(data: bytes, start: int, end: int) -> Split:
    """Read the header of *data* from *start*; the part reaches until *end*.

    Line ends may be LF, CR LF or CR. "From " lines of an mbox are passed over.
    """
    spans: list[tuple[str, int, int]] = []
    problems: tuple[Problem, ...] = ()
    position = start
    while position < end:
        if len(spans) >= _MOST_FIELDS or position - start > _LONGEST_HEADER:
            problems = (Problem.TOO_MANY_HEADERS,)
            body = _body_after(data, position, end)
            spans += _known_fields(data, position, body)
            position = body
            break
        line_end, following = _next_line(data, position, end)
        if line_end == position:
            position = following
            break
        field = _FIELD.match(data, position, line_end)
        if data[position] in _BLANKS and spans:
            spans[-1] = (*spans[-1][:2], line_end)
        elif field:
            spans.append((field[1].decode().lower(), field.end(), line_end))
        elif not data.startswith(_MBOX_LINE, position):
            if not (spans and _continues(data, following, end)):
                break
            spans[-1] = (*spans[-1][:2], line_end)
        position = following
    if any(stop - begin > _LONGEST_FIELD for _, begin, stop in spans):
        problems = (*problems, Problem.HEADER_CUT)
    fields = tuple(
        (name, data[begin : min(stop, begin + _LONGEST_FIELD)])
        for name, begin, stop in spans
    )
    return Split(headers=Headers(fields=fields), body=position, problems=problems)


def split_mail(data: bytes) -> Split:
    """Read the header of a whole mail file.

    A byte order mark and empty lines in front are passed over. Where the file begins
    with no header of a mail, all of it is body.
    """
    start = len(_BYTE_ORDER_MARK) if data.startswith(_BYTE_ORDER_MARK) else 0
    first = start
    while data[first : first + 1] in {b"\r", b"\n"}:
        first += 1
    split = split_header(data, first, len(data))
    if any(name in _OF_A_MAIL for name, _ in split.headers.fields):
        return split
    return Split(headers=Headers(), body=start, problems=(Problem.NO_HEADER,))
