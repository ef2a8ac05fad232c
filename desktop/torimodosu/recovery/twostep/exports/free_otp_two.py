"""Backups of FreeOTP 2: a map of Java's, with a sealed key for each token.

The forms are those of its classes EncryptedKey and MasterKey.
"""

import hashlib
import json
from collections.abc import Mapping

from torimodosu.recovery.twostep.exports.opening import (
    KEY,
    MOST_ROUNDS,
    NotOpenedError,
    number_in,
    open_gcm,
)
from torimodosu.recovery.twostep.exports.record import Record

_MASTER = "masterKey"
_TOKEN = "-token"  # noqa: S105 -- the end of a name
_NONCE = slice(4, 16)  # of what Java says of GCM: a sequence of nonce and length

_HASHES = {"PBKDF2withHmacSHA512": "sha512", "PBKDF2withHmacSHA1": "sha1"}


def is_free_otp_two(texts: Mapping[str, str]) -> bool:
    """Tell whether *texts*, by their names, are such a backup."""
    return _MASTER in texts


def open_free_otp_two(texts: Mapping[str, str], password: str) -> bytes:
    """Return the tokens as the first FreeOTP wrote them, with their secrets.

    Raises:
        NotOpenedError: If the password does not open them.

    """
    master = _record(texts[_MASTER])
    salt = _bytes(master, "mSalt")
    name = _HASHES.get(master.text("mAlgorithm"))
    rounds = number_in(master, "mIterations", MOST_ROUNDS)
    if name is None:
        raise NotOpenedError
    key = hashlib.pbkdf2_hmac(name, password.encode(), salt, max(rounds, 1), dklen=KEY)
    key = _unsealed(key, master.record("mEncryptedKey"))
    tokens = []
    for name, text in texts.items():
        if name.endswith(_TOKEN):
            sealed = _record(texts.get(name.removesuffix(_TOKEN), ""))
            secret = _unsealed(key, _record(sealed.text("key")))
            tokens.append({**_fields(text), "secret": list(secret)})
    return json.dumps({"tokens": tokens}).encode()


def _unsealed(key: bytes, sealed: Record) -> bytes:
    nonce = _bytes(sealed, "mParameters")[_NONCE]
    told = sealed.text("mToken").encode("utf-8", "replace")
    return open_gcm(key, nonce, _bytes(sealed, "mCipherText"), told)


def _bytes(record: Record, name: str) -> bytes:
    """Return a list of signed bytes, as Java has them."""
    return bytes(n & 0xFF for n in record.items(name) if isinstance(n, int))


def _record(text: str) -> Record:
    return Record(_fields(text))


def _fields(text: str) -> Mapping[str, object]:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}
