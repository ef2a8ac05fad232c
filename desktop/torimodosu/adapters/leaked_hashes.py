"""A file of leaked passwords that the person has downloaded, such as Pwned Passwords.

It has a row for each SHA-1, ordered by it: 40 hexadecimal digits, mostly a colon and
how often the password was found. It may have 40 GB, so it is searched where it lies.
"""

import mmap
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from torimodosu.recovery.passwords.breach import Breach, BreachState

_HASH = 40  # digits
_ROW = re.compile(rb"[0-9A-F]{40}(?::(\d{1,18}))?\s*")
# A longer one than any row; also how far a row may lie from where it is looked for.
_WINDOW = 4096  # bytes

# Hashes are spread evenly, so that one tells nearly where its row lies: mostly the
# first window has it. Where they are not, halves find it.
_SCALE = 1 << 64
_ON_SCALE = 16  # digits
_GUESSES = 8
# What is ordered otherwise, as by how often each was found, would deny all it has.
_SAMPLES = 64

_NOT_FOUND = Breach(state=BreachState.NOT_FOUND)


class NotAListError(OSError):
    """A file holds no hashes in their order."""


class LeakedHashFile:
    """The `LeakedHashes` in the file at *path*."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def look_up(self, hashes: Iterable[str]) -> Mapping[str, Breach]:
        """Return what the file says of each SHA-1 in capital hexadecimal digits.

        Raises:
            OSError: If it cannot be read; `NotAListError` if it is no such list.

        """
        with _rows_in(self._path) as rows:
            # In their order the parts of the file are read one after the other.
            return {digits: rows.breach_of(digits) for digits in sorted(hashes)}


@contextmanager
def _rows_in(path: Path) -> "Iterator[_Rows]":
    with path.open("rb") as file:
        try:
            content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:  # an empty file
            raise NotAListError from None
        with content:
            if hasattr(content, "madvise"):
                content.madvise(mmap.MADV_RANDOM)
            yield _Rows(content)


class _Rows:
    """The rows of a file."""

    def __init__(self, content: mmap.mmap) -> None:
        self._content = content
        self._size = len(content)
        self._require_order()

    def breach_of(self, digits: str) -> Breach:
        """Return what the rows say of one SHA-1."""
        row = self._row_of(digits.encode("ascii"))
        if row is None:
            return _NOT_FOUND
        match = _ROW.match(row)
        times = match[1] if match else None
        found = None if times is None else int(times)
        return Breach(state=BreachState.FOUND, times=found)

    def _row_of(self, wanted: bytes) -> bytes | None:
        """Return what begins with the row of a hash, None where there is none."""
        value = _on_scale(wanted)
        low, high = 0, self._size
        least, most = 0, _SCALE
        for step in count():
            if high - low <= _WINDOW:
                rows = self._read(low, high)
                at = rows.find(wanted)
                return None if at < 0 else rows[at:]
            if step < _GUESSES:
                place = (high - low) * (value - least) // max(most - least, 1)
            else:
                place = (high - low) // 2
            start = min(max(low, low + place - _WINDOW // 2), high - _WINDOW)
            rows = self._read(start, start + _WINDOW)
            begin = 0 if start == low else rows.find(b"\n") + 1
            end = rows.rfind(b"\n") + 1
            first = rows[begin : begin + _HASH]
            last = rows[(at := rows.rfind(b"\n", 0, end - 1) + 1) : at + _HASH]
            if end <= begin:
                raise NotAListError
            if wanted < first:
                high, most = start + begin, _on_scale(first)
            elif wanted > last:
                low, least = start + end, _on_scale(last)
            else:
                at = rows.find(wanted, begin, end)
                return None if at < 0 else rows[at:]
        return None

    def _require_order(self) -> None:
        """Look at some rows, and refuse the file if they are no hashes in their order.

        Raises:
            NotAListError: If so.

        """
        before = b""
        for sample in range(_SAMPLES):
            start = self._size * sample // _SAMPLES
            rows = self._read(start, start + 2 * _WINDOW)
            begin = 0 if start == 0 else rows.find(b"\n") + 1
            match = _ROW.match(rows, begin)
            if begin == len(rows):  # the last row began before
                return
            if match is None or (row := match[0][:_HASH]) < before:
                raise NotAListError
            before = row

    def _read(self, start: int, end: int) -> bytes:
        return self._content[start:end].upper()


def _on_scale(digits: bytes) -> int:
    try:
        return int(digits[:_ON_SCALE], 16)
    except ValueError:
        raise NotAListError from None
