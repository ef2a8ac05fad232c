"""The ciphers around the content, and the streams that hide each password in it."""

import hashlib
from collections.abc import Callable
from enum import IntEnum

from Cryptodome.Cipher import AES, ChaCha20, Salsa20
from Cryptodome.Util.Padding import unpad

from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem
from torimodosu.recovery.keepass.header import CHACHA20

NONCE = 12  # bytes, of ChaCha20 (RFC 8439)
_KEY = 32
# The nonce that KeePass has given Salsa20 ever since.
_SALSA20_NONCE = bytes.fromhex("e830094b97205d2a")


class Stream(IntEnum):
    """Which stream hides the passwords."""

    NONE = 0
    SALSA20 = 2
    CHACHA20 = 3


def decrypted(cipher: bytes, key: bytes, vector: bytes, content: bytes) -> bytes:
    """Return the content of a file.

    Raises:
        KeePassError: If it is damaged.

    """
    try:
        if cipher == CHACHA20:
            return ChaCha20.new(key=key, nonce=vector).decrypt(content)
        plain = AES.new(key, AES.MODE_CBC, vector).decrypt(content)
        return unpad(plain, AES.block_size)
    except ValueError:
        raise KeePassError(KeePassProblem.DAMAGED) from None


def encrypted(key: bytes, nonce: bytes, content: bytes) -> bytes:
    """Return *content* by ChaCha20."""
    return ChaCha20.new(key=key, nonce=nonce).encrypt(content)


def unhiding(stream: int, key: bytes) -> Callable[[bytes], bytes]:
    """Return what hides one text after the other, and uncovers it in the same way.

    Raises:
        KeePassError: If the stream is not known here.

    """
    match stream:
        case Stream.NONE:
            return bytes
        case Stream.SALSA20:
            digest = hashlib.sha256(key).digest()
            return Salsa20.new(key=digest, nonce=_SALSA20_NONCE).encrypt
        case Stream.CHACHA20:
            digest = hashlib.sha512(key).digest()
            nonce = digest[_KEY : _KEY + NONCE]
            return ChaCha20.new(key=digest[:_KEY], nonce=nonce).encrypt
        case _:
            raise KeePassError(KeePassProblem.OTHER_CIPHER)
