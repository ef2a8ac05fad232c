"""What makes a password weak, by the parts that it is guessed in."""

from collections.abc import Sequence
from math import log10

from torimodosu.recovery.passwords.guessing.dictionary import (
    COMMON_PASSWORDS,
    NAMES,
    lists_with,
)
from torimodosu.recovery.passwords.guessing.match import Match, Pattern
from torimodosu.recovery.passwords.strength import (
    HARDLY_GUESSED,
    LEAST,
    LONG_ENOUGH,
    STRONGEST,
    Weakness,
)

# Shorter words are in everything.
_SHORTEST_WORD = 3

_PLAIN = {
    Pattern.JAPANESE_WORD: Weakness.JAPANESE_WORD,
    Pattern.JAPANESE_NAME: Weakness.NAME,
    Pattern.OWN_WORD: Weakness.OWN_WORD,
    Pattern.KEYBOARD: Weakness.KEYBOARD,
    Pattern.REPEAT: Weakness.REPEAT,
    Pattern.SEQUENCE: Weakness.SEQUENCE,
    Pattern.DATE: Weakness.DATE,
    Pattern.ERA_DATE: Weakness.ERA_DATE,
    Pattern.PHONE_NUMBER: Weakness.PHONE_NUMBER,
    Pattern.POSTCODE: Weakness.POSTCODE,
}


def weaknesses_of(
    password: str, parts: Sequence[Match], *, score: int
) -> tuple[Weakness, ...]:
    """Return what makes *password* weak, the worst first; nothing where it is strong.

    Args:
        password: The password.
        parts: The parts that it is guessed in.
        score: Its score.

    """
    if not password:
        return (Weakness.EMPTY,)
    found: dict[Weakness, None] = {}
    if score < STRONGEST:
        for part in sorted(parts, key=_saved, reverse=True):
            weakness = _weakness(part, is_whole=len(parts) == 1)
            if weakness is not None:
                found[weakness] = None
    length = len(password)
    if length < LEAST or (length < LONG_ENOUGH and score < HARDLY_GUESSED):
        found[Weakness.TOO_SHORT] = None
    return tuple(found)


def _saved(part: Match) -> float:
    """Return how much faster *part* is guessed than by trying its characters."""
    return part.end - part.start - log10(part.guesses)


def _weakness(part: Match, *, is_whole: bool) -> Weakness | None:
    if part.pattern is Pattern.LEAKED:
        return Weakness.COMMON if part.is_plain else Weakness.NEARLY_COMMON
    if part.pattern is Pattern.WORD:
        return _of_word(part, is_whole=is_whole)
    return _PLAIN.get(part.pattern)


def _of_word(part: Match, *, is_whole: bool) -> Weakness | None:
    if part.end - part.start < _SHORTEST_WORD:
        return None
    lists = lists_with(part.word)
    if is_whole and COMMON_PASSWORDS in lists:
        return Weakness.COMMON if part.is_plain else Weakness.NEARLY_COMMON
    if lists.isdisjoint(NAMES):
        is_word = lists - {COMMON_PASSWORDS}
        return Weakness.WORD if is_word else Weakness.NEARLY_COMMON
    return Weakness.NAME
