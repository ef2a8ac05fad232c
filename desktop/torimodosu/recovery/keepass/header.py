"""The part of a file in front of what is encrypted.

https://keepass.info/help/kb/kdbx.html, for version 3 the page of KDBX 4 that tells
what changed since.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from torimodosu.recovery.keepass.cursor import Cursor
from torimodosu.recovery.keepass.dictionary import read_dictionary, write_dictionary
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.key_derivation import (
    AES_KDF,
    Derivation,
    derivation_of,
    values_of,
)
from torimodosu.recovery.keepass.signature import SIGNATURE

_OLDEST, VERSION = 2, 4  # the major ones

AES_CBC = bytes.fromhex("31c1f2e6bf714350be5805216afc5aff")
CHACHA20 = bytes.fromhex("d6038a2b8b6f4cb5a524339a31dbb59a")
SEED = 32  # bytes


class _Field(IntEnum):
    END = 0
    CIPHER = 2
    COMPRESSION = 3
    SEED = 4
    OLD_TRANSFORM_SEED = 5
    OLD_ROUNDS = 6
    VECTOR = 7
    OLD_STREAM_KEY = 8
    OLD_FIRST_BYTES = 9
    OLD_STREAM = 10
    DERIVATION = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a file says before its content.

    Attributes:
        version: Its major version: 2 to 4.
        cipher: The id of the cipher of the content, `AES_CBC` or `CHACHA20`.
        is_compressed: Whether the content is a gzip file.
        seed: What the key is mixed with.
        vector: The vector or nonce of the cipher.
        derivation: How the key is made.
        stream: Which stream hides the passwords inside; in version 4 that is told
            inside, and it is 0 here.
        stream_key: Its key, before it is hashed; "" in version 4.
        first_bytes: What version 3 begins its content with; "" in version 4.

    """

    version: int
    cipher: bytes
    is_compressed: bool
    seed: bytes
    vector: bytes
    derivation: Derivation
    stream: int = 0
    stream_key: bytes = b""
    first_bytes: bytes = b""


def read_header(cursor: Cursor) -> Header:
    """Return the header of a file of KeePass 2, and leave *cursor* behind it.

    Raises:
        KeePassError: If it is of a version or a cipher that is not known here.

    """
    cursor.take(len(SIGNATURE))
    cursor.take(2)  # the minor version
    version = cursor.number(2)
    if not _OLDEST <= version <= VERSION:
        raise KeePassError(KeePassProblem.OTHER_VERSION)
    fields = _fields(cursor, 4 if version == VERSION else 2)
    cipher = fields.get(_Field.CIPHER, b"")
    if cipher not in (AES_CBC, CHACHA20):
        raise KeePassError(KeePassProblem.OTHER_CIPHER)
    return Header(
        version=version,
        cipher=cipher,
        is_compressed=_number(fields, _Field.COMPRESSION) != 0,
        seed=fields.get(_Field.SEED, b""),
        vector=fields.get(_Field.VECTOR, b""),
        derivation=_derivation(version, fields),
        stream=_number(fields, _Field.OLD_STREAM),
        stream_key=fields.get(_Field.OLD_STREAM_KEY, b""),
        first_bytes=fields.get(_Field.OLD_FIRST_BYTES, b""),
    )


def write_header(*, seed: bytes, vector: bytes, derivation: Derivation) -> bytes:
    """Return the header of a compressed file of KDBX 4.0 by ChaCha20."""
    fields = {
        _Field.CIPHER: CHACHA20,
        _Field.COMPRESSION: (1).to_bytes(4, "little"),
        _Field.SEED: seed,
        _Field.VECTOR: vector,
        _Field.DERIVATION: write_dictionary(values_of(derivation)),
        _Field.END: b"\r\n\r\n",  # as KeePass ends it
    }
    parts = [SIGNATURE, (0).to_bytes(2, "little"), VERSION.to_bytes(2, "little")]
    for field, value in fields.items():
        parts.append(field.to_bytes(1, "little"))
        parts.append(len(value).to_bytes(4, "little") + value)
    return b"".join(parts)


def _fields(cursor: Cursor, size: int) -> Mapping[int, bytes]:
    """Return the fields by their number; the length of each takes *size* bytes."""
    fields: dict[int, bytes] = {}
    while True:
        number = cursor.number(1)
        fields[number] = cursor.take(cursor.number(size))
        if number == _Field.END:
            return fields


def _derivation(version: int, fields: Mapping[int, bytes]) -> Derivation:
    if version == VERSION:
        return derivation_of(read_dictionary(fields.get(_Field.DERIVATION, b"")))
    return Derivation(
        function=AES_KDF,
        salt=fields.get(_Field.OLD_TRANSFORM_SEED, b""),
        passes=_number(fields, _Field.OLD_ROUNDS),
    )


def _number(fields: Mapping[int, bytes], field: _Field) -> int:
    return int.from_bytes(fields.get(field, b""), "little")
