"""The QR codes with which Google Authenticator moves to another phone.

Each holds some accounts as protocol buffers, and says of how many codes it is which.
The fields are those that every reader of them agrees on, such as
https://github.com/scito/extract_otp_secrets (google_auth.proto).
"""

import base64
import binascii
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlsplit

from torimodosu.recovery.twostep.account import (
    Algorithm,
    NotAnAccountError,
    OtpAccount,
    OtpType,
    Problem,
)

SCHEME = "otpauth-migration"
_LONGEST = 16_000  # characters; three times what a QR code holds
_MOST_PARTS = 1000

_ALGORITHMS = {
    0: Algorithm.SHA1,
    1: Algorithm.SHA1,
    2: Algorithm.SHA256,
    3: Algorithm.SHA512,
}
_DIGITS = {0: 6, 1: 6, 2: 8}
_TYPES = {0: OtpType.TOTP, 1: OtpType.HOTP, 2: OtpType.TOTP}

_LONGEST_VARINT = 10  # bytes
_GOES_ON = 0x80  # the highest bit of each byte of a number but the last

Value = int | bytes
Known = TypeVar("Known")


class _Wire(IntEnum):
    """How a value is written: https://protobuf.dev/programming-guides/encoding/."""

    VARINT = 0
    FIXED_64 = 1
    BYTES = 2
    FIXED_32 = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MigrationPart:
    """What one code holds.

    Attributes:
        accounts: Those that codes can be made for.
        problems: Why the others cannot be read.
        batch: What the codes of one move have in common.
        index: Which of them it is, from 0.
        size: How many there are.

    """

    accounts: tuple[OtpAccount, ...]
    problems: tuple[Problem, ...]
    batch: int
    index: int
    size: int


def read_migration(text: str) -> MigrationPart:
    """Return what an "otpauth-migration://" address holds.

    Raises:
        NotAnAccountError: If it is none, or damaged.

    """
    stripped = text.strip()
    if len(stripped) > _LONGEST:
        raise NotAnAccountError(Problem.TOO_LONG)
    try:
        parts = urlsplit(stripped)
    except ValueError:
        raise NotAnAccountError(Problem.NOT_OTPAUTH) from None
    if parts.scheme != SCHEME:
        raise NotAnAccountError(Problem.NOT_OTPAUTH)
    data = dict(parse_qsl(parts.query)).get("data", "")
    accounts: list[OtpAccount] = []
    problems: list[Problem] = []
    numbers: dict[int, int] = {}
    for field, value in _fields(_bytes_of(data)):
        if field == 1 and isinstance(value, bytes):
            try:
                accounts.append(_account(dict(_fields(value))))
            except NotAnAccountError as error:
                problems.append(error.problem)
        elif isinstance(value, int):
            numbers[field] = value
    if not accounts and not problems:
        raise NotAnAccountError(Problem.DAMAGED)
    size = max(1, numbers.get(3, 1))
    return MigrationPart(
        accounts=tuple(accounts),
        problems=tuple(problems),
        batch=numbers.get(5, 0),
        index=numbers.get(4, 0),
        size=size,
    )


def missing_parts(parts: Iterable[MigrationPart]) -> Sequence[int]:
    """Return which codes of the moves in *parts* were not read, counted from 1."""
    read: dict[int, set[int]] = {}
    sizes: dict[int, int] = {}
    for part in parts:
        read.setdefault(part.batch, set()).add(part.index)
        sizes[part.batch] = min(max(part.size, sizes.get(part.batch, 1)), _MOST_PARTS)
    return sorted(
        index + 1
        for batch, seen in read.items()
        for index in range(sizes[batch])
        if index not in seen
    )


def _bytes_of(data: str) -> bytes:
    # A "+" that was not written as "%2B" comes out of an address as a blank.
    folded = data.replace(" ", "+").replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(folded + "=" * (-len(folded) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise NotAnAccountError(Problem.DAMAGED) from None


def _account(fields: Mapping[int, Value]) -> OtpAccount:
    secret, counter = fields.get(1, b""), fields.get(7, 0)
    if not isinstance(secret, bytes) or not isinstance(counter, int):
        raise NotAnAccountError(Problem.DAMAGED)
    type_ = _known(_TYPES, fields.get(6, 0), Problem.UNKNOWN_TYPE)
    issuer, name = _text(fields.get(3, b"")), _text(fields.get(2, b""))
    if issuer:
        name = name.removeprefix(f"{issuer}:").strip()
    return OtpAccount(
        type=type_,
        issuer=issuer,
        name=name,
        secret=secret,
        algorithm=_known(_ALGORITHMS, fields.get(4, 0), Problem.BAD_ALGORITHM),
        digits=_known(_DIGITS, fields.get(5, 0), Problem.BAD_DIGITS),
        period=0 if type_ is OtpType.HOTP else 30,
        counter=counter if type_ is OtpType.HOTP else 0,
    )


def _known(table: Mapping[int, Known], value: Value, problem: Problem) -> Known:
    if not isinstance(value, int) or value not in table:
        raise NotAnAccountError(problem)
    return table[value]


def _text(value: Value) -> str:
    return value.decode("utf-8", "replace").strip() if isinstance(value, bytes) else ""


def _fields(data: bytes) -> Iterator[tuple[int, Value]]:
    """Yield number and value of every field of a message."""
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        match tag & 7:
            case _Wire.VARINT:
                number, at = _varint(data, at)
                yield tag >> 3, number
            case _Wire.FIXED_64:
                at += 8
            case _Wire.BYTES:
                length, at = _varint(data, at)
                if at + length > len(data):
                    raise NotAnAccountError(Problem.DAMAGED)
                yield tag >> 3, data[at : at + length]
                at += length
            case _Wire.FIXED_32:
                at += 4
            case _:
                raise NotAnAccountError(Problem.DAMAGED)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number, and where it ends."""
    number = 0
    for place, byte in enumerate(data[at : at + _LONGEST_VARINT]):
        number |= (byte & 0x7F) << (7 * place)
        if byte < _GOES_ON:
            return number, at + place + 1
    raise NotAnAccountError(Problem.DAMAGED)
