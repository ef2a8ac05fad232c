"""One file in a zip file."""

import struct
import zlib
from dataclasses import dataclass
from typing import BinaryIO

from torimodosu.recovery.mail.search import Trouble

_LOCAL = struct.Struct("<4s22xHH")
_LOCAL_MARK = b"PK\x03\x04"
_NO_HEADER = -15  # of zlib
_PIECE = 2**18


class ZipError(Exception):
    """A zip file, or one file in it, cannot be read; `trouble` is why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file in a zip file.

    Attributes:
        archive: The path of the zip file.
        name: As it stands there, with "/" between folders; not a path.
        offset: Bytes from the start of the zip file to the file in it.
        packed: Its bytes there.
        size: Its bytes once unpacked, as the zip file says.
        checksum: Its CRC-32.
        is_deflated: Whether it has to be unpacked.
        trouble: Why it cannot be, None where it can.

    """

    archive: str
    name: str
    offset: int
    packed: int
    size: int
    checksum: int
    is_deflated: bool
    trouble: Trouble | None

    @property
    def source(self) -> str:
        """Return what it is reported as."""
        parts = [part for part in self.name.split("/") if part.strip(". ")]
        label = "".join(c if c.isprintable() else "\ufffd" for c in "/".join(parts))
        return f"{self.archive}/{label}"


def unpack(member: Member, most: int | None = None) -> bytes:
    """Return what is in a file of a zip file, or its first *most* bytes.

    Never more than the zip file says that there is.

    Raises:
        OSError: If the zip file cannot be read.
        ZipError: If it is damaged or changed, or packed in a way that is not known.

    """
    if member.trouble is not None:
        raise ZipError(member.trouble)
    wanted = member.size if most is None else min(most, member.size)
    with open(member.archive, "rb") as file:  # noqa: PTH123 -- sources are strings
        _go_to(file, member)
        if member.is_deflated:
            content = _inflated(file, member.packed, wanted)
        else:
            content = file.read(min(wanted, member.packed))
    if len(content) < wanted:
        raise ZipError(Trouble.TRUNCATED)
    if wanted == member.size and zlib.crc32(content) != member.checksum:
        raise ZipError(Trouble.UNREADABLE)
    return content


def _go_to(file: BinaryIO, member: Member) -> None:
    """Pass over what stands in front of the bytes."""
    file.seek(member.offset)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(_LOCAL_MARK):
        raise ZipError(Trouble.UNREADABLE)
    _, name, extra = _LOCAL.unpack(head)
    file.seek(name + extra, 1)


def _inflated(file: BinaryIO, packed: int, wanted: int) -> bytes:
    """Inflate (RFC 1951) until there is as much as *wanted*."""
    inflating = zlib.decompressobj(_NO_HEADER)
    pieces: list[bytes] = []
    room = wanted
    try:
        while room > 0 and not inflating.eof:
            packed_piece = inflating.unconsumed_tail
            if not packed_piece:
                packed_piece = file.read(min(_PIECE, packed))
                packed -= len(packed_piece)
            piece = inflating.decompress(packed_piece, min(room, 4 * _PIECE))
            if not piece and not packed_piece:
                break
            pieces.append(piece)
            room -= len(piece)
    except zlib.error as error:
        raise ZipError(Trouble.UNREADABLE) from error
    return b"".join(pieces)
