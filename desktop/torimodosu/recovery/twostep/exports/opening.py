"""What encrypted exports are opened with, and how much work one may ask for.

What asks for more than any of the programs does is not begun: a file could keep this
computer busy for days.
"""

import base64
import binascii

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from Cryptodome.Cipher import AES
from Cryptodome.Util.Padding import unpad

from torimodosu.recovery.twostep.account import NotAnAccountError, Problem
from torimodosu.recovery.twostep.exports.record import Record

KEY = 32  # bytes, as all of them have
_TAG = 16

FEWEST_ROUNDS, MOST_ROUNDS = 1000, 5_000_000  # of PBKDF2
MOST_PASSES = 100  # of Argon2
MOST_MEMORY = 2**20  # KiB of Argon2
MOST_LANES = 64


class NotOpenedError(ValueError):
    """The password does not open it, or it is damaged."""


def argon2id(
    password: str, salt: bytes, *, passes: int, lanes: int, memory: int
) -> bytes:
    """Return the key that Argon2id makes of *password*; *memory* is in KiB.

    Raises:
        NotOpenedError: If that is less than it allows, or more than there is.

    """
    try:
        return hash_secret_raw(
            password.encode(),
            salt,
            time_cost=passes,
            memory_cost=memory,
            parallelism=lanes,
            hash_len=KEY,
            type=Type.ID,
        )
    except HashingError:  # RFC 9106, section 3.1
        raise NotOpenedError from None


def open_gcm(key: bytes, nonce: bytes, sealed: bytes, told: bytes = b"") -> bytes:
    """Return what *sealed* holds, which ends with its tag; *told* is guarded as well.

    Raises:
        NotOpenedError: If the key is another one, or something was changed.

    """
    try:
        cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
        cipher.update(told)
        return cipher.decrypt_and_verify(sealed[:-_TAG], sealed[-_TAG:])
    except ValueError:
        raise NotOpenedError from None


def open_cbc(key: bytes, vector: bytes, text: bytes) -> bytes:
    """Return what *text* holds, which nothing guards.

    Raises:
        NotOpenedError: If it does not end as it should.

    """
    try:
        return unpad(AES.new(key, AES.MODE_CBC, vector).decrypt(text), AES.block_size)
    except ValueError:
        raise NotOpenedError from None


def number_in(record: Record, name: str, most: int) -> int:
    """Return the number in a field, 0 where there is none.

    Raises:
        NotOpenedError: If it is no number, or not from 0 to *most*.

    """
    try:
        number = record.number(name, 0, Problem.DAMAGED)
    except NotAnAccountError:
        raise NotOpenedError from None
    if not 0 <= number <= most:
        raise NotOpenedError
    return number


def bytes_of_hex(text: str) -> bytes:
    """Return what *text* says in hexadecimal digits.

    Raises:
        NotOpenedError: If it has others.

    """
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise NotOpenedError from None


def bytes_of_base64(text: str) -> bytes:
    """Return what *text* says in base64.

    Raises:
        NotOpenedError: If it is damaged.

    """
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NotOpenedError from None
