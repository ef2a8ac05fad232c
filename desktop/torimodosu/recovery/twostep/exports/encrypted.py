"""Opening encrypted exports with their password.

Each of them is authenticated, so that nothing a wrong password gives is taken for
accounts. What asks for more work than any of the programs does is not begun: a file
could keep this computer busy for days.
"""

import base64
import binascii
import hashlib
import hmac

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from Cryptodome.Cipher import AES
from Cryptodome.Util.Padding import unpad

from torimodosu.recovery.twostep.account import NotAnAccountError, Problem
from torimodosu.recovery.twostep.exports.record import Record

STRATUM = b"AUTHENTICATORPRO"
OLD_STRATUM = b"AuthenticatorPro"  # CBC without a mac: not opened here

_KEY = 32  # bytes, as all of them have
_TAG = 16
_FEWEST_ROUNDS, _MOST_ROUNDS = 1000, 5_000_000  # of PBKDF2
_MOST_PASSES = 100  # of Argon2
_MOST_MEMORY = 2**20  # KiB of Argon2
_MOST_LANES = 64
_SCRYPT_MEMORY = 256 * 2**20  # bytes; Aegis asks for 32 MB
_MOST_SCRYPT_COST = 2**20

_PASSWORD_SLOT = 1
_PBKDF2, _ARGON2 = 0, 1

_TWO_FAS_ROUNDS = 10_000


class NotOpenedError(ValueError):
    """The password does not open it, or it is damaged."""


def open_aegis(vault: Record, password: str) -> bytes:
    """Return the database of an Aegis vault (docs/vault.md of its repository).

    Raises:
        NotOpenedError: If the password is not that of any of its slots.

    """
    header = vault.record("header")
    for slot in header.records("slots"):
        if _number(slot, "type", 100) != _PASSWORD_SLOT:  # a fingerprint
            continue
        key = _scrypt(slot, password)
        sealed = slot.record("key_params")
        wrapped = _hex(slot.text("key")) + _hex(sealed.text("tag"))
        try:
            master = _gcm(key, _hex(sealed.text("nonce")), wrapped)
        except NotOpenedError:
            continue
        sealed = header.record("params")
        database = _base64(vault.text("db")) + _hex(sealed.text("tag"))
        return _gcm(master, _hex(sealed.text("nonce")), database)
    raise NotOpenedError


def open_two_fas(backup: Record, password: str) -> bytes:
    """Return the services of a 2FAS backup, which stand as data:salt:nonce.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    parts = backup.text("servicesEncrypted").split(":")
    if len(parts) != 3:  # noqa: PLR2004 -- as said above
        raise NotOpenedError
    data, salt, nonce = map(_base64, parts)
    key = hashlib.pbkdf2_hmac(
        "sha256", password.encode(), salt, _TWO_FAS_ROUNDS, dklen=_KEY
    )
    return _gcm(key, nonce, data)


def open_bitwarden(export: Record, password: str) -> bytes:
    """Return the plain export in one that has a password of its own.

    The form is that of the security whitepaper: key stretched by HKDF into one for
    AES-256-CBC and one for HMAC-SHA-256.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    key = _bitwarden_key(export, password)
    parts = export.text("data").removeprefix("2.").split("|")
    if len(parts) != 3:  # noqa: PLR2004 -- vector, text and mac
        raise NotOpenedError
    vector, text, mac = map(_base64, parts)
    # HKDF-Expand (RFC 5869, section 2.3) to the length of the hash has one round.
    for_text, for_mac = (
        hmac.digest(key, name + b"\x01", "sha256") for name in (b"enc", b"mac")
    )
    right = hmac.digest(for_mac, vector + text, "sha256")
    if not hmac.compare_digest(right, mac):
        raise NotOpenedError
    return _cbc(for_text, vector, text)


