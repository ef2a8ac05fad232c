"""A passphrase that hides the codes on the screen from whoever sits down at it.

It guards the screen and not the secrets: these lie in the keychain, which gives them to
every program of the person.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from torimodosu.recovery.case.secrets import Keychain

ENTRY = "codes-lock"
SHORTEST = 8


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
        # Late, here and below: Argon2 is not needed until there is a passphrase.
        from torimodosu.recovery.twostep.sealed_passphrase import seal  # noqa: PLC0415

        self.keychain.keep(ENTRY, seal(passphrase, self.new_salt()))

    def try_passphrase(self, passphrase: str) -> Tried:
        """Tell whether *passphrase* opens the lock; takes a third of a second."""
        from torimodosu.recovery.twostep.sealed_passphrase import (  # noqa: PLC0415
            is_sealed,
            opens,
        )

        sealed = self.keychain.read(ENTRY)
        if sealed is None or not is_sealed(sealed):
            return Tried.NO_LOCK
        return Tried.RIGHT if opens(sealed, passphrase) else Tried.WRONG

    def remove(self) -> None:
        """Have no lock any more."""
        self.keychain.forget(ENTRY)


def is_long_enough(passphrase: str) -> bool:
    """Tell whether *passphrase* is one that nobody types by chance."""
    return len(unicodedata.normalize("NFKC", passphrase)) >= SHORTEST
