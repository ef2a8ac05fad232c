"""The keychain of this computer: where secrets may lie, and where never.

Slow to ask (it talks to other programs), so never from the thread of the window.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from keyring.backend import KeyringBackend, get_all_keyring
from keyring.backends import SecretService, Windows, kwallet, libsecret, macOS

# What the system itself guards and locks. Anything else that `keyring` can be led to
# use (a plain text file, a backend that keeps nothing, one of another package) is not
# asked: there is no fall-back to an open file.
TRUSTED: Sequence[type[KeyringBackend]] = (
    SecretService.Keyring,
    Windows.WinVaultKeyring,
    macOS.Keyring,
    kwallet.DBusKeyring,
    libsecret.Keyring,
    kwallet.DBusKeyringKWallet4,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keychains:
    """What there is.

    Attributes:
        trusted: The one to use, such as "keyring.backends.SecretService.Keyring", or
            "" where this computer has none; then no secret is kept.
        passed_over: Others that could be used but do not guard what they hold.

    """

    trusted: str
    passed_over: tuple[str, ...]


def find_keychains() -> Keychains:
    """Return what this computer has for secrets."""
    trusted = trusted_backend()
    others = [
        kind
        for kind in (type(backend) for backend in get_all_keyring())
        if kind not in TRUSTED and _priority(kind) > 0
    ]
    others.sort(key=_priority, reverse=True)
    return Keychains(
        trusted="" if trusted is None else name_of(trusted),
        passed_over=tuple(map(name_of, others)),
    )


def trusted_backend() -> type[KeyringBackend] | None:
    """Return the backend to use, or None where there is none to trust.

    It is looked for anew each time: the person may just have started one.
    """
    usable = [kind for kind in TRUSTED if kind.viable]
    return max(usable, key=_priority, default=None)


def name_of(backend: type[KeyringBackend]) -> str:
    """Return the full name of *backend*."""
    return f"{backend.__module__}.{backend.__qualname__}"


def _priority(backend: type[KeyringBackend]) -> float:
    return float(backend.priority)