def open_and_otp(raw: bytes, password: str) -> bytes:
    """Return the entries of an andOTP backup, in the form of today or that before.

    Today: rounds of PBKDF2 (4 bytes), salt (12), nonce (12), data. Before: nonce and
    data, with the SHA-256 of the password as the key.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    rounds = int.from_bytes(raw[:4])
    if _FEWEST_ROUNDS <= rounds <= _MOST_ROUNDS:
        key = hashlib.pbkdf2_hmac(
            "sha1", password.encode(), raw[4:16], rounds, dklen=_KEY
        )
        try:
            return _gcm(key, raw[16:28], raw[28:])
        except NotOpenedError:
            pass
    return _gcm(hashlib.sha256(password.encode()).digest(), raw[:12], raw[12:])


def open_stratum(raw: bytes, password: str) -> bytes:
    """Return the entries of a Stratum backup: header, salt (16), nonce (12), data.

    doc/BACKUP_FORMAT.md of its repository names the parameters of Argon2.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    at = len(STRATUM)
    salt, nonce, data = raw[at : at + 16], raw[at + 16 : at + 28], raw[at + 28 :]
    return _gcm(_argon2(password, salt, passes=3, lanes=4, memory=2**16), nonce, data)


def _scrypt(slot: Record, password: str) -> bytes:
    cost = _number(slot, "n", _MOST_SCRYPT_COST)
    block, lanes = _number(slot, "r", _MOST_LANES), _number(slot, "p", _MOST_LANES)
    try:
        return hashlib.scrypt(
            password.encode(),
            salt=_hex(slot.text("salt")),
            n=cost,
            r=block,
            p=lanes,
            maxmem=_SCRYPT_MEMORY,
            dklen=_KEY,
        )
    except ValueError:  # not a power of two, or more memory than that
        raise NotOpenedError from None


def _bitwarden_key(export: Record, password: str) -> bytes:
    salt = export.text("salt").encode()
    kind = _number(export, "kdfType", 9)
    if kind == _PBKDF2:
        rounds = _number(export, "kdfIterations", _MOST_ROUNDS)
        return hashlib.pbkdf2_hmac(
            "sha256", password.encode(), salt, max(rounds, 1), dklen=_KEY
        )
    if kind != _ARGON2:
        raise NotOpenedError
    return _argon2(
        password,
        hashlib.sha256(salt).digest(),
        passes=_number(export, "kdfIterations", _MOST_PASSES),
        lanes=_number(export, "kdfParallelism", _MOST_LANES),
        memory=_number(export, "kdfMemory", _MOST_MEMORY // 1024) * 1024,
    )


def _argon2(
    password: str, salt: bytes, *, passes: int, lanes: int, memory: int
) -> bytes:
    """Return the key that Argon2id makes of *password*; *memory* is in KiB."""
    try:
        return hash_secret_raw(
            password.encode(),
            salt,
            time_cost=passes,
            memory_cost=memory,
            parallelism=lanes,
            hash_len=_KEY,
            type=Type.ID,
        )
    except HashingError:  # less than RFC 9106 allows, or more memory than there is
        raise NotOpenedError from None


def _gcm(key: bytes, nonce: bytes, sealed: bytes) -> bytes:
    try:
        cipher = AES.new(key, AES.MODE_GCM, nonce=nonce)
        return cipher.decrypt_and_verify(sealed[:-_TAG], sealed[-_TAG:])
    except ValueError:
        raise NotOpenedError from None


def _cbc(key: bytes, vector: bytes, text: bytes) -> bytes:
    try:
        return unpad(AES.new(key, AES.MODE_CBC, vector).decrypt(text), AES.block_size)
    except ValueError:
        raise NotOpenedError from None


def _number(record: Record, name: str, most: int) -> int:
    try:
        number = record.number(name, 0, Problem.DAMAGED)
    except NotAnAccountError:
        raise NotOpenedError from None
    if not 0 <= number <= most:
        raise NotOpenedError
    return number


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise NotOpenedError from None


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NotOpenedError from None
