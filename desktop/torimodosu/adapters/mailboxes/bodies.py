"""The text parts of a mail (RFC 2045 and 2046), as bytes to search.

It never fails: what is broken is searched as it stands. A nest deeper, or parts more,
than any real mail has are not opened but searched as they stand, too.
"""

import re
from binascii import a2b_qp
from collections.abc import Iterator
from functools import lru_cache, partial

from torimodosu.adapters.mailboxes.buffers import STRIDE, find
from torimodosu.adapters.mailboxes.charsets import from_base64
from torimodosu.adapters.mailboxes.headers import field, split, words
from torimodosu.adapters.mailboxes.separators import Buffer

DEEPEST = 24
MOST_PARTS = 2000

# Text is decoded in pieces, for the sake of memory; what is searched for is much
# shorter than what two pieces share.
_PIECE = 4 * 2**20
_SHARED = 4096

_BOUNDARY = re.compile(
    rb"boundary[ \t]*=[ \t\r\n]*(?:\"([^\"\r\n]{1,256})\"|([^\s;\"]{1,256}))",
    re.IGNORECASE,
)
_CHARSET = re.compile(
    rb"charset[ \t]*=[ \t\r\n]*[\"']?([^\s\"';]{1,60})", re.IGNORECASE
)

# A multipart without a boundary is no more than a text.
_TEXTS = (b"text/", b"multipart/", b"message/")
_SHORT = 512
_ENDS = (b"\r", b"\n", b" ", b"\t", b"")

Text = tuple[bytes, bytes]


def texts(buffer: Buffer, header: bytes, body: int, end: int) -> Iterator[Text]:
    """Yield what a mail says: bytes without transfer encoding, and their charset.

    *header* is that of the mail, whose body lies at [*body*, *end*).
    """
    return _Walk(buffer, end - body).part(header, body, end, 0)


def boundary_of(declared: bytes) -> bytes:
    """Return what stands between the parts of a Content-Type, b"" if it has none."""
    if declared[:10].lower() != b"multipart/":
        return b""
    found = _BOUNDARY.search(declared)
    return (found[1] or found[2]) if found else b""


class _Walk:
    """A walk through one mail, which counts what it has opened."""

    def __init__(self, buffer: Buffer, length: int) -> None:
        self._buffer = buffer
        # Nearly every mail is small, and nearly all the work is to look for something.
        self._find = buffer.find if length <= STRIDE else partial(find, buffer)
        self._parts = 0

    def part(self, header: bytes, start: int, end: int, depth: int) -> Iterator[Text]:
        """Yield the texts of one part and of those inside it."""
        self._parts += 1
        known = _declared if len(header) < _SHORT else _declared.__wrapped__
        kind, boundary, charset, encoding = known(header)
        if depth > DEEPEST or self._parts > MOST_PARTS:
            yield from self._text(b"", b"", start, end)
        elif boundary:
            for inner, inner_end in self._between(b"\n--" + boundary, start, end):
                inner_header, body = split(self._buffer, inner, inner_end)
                yield from self.part(inner_header, body, inner_end, depth + 1)
        elif kind.startswith(b"message/rfc822") and encoding != b"base64":
            yield from self._mail(start, end, depth + 1)
        elif kind.startswith(_TEXTS) or not kind:
            yield from self._text(charset, encoding, start, end)

    def _mail(self, start: int, end: int, depth: int) -> Iterator[Text]:
        header, body = split(self._buffer, start, end)
        for name in (b"From", b"Subject"):
            yield words(field(header, name)).encode("utf-8", "replace"), b"utf-8"
        yield from self.part(header, body, end, depth)

    def _between(
        self, delimiter: bytes, start: int, end: int
    ) -> Iterator[tuple[int, int]]:
        """Yield where the parts between delimiter lines lie."""
        inner = -1
        for line, after in self._delimiters(delimiter, start, end):
            if inner >= 0:
                yield inner, line + 1
            inner = self._find(b"\n", after, end) + 1
            if inner == 0 or self._buffer[after : after + 2] == b"--":
                return
        if inner >= 0:  # the last delimiter is missing
            yield inner, end

    def _delimiters(
        self, delimiter: bytes, start: int, end: int
    ) -> Iterator[tuple[int, int]]:
        """Yield where each delimiter line begins, and where its text ends.

        The boundary of an outer part may be the beginning of that of an inner one.
        """
        line = self._find(delimiter, max(start - 1, 0), end)
        while line >= 0:
            after = line + len(delimiter)
            if self._buffer[after : after + 2] == b"--" or (
                self._buffer[after : after + 1] in _ENDS
            ):
                yield line, after
            line = self._find(delimiter, after, end)

    def _text(
        self, charset: bytes, encoding: bytes, start: int, end: int
    ) -> Iterator[Text]:
        for piece in _pieces(self._buffer, start, end):
            if encoding == b"base64":
                yield from_base64(piece), charset
            elif encoding == b"quoted-printable":
                yield a2b_qp(piece), charset
            else:
                yield piece, charset


# Most headers of parts are one of few, those of mails are not.
@lru_cache(maxsize=256)
def _declared(header: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Return what a header says: kind, boundary, charset and transfer encoding."""
    declared = field(header, b"Content-Type")
    kind = declared[:64].lower()
    if boundary := boundary_of(declared):
        return kind, boundary, b"", b""
    found = _CHARSET.search(declared)
    encoding = field(header, b"Content-Transfer-Encoding").lower()
    return kind, b"", found[1] if found else b"", encoding


def _pieces(buffer: Buffer, start: int, end: int) -> Iterator[bytes]:
    while end - start > _PIECE:
        cut = buffer.rfind(b"\n", start + _PIECE // 2, start + _PIECE) + 1
        cut = cut or start + _PIECE
        yield buffer[start:cut]
        start = buffer.find(b"\n", cut - _SHARED, cut) + 1 or cut
    yield buffer[start:end]
