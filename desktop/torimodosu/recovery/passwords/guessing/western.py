"""What zxcvbn finds, with the same guesses."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from torimodosu.recovery.passwords.guessing.dates import dates_in, recent_years_in
from torimodosu.recovery.passwords.guessing.dictionary import words_in
from torimodosu.recovery.passwords.guessing.keyboards import keys_in
from torimodosu.recovery.passwords.guessing.match import Match
from torimodosu.recovery.passwords.guessing.search import fewest_guesses
from torimodosu.recovery.passwords.guessing.sequences import repeats_in, sequences_in
from torimodosu.recovery.passwords.guessing.typed import Typed


def western_patterns_in(
    typed: Typed, guesses_of: Callable[[str], float]
) -> Iterator[Match]:
    """Yield the parts of a password that follow a pattern of zxcvbn.

    Args:
        typed: The password.
        guesses_of: Tells how many guesses take what is repeated.

    """
    text = typed.text
    yield from words_in(typed)
    yield from keys_in(text)
    yield from repeats_in(
        text, lambda unit: guesses_of(unit) if len(unit) > 1 else _sign_guesses(unit)
    )
    yield from sequences_in(text)
    yield from recent_years_in(text)
    yield from dates_in(text)


def western_guesses(text: str) -> float:
    """Return the guesses that *text* takes by the patterns of zxcvbn alone."""
    patterns = western_patterns_in(Typed.of(text), western_guesses)
    return fewest_guesses(len(text), patterns).guesses


@lru_cache(maxsize=512)
def _sign_guesses(sign: str) -> float:
    """Return the guesses of a single sign, most of which come again and again."""
    return western_guesses(sign)
