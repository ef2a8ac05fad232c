"""The keychain of this computer: where secrets may lie, and where never.

Slow to ask (it talks to other programs), so never from the thread of the window.
"""

from collections.abc import Sequence
from contextlib import suppress
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
    others = [type(one) for one in get_all_keyring() if type(one) not in TRUSTED]
    passed_over = [kind for kind, priority in _ranked(others) if priority > 0]
    return Keychains(
        trusted="" if trusted is None else name_of(trusted),
        passed_over=tuple(map(name_of, passed_over)),
    )


def trusted_backend() -> type[KeyringBackend] | None:
    """Return the backend to use, or None where there is none to trust.

    It is looked for anew each time: the person may just have started one.
    """
    return next((kind for kind, _rank in _ranked(TRUSTED)), None)


def name_of(backend: type[KeyringBackend]) -> str:
    """Return the full name of *backend*."""
    return f"{backend.__module__}.{backend.__qualname__}"


def _ranked(
    kinds: Sequence[type[KeyringBackend]],
) -> Sequence[tuple[type[KeyringBackend], float]]:
    """Return those of *kinds* that can be used with their priorities, the best first.

    Each is asked once: what answers now may be gone a moment later.
    """
    usable: list[tuple[type[KeyringBackend], float]] = []
    for kind in kinds:
        # keyring takes whatever is raised for "cannot be used here" (its `viable`).
        with suppress(Exception):
            usable.append((kind, float(kind.priority)))
    return sorted(usable, key=lambda one: one[1], reverse=True)
