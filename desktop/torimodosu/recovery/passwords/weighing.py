"""What is to be thought of one password: how strong it is, and whether it leaked."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from torimodosu.recovery.passwords.breach import NOT_CHECKED, Breach, LeakedHashes
from torimodosu.recovery.passwords.strength import Strength


class Estimates(Protocol):
    """Estimates how strong passwords are."""

    def estimate(self, password: str, *, own_words: Sequence[str] = ()) -> Strength:
        """Return how hard *password* is to guess for who knows *own_words*."""
        ...


# One graphics card against a list of fast hashes that was stolen, as zxcvbn counts it
# ("offline_fast_hashing_1e10_per_second").
_GUESSES_A_SECOND_LOG10 = 10
# Beyond that nothing is told apart, and a float ends somewhere.
_LONGEST_LOG10 = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What was found out about a password, which is not in it."""

    strength: Strength
    breach: Breach

    @property
    def seconds_on_graphics_card(self) -> float:
        """How long one graphics card takes to guess it, at most."""
        exponent = self.strength.guesses_log10 - _GUESSES_A_SECOND_LOG10
        return float(10 ** min(exponent, _LONGEST_LOG10))


def weigh(
    password: str,
    *,
    estimates: Estimates,
    leaked: LeakedHashes | None,
    own_words: Sequence[str] = (),
) -> Weighed:
    """Return how strong *password* is, and whether *leaked* has it."""
    return Weighed(
        strength=estimates.estimate(password, own_words=own_words),
        breach=_looked_up(password, leaked),
    )


def _looked_up(password: str, leaked: LeakedHashes | None) -> Breach:
    if leaked is None or not password:
        return NOT_CHECKED
    # SHA-1 is what lists of leaked passwords are ordered by, and guards nothing.
    digest = hashlib.sha1(
        password.encode("utf-8", "surrogatepass"), usedforsecurity=False
    )
    name = digest.hexdigest().upper()
    try:
        return leaked.look_up([name]).get(name, NOT_CHECKED)
    except OSError:
        return NOT_CHECKED
