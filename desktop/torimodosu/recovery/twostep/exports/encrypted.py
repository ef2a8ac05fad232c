"""Opening encrypted exports with their password.

All but the oldest are authenticated, so that nothing a wrong password gives is taken
for accounts; those must at least hold a document.
"""

import hashlib
import hmac

from torimodosu.recovery.twostep.exports.opening import (
    FEWEST_ROUNDS,
    KEY,
    MOST_LANES,
    MOST_MEMORY,
    MOST_PASSES,
    MOST_ROUNDS,
    NotOpenedError,
    argon2id,
    bytes_of_base64,
    bytes_of_hex,
    number_in,
    open_cbc,
    open_gcm,
)
from torimodosu.recovery.twostep.exports.record import Record
from torimodosu.recovery.twostep.exports.secret_stream import open_message

STRATUM = b"AUTHENTICATORPRO"
OLD_STRATUM = b"AuthenticatorPro"

_SCRYPT_MEMORY = 256 * 2**20  # bytes; Aegis asks for 32 MB
_MOST_SCRYPT_COST = 2**20

_PASSWORD_SLOT = 1
_PBKDF2, _ARGON2 = 0, 1

_TWO_FAS_ROUNDS = 10_000
_OLD_STRATUM_ROUNDS = 64_000
_KIB = 1024

# As the program has it in its code, crypto.rs of proton-authenticator.
_PROTON_TOLD = b"proton.authenticator.export.v1"


def open_aegis(vault: Record, password: str) -> bytes:
    """Return the database of an Aegis vault (docs/vault.md of its repository).

    Raises:
        NotOpenedError: If the password is not that of any of its slots.

    """
    header = vault.record("header")
    for slot in header.records("slots"):
        if number_in(slot, "type", 100) != _PASSWORD_SLOT:  # a fingerprint
            continue
        key = _scrypt(slot, password)
        sealed = slot.record("key_params")
        wrapped = bytes_of_hex(slot.text("key")) + bytes_of_hex(sealed.text("tag"))
        try:
            master = open_gcm(key, bytes_of_hex(sealed.text("nonce")), wrapped)
        except NotOpenedError:
            continue
        sealed = header.record("params")
        database = bytes_of_base64(vault.text("db")) + bytes_of_hex(sealed.text("tag"))
        return open_gcm(master, bytes_of_hex(sealed.text("nonce")), database)
    raise NotOpenedError


def open_two_fas(backup: Record, password: str) -> bytes:
    """Return the services of a 2FAS backup, which stand as data:salt:nonce.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    parts = backup.text("servicesEncrypted").split(":")
    if len(parts) != 3:  # noqa: PLR2004 -- as said above
        raise NotOpenedError
    data, salt, nonce = map(bytes_of_base64, parts)
    key = hashlib.pbkdf2_hmac(
        "sha256", password.encode(), salt, _TWO_FAS_ROUNDS, dklen=KEY
    )
    return open_gcm(key, nonce, data)


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
    vector, text, mac = map(bytes_of_base64, parts)
    # HKDF-Expand (RFC 5869, section 2.3) to the length of the hash has one round.
    for_text, for_mac = (
        hmac.digest(key, name + b"\x01", "sha256") for name in (b"enc", b"mac")
    )
    right = hmac.digest(for_mac, vector + text, "sha256")
    if not hmac.compare_digest(right, mac):
        raise NotOpenedError
    return open_cbc(for_text, vector, text)


def open_and_otp(raw: bytes, password: str) -> bytes:
    """Return the entries of an andOTP backup, in the form of today or that before.

    Today: rounds of PBKDF2 (4 bytes), salt (12), nonce (12), data. Before: nonce and
    data, with the SHA-256 of the password as the key.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    rounds = int.from_bytes(raw[:4])
    if FEWEST_ROUNDS <= rounds <= MOST_ROUNDS:
        key = hashlib.pbkdf2_hmac(
            "sha1", password.encode(), raw[4:16], rounds, dklen=KEY
        )
        try:
            return open_gcm(key, raw[16:28], raw[28:])
        except NotOpenedError:
            pass
    return open_gcm(hashlib.sha256(password.encode()).digest(), raw[:12], raw[12:])


