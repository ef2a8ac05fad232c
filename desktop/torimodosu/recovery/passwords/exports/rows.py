"""The rows of a table in CSV, whatever is wrong with some of them."""

import csv
import re
from collections.abc import Iterator, Sequence

# What a password manager takes into a note is shorter. A quote that is not closed
# takes in everything behind it, up to here.
_MOST_LINES = 2000
# A file with so many has no rows at all: its lines are not looked at any more.
_MOST_DAMAGED = 500

# Bytes of no encoding, as `surrogateescape` keeps them.
_UNDECODED = re.compile("[\udc80-\udcff]")
_MARK = b"\xef\xbb\xbf"
_LEGACY = "cp932"  # of Excel in Japan
_SAMPLE = 4096
# What even a table in Japanese holds of zeros when it is written as UTF-16.
_SHARE_OF_NULS = 0.3


def decoded(raw: bytes) -> str:
    """Return *raw* as text: each line in UTF-8 or in the encoding of Excel in Japan.

    A byte that stands in neither becomes a lone surrogate, so that `rows_of` knows its
    row. A mark at the beginning names UTF-16, and so do many zeros.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    if order := _order_by_nuls(raw[:_SAMPLE]):
        return raw.decode(order, "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # No byte of a character of two is a line feed in this encoding.
        lines = raw.removeprefix(_MARK).split(b"\n")
        return "\n".join(map(_decoded_line, lines))


def _order_by_nuls(sample: bytes) -> str:
    """Return the byte order that the zeros in *sample* speak for, "" for few zeros."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even == odd or max(even, odd) < len(sample) // 2 * _SHARE_OF_NULS:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _decoded_line(line: bytes) -> str:
    for encoding in ("utf-8", _LEGACY):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("utf-8", "surrogateescape")


def rows_of(
    text: str, delimiter: str, *, escape: str | None = None
) -> Iterator[Sequence[str] | None]:
    """Yield the cells of each row of *text*, None for one that cannot be read.

    That is one with a quote that is not closed, or with bytes of no encoding; the line
    after its first begins the next row. The time it takes grows with the text alone.
    """
    lines = _Lines(text)
    is_clean = _is_decoded(text)
    damaged = 0
    while lines.left and damaged < _MOST_DAMAGED:
        reader = csv.reader(
            lines, delimiter=delimiter, escapechar=escape, doublequote=escape is None
        )
        try:
            for cells in reader:
                if lines.has_run_out:
                    break
                if is_clean or not any(map(_UNDECODED.search, cells)):
                    yield cells
                else:
                    yield None
                lines.begin_row()
        except csv.Error:
            pass
        if lines.left:
            damaged += 1
            yield None
            lines.leave_row()
    for _ in range(lines.left):
        yield None


def _is_decoded(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Lines(Iterator[str]):
    """The lines of a text, and where the row that is being read begins."""

    def __init__(self, text: str) -> None:
        if "\n" not in text:
            text = text.replace("\r", "\n")  # as on a Mac until 2001
        self._lines = text.removesuffix("\n").split("\n") if text else []
        self._begin = self._next = 0
        self.has_run_out = False

    @property
    def left(self) -> int:
        """How many lines there are from the beginning of the row on."""
        return len(self._lines) - self._begin

    def __next__(self) -> str:
        """Return the next line, with its end.

        Raises:
            StopIteration: If there is none, or the row has become too long.

        """
        is_long = self._next - self._begin > _MOST_LINES
        if is_long or self._next == len(self._lines):
            self.has_run_out = True
            raise StopIteration
        self._next += 1
        return self._lines[self._next - 1] + "\n"

    def begin_row(self) -> None:
        """Let the row begin with the next line."""
        self._begin = self._next

    def leave_row(self) -> None:
        """Let the row begin with the line after its first."""
        self._begin += 1
        self._next = self._begin
        self.has_run_out = False
