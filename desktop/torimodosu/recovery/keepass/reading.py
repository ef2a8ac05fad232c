"""Reading the files of KeePass and of the programs that use its form (KDBX 2 to 4).

There is no library for this that could be used: pykeepass is under the GPL, and
kdbxtool is an alpha that needs Python 3.12. The form is public:
https://keepass.info/help/kb/kdbx.html
"""

import hashlib
import hmac
import zlib
from enum import IntEnum

from torimodosu.recovery.keepass.blocks import (
    HASH,
    HEADER,
    mac_of,
    read_blocks,
    read_hashed_blocks,
)
from torimodosu.recovery.keepass.ciphers import Stream, decrypted, unhiding
from torimodosu.recovery.keepass.cursor import Cursor
from torimodosu.recovery.keepass.document import read_document
from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.header import VERSION, Header, read_header
from torimodosu.recovery.keepass.key_derivation import derived_key
from torimodosu.recovery.keepass.signature import SIGNATURE_OF_1, is_keepass

# Ten thousand logins are five megabytes; what is larger are attached files.
LARGEST_FILE = 64 * 2**20  # bytes
_LARGEST_CONTENT = 256 * 2**20  # bytes, unpacked

_GZIP = 31  # window bits, as zlib counts them


def read_entries(raw: bytes, password: str) -> tuple[Entry, ...]:
    """Return the entries of the file with the bytes *raw*.

    Those in its recycle bin are left out, and so are the earlier forms of each.

    Raises:
        KeePassError: If it cannot be read; see `KeePassProblem`.

    """
    if len(raw) > LARGEST_FILE:
        raise KeePassError(KeePassProblem.TOO_LARGE)
    if not is_keepass(raw):
        raise KeePassError(KeePassProblem.NOT_KEEPASS)
    if raw.startswith(SIGNATURE_OF_1):
        raise KeePassError(KeePassProblem.OTHER_VERSION)
    cursor = Cursor(raw)
    header = read_header(cursor)
    length = cursor.at
    transformed = derived_key(password, header.derivation)
    if header.version == VERSION:
        return _read(header, cursor, transformed, raw[:length])
    return _read_old(header, cursor, transformed, raw[:length])


def read_xml(text: str) -> tuple[Entry, ...]:
    """Return the entries of a document that was exported as XML, with nothing hidden.

    Raises:
        KeePassError: If it is no such document.

    """
    return read_document(text.encode(errors="replace"), bytes).entries


def _read(
    header: Header, cursor: Cursor, transformed: bytes, raw_header: bytes
) -> tuple[Entry, ...]:
    """Return the entries of a file of version 4."""
    if hashlib.sha256(raw_header).digest() != cursor.take(HASH):
        raise KeePassError(KeePassProblem.DAMAGED)
    seed = header.seed + transformed
    mac_key = hashlib.sha512(seed + b"\x01").digest()
    right = mac_of(mac_key, HEADER, raw_header)
    if not hmac.compare_digest(right, cursor.take(HASH)):
        raise KeePassError(KeePassProblem.WRONG_KEY)
    content = b"".join(read_blocks(cursor, mac_key))
    key = hashlib.sha256(seed).digest()
    plain = _unpacked(header, decrypted(header.cipher, key, header.vector, content))
    inside = Cursor(plain)
    stream, stream_key = _inner_header(inside)
    return read_document(inside.rest(), unhiding(stream, stream_key)).entries


class _Field(IntEnum):
    END = 0
    STREAM = 1
    STREAM_KEY = 2
    ATTACHED = 3


def _inner_header(cursor: Cursor) -> tuple[int, bytes]:
    """Return the stream that hides the passwords, and its key."""
    stream, key = int(Stream.NONE), b""
    while True:
        field = cursor.number(1)
        value = cursor.take(cursor.number(4))
        match field:
            case _Field.END:
                return stream, key
            case _Field.STREAM:
                stream = int.from_bytes(value, "little")
            case _Field.STREAM_KEY:
                key = value


def _read_old(
    header: Header, cursor: Cursor, transformed: bytes, raw_header: bytes
) -> tuple[Entry, ...]:
    """Return the entries of a file of version 2 or 3.

    It has no keyed hash, so that only the first bytes tell a wrong password.
    """
    key = hashlib.sha256(header.seed + transformed).digest()
    try:
        content = decrypted(header.cipher, key, header.vector, cursor.rest())
    except KeePassError:
        raise KeePassError(KeePassProblem.WRONG_KEY) from None
    inside = Cursor(content)
    first = inside.take(len(header.first_bytes))
    if not first or not hmac.compare_digest(first, header.first_bytes):
        raise KeePassError(KeePassProblem.WRONG_KEY)
    plain = _unpacked(header, b"".join(read_hashed_blocks(inside)))
    document = read_document(plain, unhiding(header.stream, header.stream_key))
    digest = document.header_hash
    if digest and digest != hashlib.sha256(raw_header).digest():
        raise KeePassError(KeePassProblem.DAMAGED)
    return document.entries


def _unpacked(header: Header, content: bytes) -> bytes:
    """Return what was compressed, and no more of it than there may be."""
    if not header.is_compressed:
        return content
    unpacking = zlib.decompressobj(_GZIP)
    try:
        plain = unpacking.decompress(content, _LARGEST_CONTENT)
    except zlib.error:
        raise KeePassError(KeePassProblem.DAMAGED) from None
    if unpacking.unconsumed_tail:
        raise KeePassError(KeePassProblem.TOO_LARGE)
    if not unpacking.eof:
        raise KeePassError(KeePassProblem.DAMAGED)
    return plain
