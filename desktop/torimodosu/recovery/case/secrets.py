"""Where secrets lie: the keychain of this computer, and nowhere else."""

from enum import Enum
from typing import Protocol


class KeychainTrouble(Enum):
    """Why the keychain keeps or gives nothing.

    Attributes:
        NONE: This computer has none that guards what it holds.
        LOCKED: It is locked, and was not unlocked.
        REFUSED: It did not make a place for secrets, or its question was dismissed.
        GONE: It ended or did not answer.
        TOO_LARGE: The secret is longer than it takes.
        LOST: It no longer has what was kept in it.
        FAILED: Anything else.

    """

    NONE = "none"
    LOCKED = "locked"
    REFUSED = "refused"
    GONE = "gone"
    TOO_LARGE = "too_large"
    LOST = "lost"
    FAILED = "failed"


class KeychainError(Exception):
    """The keychain kept or gave nothing; its text never holds a secret.

    `cause` is the name of the kind of error that the keychain itself had, or "".
    """

    def __init__(self, trouble: KeychainTrouble, cause: str = "") -> None:
        super().__init__(f"{trouble.value} ({cause})" if cause else trouble.value)
        self.trouble, self.cause = trouble, cause


class Keychain(Protocol):
    """Keeps texts by their names; every method raises `KeychainError`.

    It may ask the person to unlock it and wait for that: never call it from the thread
    of the window. Safe to use from any other.
    """

    def keep(self, name: str, secret: str) -> None:
        """Keep *secret* as *name*, instead of what was kept before."""
        ...

    def read(self, name: str) -> str | None:
        """Return what is kept as *name*, None where there is nothing."""
        ...

    def forget(self, name: str) -> None:
        """Keep nothing as *name* any more."""
        ...
