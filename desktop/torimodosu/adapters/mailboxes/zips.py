"""What is in a zip file (APPNOTE.TXT of PKWARE, 4.3), read with bounds.

The module of the standard library reads any number of entries into memory, gives up a
whole file for one odd name, and trusts the sizes that it is told. Names never become
paths: they are shown, and tell what a file may be.
"""

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from torimodosu.adapters.mailboxes.charsets import guessed
from torimodosu.adapters.mailboxes.zip_members import Member, ZipError
from torimodosu.recovery.mail.search import Trouble

_END_MARK = b"PK\x05\x06"
_END_SIZE = 22
_LENGTH_AND_OFFSET = struct.Struct("<12xII")
_LONGEST_COMMENT = 2**16
_LOCATOR_64 = struct.Struct("<4s4xQ4x")
_LOCATOR_64_MARK = b"PK\x06\x07"
_END_64 = struct.Struct("<4s36xQQ")
_END_64_MARK = b"PK\x06\x06"
_ENTRY = struct.Struct("<4s4xHH4xIIIHHH8xI")
_ENTRY_MARK = b"PK\x01\x02"
_NUMBER_64 = struct.Struct("<Q")
_FIELD_64 = 1
_IN_FIELD_64 = 0xFFFFFFFF
_ENCRYPTED, _UTF_8 = 1, 0x800
_STORED, _DEFLATED = 0, 8

# 150,000 mails have a directory of this size.
_LARGEST_DIRECTORY = 16 * 2**20
# What all files together may have: text packs 3 to 10 times smaller.
_LEAST_TOTAL = 2**30
_MOST_TIMES = 100


def members_of(path: str) -> list[Member]:
    """Return the files in a zip file, in the order of its directory.

    Raises:
        OSError: If it cannot be read.
        ZipError: If it is damaged, or made to grow without bounds.

    """
    with open(path, "rb") as file:  # noqa: PTH123 -- sources are plain strings
        size = file.seek(0, os.SEEK_END)
        directory, start = _directory(file, size)
    members = []
    position = 0
    while directory.startswith(_ENTRY_MARK, position):
        if position + _ENTRY.size > len(directory):
            raise ZipError(Trouble.TRUNCATED)
        member, position = _member(path, directory, position, start)
        if not member.name.endswith("/"):
            members.append(member)
    _refuse_bombs(members, size)
    return members


def _refuse_bombs(members: list[Member], size: int) -> None:
    """Refuse files that share their bytes, and such that unpack to far more."""
    if sum(member.packed for member in members) > size:
        raise ZipError(Trouble.UNREADABLE)
    if sum(member.size for member in members) > max(_LEAST_TOTAL, size * _MOST_TIMES):
        raise ZipError(Trouble.PACKED_TOO_LARGE)


def _directory(file: BinaryIO, size: int) -> tuple[bytes, int]:
    """Return the directory, and where offsets count from.

    A program that unpacks itself may stand in front of the zip file.
    """
    tail_start = max(size - _LONGEST_COMMENT - _END_SIZE, 0)
    file.seek(tail_start)
    tail = file.read()
    end = tail.rfind(_END_MARK)
    if end < 0 or end + _END_SIZE > len(tail):
        raise ZipError(Trouble.TRUNCATED)
    length, offset = _LENGTH_AND_OFFSET.unpack_from(tail, end)
    end += tail_start
    if _IN_FIELD_64 in {offset, length}:
        length, offset, end = _end_64(file, end)
    if length > _LARGEST_DIRECTORY:
        raise ZipError(Trouble.PACKED_TOO_LARGE)
    start = end - length - offset
    if start < 0:
        raise ZipError(Trouble.TRUNCATED)
    file.seek(start + offset)
    return file.read(length), start


def _end_64(file: BinaryIO, end: int) -> tuple[int, int, int]:
    """Return length and offset of the directory of a large file, and its end."""
    file.seek(max(end - _LOCATOR_64.size, 0))
    located = file.read(_LOCATOR_64.size)
    if len(located) < _LOCATOR_64.size or not located.startswith(_LOCATOR_64_MARK):
        raise ZipError(Trouble.UNREADABLE)
    _, place = _LOCATOR_64.unpack(located)
    if place > end:
        raise ZipError(Trouble.UNREADABLE)
    file.seek(place)
    found = file.read(_END_64.size)
    if len(found) < _END_64.size or not found.startswith(_END_64_MARK):
        raise ZipError(Trouble.UNREADABLE)
    _, length, offset = _END_64.unpack(found)
    return length, offset, place


def _member(
    path: str, directory: bytes, position: int, start: int
) -> tuple[Member, int]:
    """Return the file of an entry of the directory, and where the next one begins."""
    _, flags, method, checksum, packed, size, name_length, extra, comment, offset = (
        _ENTRY.unpack_from(directory, position)
    )
    name_at = position + _ENTRY.size
    extra_at = name_at + name_length
    numbers = _numbers_64(directory[extra_at : extra_at + extra])
    size = next(numbers, size) if size == _IN_FIELD_64 else size
    packed = next(numbers, packed) if packed == _IN_FIELD_64 else packed
    offset = next(numbers, offset) if offset == _IN_FIELD_64 else offset
    trouble = None
    if flags & _ENCRYPTED:
        trouble = Trouble.HAS_PASSWORD
    elif method not in (_STORED, _DEFLATED):
        trouble = Trouble.FORMAT_NOT_SUPPORTED
    member = Member(
        archive=path,
        name=_name(directory[name_at:extra_at], is_utf_8=bool(flags & _UTF_8)),
        offset=start + offset,
        packed=packed,
        size=size,
        checksum=checksum,
        is_deflated=method == _DEFLATED,
        trouble=trouble,
    )
    return member, extra_at + extra + comment


def _numbers_64(extra: bytes) -> Iterator[int]:
    """Yield the numbers that are too large for their places in an entry (4.5.3)."""
    position = 0
    while position + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, position)
        position += 4
        if kind == _FIELD_64:
            value = extra[position : position + length]
            whole = len(value) // _NUMBER_64.size * _NUMBER_64.size
            yield from (number for (number,) in _NUMBER_64.iter_unpack(value[:whole]))
        position += length


def _name(raw: bytes, *, is_utf_8: bool) -> str:
    """Decode a name; Windows writes those of Japan in Shift_JIS and does not say so."""
    name = raw.decode("utf-8", "replace") if is_utf_8 else guessed(raw)
    return name.replace("\\", "/")
