"""Framed messages on the pipes between the window and its worker process.

A frame is four bytes of magic, the length of what follows as four bytes (big-endian),
and a JSON object in UTF-8. The magic shows at once when something else got into the
pipe, and the bound keeps a reader from waiting for gigabytes that never come.
"""

import json
from collections.abc import Mapping
from enum import Enum
from struct import Struct
from typing import IO

MAGIC = b"tmd1"
LARGEST = 16 * 1024 * 1024

_HEADER = Struct(">4sI")

Message = Mapping[str, object]


class Word(Enum):
    """What a message is: the value under its key "is"."""

    # From the window: RUN has number, job and arguments; CANCEL has number.
    RUN = "run"
    CANCEL = "cancel"
    # From the worker. ROWS has number and rows, PROGRESS number, done and total, DONE
    # number and result, FAILED number, trouble and detail, CANCELLED number.
    READY = "ready"
    PROGRESS = "progress"
    ROWS = "rows"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class JobTrouble(Enum):
    """Why a job did not come to its end."""

    DISK_FULL = "disk_full"
    NOT_WRITABLE = "not_writable"
    STORE_BUSY = "store_busy"
    STORE_DAMAGED = "store_damaged"
    STORE_TOO_NEW = "store_too_new"
    CASE_DELETED = "case_deleted"
    WORKER_DIED = "worker_died"
    MISTAKE = "mistake"


class FrameError(Exception):
    """What came through the pipe is no frame."""


def to_frame(message: Message) -> bytes:
    """Return *message* as the bytes of a frame.

    Raises:
        FrameError: If it is larger than a frame may be.

    """
    # ASCII: a broken mail may leave text that UTF-8 has no bytes for.
    body = json.dumps(message, separators=(",", ":")).encode("ascii")
    if len(body) > LARGEST:
        fault = f"a message of {len(body)} bytes is larger than {LARGEST}"
        raise FrameError(fault)
    return _HEADER.pack(MAGIC, len(body)) + body


def read_frame(stream: IO[bytes]) -> Message | None:
    """Return the next message of *stream*, or None where it ends between two.

    Raises:
        FrameError: If the stream holds something else, or ends within a frame.

    """
    header = stream.read(_HEADER.size)
    if not header:
        return None
    size = _size(header.ljust(_HEADER.size, b"\0"))
    body = stream.read(size)
    if len(header) < _HEADER.size or len(body) < size:
        fault = "the pipe ended within a message"
        raise FrameError(fault)
    return _message(body)


class FrameReader:
    """Puts messages together from bytes that come in pieces."""

    def __init__(self) -> None:
        self._pending = bytearray()

    def feed(self, piece: bytes) -> None:
        """Take in the next *piece* of the stream."""
        self._pending += piece

    def next(self) -> Message | None:
        """Return and forget the next message, or return None until it is whole.

        Raises:
            FrameError: If the stream holds something else.

        """
        if len(self._pending) < _HEADER.size:
            return None
        end = _HEADER.size + _size(self._pending[: _HEADER.size])
        if len(self._pending) < end:
            return None
        body = bytes(self._pending[_HEADER.size : end])
        del self._pending[:end]
        return _message(body)


def _size(header: bytes | bytearray) -> int:
    magic, size = _HEADER.unpack(header)
    if magic != MAGIC:
        fault = f"no message begins with {magic!r}"
        raise FrameError(fault)
    if size > LARGEST:
        fault = f"a message of {size} bytes is larger than {LARGEST}"
        raise FrameError(fault)
    return int(size)


def _message(body: bytes) -> Message:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError) as error:
        fault = f"a message that is no JSON: {error}"
        raise FrameError(fault) from error
    if not isinstance(message, dict):
        fault = "a message that is no JSON object"
        raise FrameError(fault)
    return message
