"""The key of this installation, which digests of passwords are made with."""

import re
import secrets

from torimodosu.recovery.case.secrets import Keychain, KeychainError, KeychainTrouble

NAME = "install-key"
_BYTES = 32
_FORM = re.compile(rf"[0-9a-f]{{{2 * _BYTES}}}")


def install_key(keychain: Keychain) -> bytes:
    """Return the key of 32 random bytes; it is made the first time.

    Raises:
        KeychainError: If the keychain does not keep or give it.

    """
    key = _kept(keychain)
    if key is None:
        keychain.keep(NAME, secrets.token_bytes(_BYTES).hex())
        # Two programs may make one at once: what was kept last counts for both.
        key = _kept(keychain)
    if key is None:
        raise KeychainError(KeychainTrouble.LOST)
    return key


def _kept(keychain: Keychain) -> bytes | None:
    text = keychain.read(NAME)
    is_key = text is not None and _FORM.fullmatch(text)
    return bytes.fromhex(text) if text is not None and is_key else None