def open_stratum(raw: bytes, password: str) -> bytes:
    """Return the entries of a Stratum backup: header, salt (16), nonce (12), data.

    doc/BACKUP_FORMAT.md of its repository names the parameters of Argon2.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    at = len(STRATUM)
    salt, nonce, data = raw[at : at + 16], raw[at + 16 : at + 28], raw[at + 28 :]
    return open_gcm(
        argon2id(password, salt, passes=3, lanes=4, memory=2**16), nonce, data
    )


def open_old_stratum(raw: bytes, password: str) -> bytes:
    """Return the entries of a backup from before: header, salt (20), vector (16), data.

    Raises:
        NotOpenedError: If the password does not open it, which only the content tells.

    """
    at = len(OLD_STRATUM)
    salt, vector, data = raw[at : at + 20], raw[at + 20 : at + 36], raw[at + 36 :]
    key = hashlib.pbkdf2_hmac(
        "sha1", password.encode(), salt, _OLD_STRATUM_ROUNDS, dklen=KEY
    )
    document = open_cbc(key, vector, data)
    if not document.startswith(b"{"):
        raise NotOpenedError
    return document


def open_proton(export: Record, password: str) -> bytes:
    """Return the entries of a Proton Authenticator export: nonce (12) and data.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    salt = bytes_of_base64(export.text("salt"))
    content = bytes_of_base64(export.text("content"))
    key = argon2id(password, salt, passes=2, lanes=1, memory=19 * _KIB)
    return open_gcm(key, content[:12], content[12:], _PROTON_TOLD)


def open_ente(export: Record, password: str) -> bytes:
    """Return the addresses in an Ente Auth export, which libsodium has sealed.

    Raises:
        NotOpenedError: If the password does not open it.

    """
    named = export.record("kdfParams")
    key = argon2id(
        password,
        bytes_of_base64(named.text("salt")),
        passes=number_in(named, "opsLimit", MOST_PASSES),
        lanes=1,
        memory=number_in(named, "memLimit", MOST_MEMORY * _KIB) // _KIB,
    )
    return open_message(
        key,
        bytes_of_base64(export.text("encryptionNonce")),
        bytes_of_base64(export.text("encryptedData")),
    )


def _scrypt(slot: Record, password: str) -> bytes:
    cost = number_in(slot, "n", _MOST_SCRYPT_COST)
    block, lanes = number_in(slot, "r", MOST_LANES), number_in(slot, "p", MOST_LANES)
    try:
        return hashlib.scrypt(
            password.encode(),
            salt=bytes_of_hex(slot.text("salt")),
            n=cost,
            r=block,
            p=lanes,
            maxmem=_SCRYPT_MEMORY,
            dklen=KEY,
        )
    except ValueError:  # not a power of two, or more memory than that
        raise NotOpenedError from None


def _bitwarden_key(export: Record, password: str) -> bytes:
    salt = export.text("salt").encode()
    kind = number_in(export, "kdfType", 9)
    if kind == _PBKDF2:
        rounds = number_in(export, "kdfIterations", MOST_ROUNDS)
        return hashlib.pbkdf2_hmac(
            "sha256", password.encode(), salt, max(rounds, 1), dklen=KEY
        )
    if kind != _ARGON2:
        raise NotOpenedError
    return argon2id(
        password,
        hashlib.sha256(salt).digest(),
        passes=number_in(export, "kdfIterations", MOST_PASSES),
        lanes=number_in(export, "kdfParallelism", MOST_LANES),
        memory=number_in(export, "kdfMemory", MOST_MEMORY // _KIB) * _KIB,
    )
