"""Writing the QR codes that Google Authenticator takes accounts from.

The fields are those of `migration`.
"""

import base64
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from torimodosu.recovery.twostep.account import (
    USUAL_PERIOD,
    Algorithm,
    OtpAccount,
    OtpType,
)
from torimodosu.recovery.twostep.migration import SCHEME

_VERSION = 1
_IN_ONE = 10  # accounts, as Google itself puts into a code

_ALGORITHMS = {Algorithm.SHA1: 1, Algorithm.SHA256: 2, Algorithm.SHA512: 3}
_DIGITS = {6: 1, 8: 2}
_TYPES = {OtpType.HOTP: 1, OtpType.TOTP: 2}

_VARINT, _BYTES = 0, 2  # wire types
_GOES_ON = 0x80


def fits_migration(account: OtpAccount) -> bool:
    """Tell whether such a code can hold *account*: it names no period, for one."""
    return (
        account.type in _TYPES
        and account.digits in _DIGITS
        and account.period in (0, USUAL_PERIOD)
    )


def migration_addresses(accounts: Sequence[OtpAccount], *, batch: int) -> list[str]:
    """Return the address of each code of a move; *batch* is what they have in common.

    Every one of *accounts* must fit (`fits_migration`); *batch* lies below 2**31.
    """
    starts = range(0, len(accounts), _IN_ONE)
    parts = [accounts[start : start + _IN_ONE] for start in starts]
    return [
        _address(part, index=index, size=len(parts), batch=batch)
        for index, part in enumerate(parts)
    ]


def _address(
    accounts: Sequence[OtpAccount], *, index: int, size: int, batch: int
) -> str:
    numbers = {2: _VERSION, 3: size, 4: index, 5: batch}
    payload = b"".join(
        [
            *(_text(1, b"".join(_fields(account))) for account in accounts),
            *(_number(field, value) for field, value in numbers.items()),
        ]
    )
    data = quote(base64.b64encode(payload).decode("ascii"), safe="")
    return f"{SCHEME}://offline?data={data}"


def _fields(account: OtpAccount) -> Iterator[bytes]:
    yield _text(1, account.secret)
    yield _text(2, account.name.encode("utf-8", "replace"))
    yield _text(3, account.issuer.encode("utf-8", "replace"))
    yield _number(4, _ALGORITHMS[account.algorithm])
    yield _number(5, _DIGITS[account.digits])
    yield _number(6, _TYPES[account.type])
    if account.type is OtpType.HOTP:
        yield _number(7, account.counter)


def _text(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | _BYTES) + _varint(len(value)) + value


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3 | _VARINT) + _varint(value)


def _varint(value: int) -> bytes:
    written = bytearray()
    while value >= _GOES_ON:
        written.append(value % _GOES_ON | _GOES_ON)
        value //= _GOES_ON
    written.append(value)
    return bytes(written)
