"""The blocks in which the content lies, each with a hash.

Those of KDBX 4 have a keyed one, so that nobody changes them unseen; those of KDBX 3
only show damage. https://keepass.info/help/kb/kdbx.html#hmacblk
"""

import hashlib
import hmac
from collections.abc import Iterator

from torimodosu.recovery.keepass.cursor import Cursor
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem

HASH = 32  # bytes
HEADER = 2**64 - 1  # the number under which a header has its keyed hash
_LARGEST_BLOCK = 2**20  # bytes, of those that are written


def mac_of(key: bytes, number: int, data: bytes) -> bytes:
    """Return the keyed hash of *data*, whose key depends on its *number*, too."""
    numbered = hashlib.sha512(number.to_bytes(8, "little") + key).digest()
    return hmac.digest(numbered, data, "sha256")


def read_blocks(cursor: Cursor, key: bytes) -> Iterator[bytes]:
    """Yield the blocks of KDBX 4.

    Raises:
        KeePassError: If one of them was changed, or there is no last one.

    """
    number = 0
    while True:
        mac, length = cursor.take(HASH), cursor.take(4)
        block = cursor.take(int.from_bytes(length, "little"))
        covered = number.to_bytes(8, "little") + length + block
        if not hmac.compare_digest(mac_of(key, number, covered), mac):
            raise KeePassError(KeePassProblem.DAMAGED)
        if not block:
            return
        yield block
        number += 1


def write_blocks(content: bytes, key: bytes) -> Iterator[bytes]:
    """Yield the bytes of *content* in blocks of KDBX 4, and of the empty last one."""
    starts = range(0, len(content), _LARGEST_BLOCK)
    blocks = [content[start : start + _LARGEST_BLOCK] for start in starts]
    for number, block in enumerate([*blocks, b""]):
        length = len(block).to_bytes(4, "little")
        yield mac_of(key, number, number.to_bytes(8, "little") + length + block)
        yield length + block


def read_hashed_blocks(cursor: Cursor) -> Iterator[bytes]:
    """Yield the blocks of KDBX 3.

    Raises:
        KeePassError: If one of them is damaged, or there is no last one.

    """
    while True:
        cursor.take(4)  # its number
        digest = cursor.take(HASH)
        block = cursor.take(cursor.number(4))
        if not block:
            return
        if hashlib.sha256(block).digest() != digest:
            raise KeePassError(KeePassProblem.DAMAGED)
        yield block
