"""The dictionaries in which KDBX 4 writes down how its key is derived.

The form: https://keepass.info/help/kb/kdbx.html#vardict
"""

from collections.abc import Mapping
from enum import IntEnum

from torimodosu.recovery.keepass.cursor import Cursor
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem

_VERSION = 0x0100
_MAJOR = 0xFF00


class UInt32(int):
    """A number that is written with four bytes."""

    __slots__ = ()


class UInt64(int):
    """A number that is written with eight bytes."""

    __slots__ = ()


class _Type(IntEnum):
    END = 0x00
    UINT32 = 0x04
    UINT64 = 0x05
    BOOL = 0x08
    INT32 = 0x0C
    INT64 = 0x0D
    STRING = 0x18
    BYTES = 0x42


_SIGNED = {_Type.INT32, _Type.INT64}
_NUMBERS = {_Type.UINT32, _Type.UINT64, _Type.BOOL, *_SIGNED}


def read_dictionary(data: bytes) -> Mapping[str, int | bytes]:
    """Return the values in *data* by their names; a text is given as its bytes.

    Raises:
        KeePassError: If it is damaged, or of a later version.

    """
    cursor = Cursor(data)
    if cursor.number(2) & _MAJOR != _VERSION:
        raise KeePassError(KeePassProblem.OTHER_VERSION)
    values: dict[str, int | bytes] = {}
    while (type_ := cursor.number(1)) != _Type.END:
        name = cursor.take(cursor.number(4)).decode("utf-8", "replace")
        value = cursor.take(cursor.number(4))
        is_number = type_ in _NUMBERS
        signed = type_ in _SIGNED
        values[name] = (
            int.from_bytes(value, "little", signed=signed) if is_number else value
        )
    return values


def write_dictionary(values: Mapping[str, UInt32 | UInt64 | bytes]) -> bytes:
    """Return *values* as bytes, each in the type that its reader expects."""
    parts = [_VERSION.to_bytes(2, "little")]
    for name, value in values.items():
        type_, written = _written(value)
        named = name.encode()
        parts += [
            type_.to_bytes(1, "little"),
            len(named).to_bytes(4, "little"),
            named,
            len(written).to_bytes(4, "little"),
            written,
        ]
    return b"".join([*parts, _Type.END.to_bytes(1, "little")])


def _written(value: UInt32 | UInt64 | bytes) -> tuple[_Type, bytes]:
    match value:
        case UInt32():
            return _Type.UINT32, value.to_bytes(4, "little")
        case UInt64():
            return _Type.UINT64, value.to_bytes(8, "little")
        case _:
            return _Type.BYTES, value
