"""The bytes of a file, without holding a large one in memory of our own."""

import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager

from torimodosu.adapters.mailboxes.separators import Buffer

# A mapped file costs no memory of our own, but a process that reads it is killed
# (SIGBUS) if somebody cuts the file short meanwhile. Only files above this size are
# mapped, and those are read by child processes.
LARGEST_READ = 32 * 2**20
# Python does nothing else while it looks through this much of a buffer.
STRIDE = 2**20


@contextmanager
def opened(path: str) -> Iterator[Buffer]:
    """Open *path* for reading alone, and give its bytes.

    Raises:
        OSError: If it cannot be read.

    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- 50,000 in a row
        size = os.fstat(file.fileno()).st_size
        if size <= LARGEST_READ:
            yield _read(file.fileno(), size)
            return
        try:
            mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError as error:  # it has been emptied just now
            raise OSError(*error.args) from error
        with mapped:
            yield mapped


def _read(descriptor: int, size: int) -> bytes:
    """Read up to *size* bytes, since one `os.read` may give fewer than asked for."""
    chunks = []
    while size > 0 and (chunk := os.read(descriptor, size)):
        chunks.append(chunk)
        size -= len(chunk)
    return b"".join(chunks)


def read_span(path: str, offset: int, length: int) -> bytes:
    """Return *length* bytes of a file, fewer where it ends before.

    Raises:
        OSError: If it cannot be read.

    """
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- as above
        file.seek(offset)
        return _read(file.fileno(), length)


def find(
    buffer: Buffer, text: bytes, start: int, end: int, *, stride: int = STRIDE
) -> int:
    """Return what `buffer.find` does, in steps between which others have their turn.

    A mail may be as large as a disk, and who reads it must notice when to stop. A step
    looks at *stride* places.
    """
    while end - start > stride + len(text):
        place = buffer.find(text, start, start + stride + len(text) - 1)
        if place >= 0:
            return place
        start += stride
    return buffer.find(text, start, end)
