"""How strong a password is, also one made of Japanese."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from torimodosu.recovery.passwords.guessing.japanese import JapaneseWords
from torimodosu.recovery.passwords.guessing.keyboards import japanese_keys_in
from torimodosu.recovery.passwords.guessing.match import Match, Pattern
from torimodosu.recovery.passwords.guessing.numbers import numbers_in
from torimodosu.recovery.passwords.guessing.own_words import OwnWords
from torimodosu.recovery.passwords.guessing.search import (
    LONGEST,
    Guessed,
    fewest_guesses,
)
from torimodosu.recovery.passwords.guessing.typed import Typed
from torimodosu.recovery.passwords.guessing.variations import in_capitals
from torimodosu.recovery.passwords.guessing.western import western_patterns_in
from torimodosu.recovery.passwords.strength import Strength
from torimodosu.recovery.passwords.weaknesses import weaknesses_of
from torimodosu.recovery.passwords.word_lists import WordLists

# Letters, digits and signs of full width are as easily guessed as the usual ones, which
# a keyboard set to Japanese makes them of (Unicode, Halfwidth and Fullwidth Forms).
_USUAL_WIDTH = {sign + 0xFEE0: sign for sign in range(0x21, 0x7F)}
# Scores begin at these guesses, and a few more, for guesses are counted from one.
_SCORES = tuple(guesses + 5 for guesses in (1e3, 1e6, 1e8, 1e10))


@dataclass(frozen=True, slots=True)
class Estimator:
    """Estimates how many guesses passwords take.

    What zxcvbn knows and what Japanese people make passwords of are both tried, and
    the fewest guesses count. It takes the time of a few characters: what comes behind
    the first seventy-two makes no password weaker and is not looked at.
    """

    _words: WordLists

    def estimate(self, password: str, *, own_words: Sequence[str] = ()) -> Strength:
        """Return how strong *password* is.

        Args:
            password: Any text; it is kept nowhere.
            own_words: What somebody who knows the person tries first: names, mail
                addresses, the name of the shop.

        """
        guessed = self._whole(password, own_words)
        score = _score(guessed.guesses)
        return Strength(
            score=score,
            guesses_log10=log10(guessed.guesses),
            weaknesses=weaknesses_of(password, guessed.parts, score=score),
        )

    def score(self, password: str, *, own_words: Sequence[str] = ()) -> int:
        """Return the score alone that `estimate` gives, for thousands of passwords."""
        return _score(self._whole(password, own_words).guesses)

    def _whole(self, password: str, own_words: Sequence[str]) -> Guessed:
        own = _own(tuple(own_words))
        text = password[:LONGEST].translate(_USUAL_WIDTH)
        return self._guessed(text, own, is_whole=len(password) <= LONGEST)

    def _guessed(self, text: str, own: OwnWords, *, is_whole: bool = True) -> Guessed:
        typed = Typed.of(text)
        patterns = [*self._patterns(typed, own)]
        if is_whole:
            patterns += self._leaked(typed)
        return fewest_guesses(len(text), patterns)

    def _patterns(self, typed: Typed, own: OwnWords) -> Iterator[Match]:
        japanese = JapaneseWords(self._words.japanese, own.japanese)
        yield from western_patterns_in(
            typed, lambda unit: self._guessed(unit, own).guesses
        )
        yield from japanese.found_in(typed)
        yield from japanese_keys_in(typed.text)
        yield from numbers_in(typed.lowered)
        yield from own.found_in(typed)

    def _leaked(self, typed: Typed) -> Iterator[Match]:
        """Yield the whole of a password where it is found often in leaks."""
        text, lowered, _ = typed
        for form in dict.fromkeys((text, lowered)):
            rank = self._words.leaked.rank_of(form)
            if rank is not None:
                is_plain = form == text
                guesses = rank * (1 if is_plain else in_capitals(text))
                yield Match(0, len(text), guesses, Pattern.LEAKED, is_plain=is_plain)


def _score(guesses: float) -> int:
    return sum(guesses >= least for least in _SCORES)


@lru_cache(maxsize=64)
def _own(words: tuple[str, ...]) -> OwnWords:
    return OwnWords.of(words)
