"""What tells a passphrase from others without telling what it is: Argon2id."""

import unicodedata

from argon2 import extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type, hash_secret, verify_secret

# The second recommendation of RFC 9106, section 4: 3 passes, 64 MiB, 4 lanes.
_PASSES, _KIBIBYTES, _LANES, _BYTES = 3, 65536, 4, 32


def seal(passphrase: str, salt: str) -> str:
    """Return a text that only *passphrase* opens."""
    sealed = hash_secret(
        _bytes(passphrase),
        salt.encode(),
        time_cost=_PASSES,
        memory_cost=_KIBIBYTES,
        parallelism=_LANES,
        hash_len=_BYTES,
        type=Type.ID,
    )
    return sealed.decode()


def is_sealed(text: str) -> bool:
    """Tell whether *text* is such a text."""
    try:
        extract_parameters(text)
    except InvalidHashError:
        return False
    return True


def opens(sealed: str, passphrase: str) -> bool:
    """Tell whether *passphrase* opens *sealed*; takes a third of a second."""
    try:
        return verify_secret(sealed.encode(), _bytes(passphrase), Type.ID)
    except VerificationError:
        return False


def _bytes(passphrase: str) -> bytes:
    # An input method that is on or off makes no difference that the person sees.
    return unicodedata.normalize("NFKC", passphrase).encode()
