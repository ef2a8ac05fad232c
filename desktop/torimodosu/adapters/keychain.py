"""The keychain of this computer: where secrets may lie, and where never.

Slow to ask (it talks to other programs), so never from the thread of the window.
"""

from dataclasses import dataclass

from keyring.backend import KeyringBackend, get_all_keyring

# What the system itself guards and locks. Anything else that `keyring` can be led to
# use (a plain text file, a backend that keeps nothing, one of another package) is not
# asked: there is no fall-back to an open file.
TRUSTED = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.macOS.Keyring",
    }
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
    usable = sorted(get_all_keyring(), key=_priority, reverse=True)
    names = [_name(backend) for backend in usable if _priority(backend) > 0]
    trusted = [name for name in names if name in TRUSTED]
    return Keychains(
        trusted=trusted[0] if trusted else "",
        passed_over=tuple(name for name in names if name not in TRUSTED),
    )


def _name(backend: KeyringBackend) -> str:
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"


def _priority(backend: KeyringBackend) -> float:
    return float(backend.priority)
