"""A passphrase that hides the codes on the screen from whoever sits down at it.

It guards the screen and not the secrets: these lie in the keychain, which gives them to
every program of the person.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from argon2 import extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret, verify_secret

from torimodosu.recovery.case.secrets import Keychain

ENTRY = "codes-lock"
SHORTEST = 8

# The second recommendation of RFC 9106, section 4: 3 passes, 64 MiB, 4 lanes.
_PASSES, _KIBIBYTES, _LANES, _BYTES = 3, 65536, 4, 32


class Tried(Enum):
    """What came of a passphrase.

    Attributes:
        RIGHT: It opens the lock.
        WRONG: It does not.
        NO_LOCK: There is none to open any more, as when its entry in the keychain was
            deleted; whoever can do that can read the secrets beside it too.

    """

    RIGHT = "right"
    WRONG = "wrong"
    NO_LOCK = "no_lock"


@dataclass(frozen=True, slots=True)
class ScreenLock:
    """Keeps what tells the right passphrase from others, and never the passphrase.

    Every method may wait for the keychain, and raises `KeychainError`. `new_salt`
    returns a text that it never returned before.
    """

    keychain: Keychain
    new_salt: Callable[[], str]

    def close_with(self, passphrase: str) -> None:
        """Let *passphrase*, and no other, open the lock from now on."""
        sealed = hash_secret(
            _bytes(passphrase),
            self.new_salt().encode(),
            time_cost=_PASSES,
            memory_cost=_KIBIBYTES,
            parallelism=_LANES,
            hash_len=_BYTES,
            type=Type.ID,
        )
        self.keychain.keep(ENTRY, sealed.decode())

    def try_passphrase(self, passphrase: str) -> Tried:
        """Tell whether *passphrase* opens the lock; takes a third of a second."""
        sealed = self.keychain.read(ENTRY)
        if sealed is None or not _is_sealed(sealed):
            return Tried.NO_LOCK
        try:
            verify_secret(sealed.encode(), _bytes(passphrase), Type.ID)
        except VerificationError:
            return Tried.WRONG
        return Tried.RIGHT

    def remove(self) -> None:
        """Have no lock any more."""
        self.keychain.forget(ENTRY)


def is_long_enough(passphrase: str) -> bool:
    """Tell whether *passphrase* is one that nobody types by chance."""
    return len(unicodedata.normalize("NFKC", passphrase)) >= SHORTEST


def _is_sealed(text: str) -> bool:
    try:
        extract_parameters(text)
    except InvalidHashError:
        return False
    return True


def _bytes(passphrase: str) -> bytes:
    # An input method that is on or off makes no difference that the person sees.
    return unicodedata.normalize("NFKC", passphrase).encode()
