"""From a password to the key of a file, at the price that the file names.

The parameters: https://keepass.info/help/kb/kdbx.html#kdfparams
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from Cryptodome.Cipher import AES

from torimodosu.recovery.keepass.dictionary import UInt32, UInt64
from torimodosu.recovery.keepass.fault import KeePassError, KeePassProblem

ARGON2D = bytes.fromhex("ef636ddf8c29444b91f7a9a403e30a0c")
ARGON2ID = bytes.fromhex("9e298b1956db4773b23dfc3ec6f0a1e6")
AES_KDF = bytes.fromhex("c9d9f39a628a4460bf740d08c18a4fea")

_TYPES = {ARGON2D: Type.D, ARGON2ID: Type.ID}
_KEY = 32  # bytes
_KIB = 1024

# A file of a stranger could ask for days, or for more memory than there is. KeePass
# and KeePassXC choose what takes a second or two: some 64 MiB ten times over.
_MOST_MEMORY = 2**20  # KiB
_MOST_WORK = 2**25  # KiB times passes, which take about half a minute
_MOST_LANES = 64
_MOST_ROUNDS = 200_000_000  # of AES, which take as long

SALT = 32  # bytes
_VERSIONS = {0x10, 0x13}  # of Argon2
_VERSION = 0x13


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What Argon2 takes for each password that is tried.

    Attributes:
        memory: In KiB.
        passes: How often it goes over that.
        lanes: How many processors may share that.

    """

    memory: int
    passes: int
    lanes: int


# RFC 9106 (section 4) asks for three passes over 64 MiB at least; a phone has those.
USUAL_COST = Cost(memory=64 * _KIB, passes=10, lanes=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """How a key is made.

    Attributes:
        function: The id of Argon2d, Argon2id or of the rounds of AES.
        salt: The salt of Argon2, or the key of AES.
        passes: How often Argon2 goes over its memory, or AES over the key.
        memory: The memory of Argon2, in KiB.
        lanes: The lanes of Argon2.
        version: The version of Argon2.

    """

    function: bytes
    salt: bytes
    passes: int
    memory: int = 0
    lanes: int = 1
    version: int = _VERSION


def derivation_of(values: Mapping[str, int | bytes]) -> Derivation:
    """Return what a header of KDBX 4 says about its key.

    Raises:
        KeePassError: If it names another function, or leaves something out.

    """
    function = _bytes(values, "$UUID")
    if function == AES_KDF:
        return Derivation(
            function=function, salt=_bytes(values, "S"), passes=_number(values, "R")
        )
    # Nobody writes a secret or data of one's own ("K" and "A").
    if function not in _TYPES or "K" in values or "A" in values:
        raise KeePassError(KeePassProblem.OTHER_CIPHER)
    if _number(values, "V") not in _VERSIONS:
        raise KeePassError(KeePassProblem.OTHER_CIPHER)
    return Derivation(
        function=function,
        salt=_bytes(values, "S"),
        passes=_number(values, "I"),
        memory=_number(values, "M") // _KIB,
        lanes=_number(values, "P"),
        version=_number(values, "V"),
    )


def new_derivation(salt: bytes, cost: Cost) -> Derivation:
    """Return how the keys of this program's own files are made: by Argon2id."""
    return Derivation(
        function=ARGON2ID,
        salt=salt,
        passes=cost.passes,
        memory=cost.memory,
        lanes=cost.lanes,
    )


def values_of(derivation: Derivation) -> Mapping[str, UInt32 | UInt64 | bytes]:
    """Return what a header says about a key by Argon2."""
    return {
        "$UUID": derivation.function,
        "S": derivation.salt,
        "P": UInt32(derivation.lanes),
        "M": UInt64(derivation.memory * _KIB),
        "I": UInt64(derivation.passes),
        "V": UInt32(derivation.version),
    }


def derived_key(password: str, derivation: Derivation) -> bytes:
    """Return the key that the password alone gives, without a key file.

    Raises:
        KeePassError: If it would take too much, or more than Argon2 allows.

    """
    composite = hashlib.sha256(hashlib.sha256(password.encode()).digest()).digest()
    if derivation.function == AES_KDF:
        return _by_aes(composite, derivation)
    if (
        derivation.memory > _MOST_MEMORY
        or max(derivation.memory, 1) * derivation.passes > _MOST_WORK
        or derivation.lanes > _MOST_LANES
    ):
        raise KeePassError(KeePassProblem.TOO_MUCH_WORK)
    try:
        return hash_secret_raw(
            composite,
            derivation.salt,
            time_cost=derivation.passes,
            memory_cost=derivation.memory,
            parallelism=derivation.lanes,
            hash_len=_KEY,
            type=_TYPES[derivation.function],
            version=derivation.version,
        )
    except HashingError:  # less than RFC 9106 allows, or more than there is
        raise KeePassError(KeePassProblem.DAMAGED) from None


_ROUNDS_AT_ONCE = 2**16


def _by_aes(key: bytes, derivation: Derivation) -> bytes:
    """Return the hash of both halves of *key*, encrypted over and over.

    To encrypt zeros by CBC is to encrypt the vector over and over, which a library
    does in one go.
    """
    if derivation.passes > _MOST_ROUNDS:
        raise KeePassError(KeePassProblem.TOO_MUCH_WORK)
    if len(derivation.salt) != _KEY:
        raise KeePassError(KeePassProblem.DAMAGED)
    whole, rest = divmod(derivation.passes, _ROUNDS_AT_ONCE)
    size = AES.block_size
    zeros = bytes(size * _ROUNDS_AT_ONCE)
    halves = []
    for half in (key[:size], key[size:]):
        block = half
        for rounds in [_ROUNDS_AT_ONCE] * whole + [rest] * bool(rest):
            cipher = AES.new(derivation.salt, AES.MODE_CBC, block)
            block = cipher.encrypt(zeros[: size * rounds])[-size:]
        halves.append(block)
    return hashlib.sha256(b"".join(halves)).digest()


def _number(values: Mapping[str, int | bytes], name: str) -> int:
    value = values.get(name)
    if not isinstance(value, int) or value < 0:
        raise KeePassError(KeePassProblem.DAMAGED)
    return value


def _bytes(values: Mapping[str, int | bytes], name: str) -> bytes:
    value = values.get(name)
    if not isinstance(value, bytes):
        raise KeePassError(KeePassProblem.DAMAGED)
    return value
