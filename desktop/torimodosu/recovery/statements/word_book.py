"""Looking up what the words in a statement mean."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from torimodosu.recovery.catalogue.statement_words import (
    Meaning,
    StatementWords,
    Term,
)

_LONGEST = 120
_NOISE = re.compile(r"[()\[\]{}:;*#_\"“”„|¥￥]+")
# Polite or not, with or without "amount": お預り金額, 預り額 and お預り are one.
_POLITE = re.compile("^[おご御](?=.)|(?<=.)金?額$")
_NUMBERED = re.compile(r"(?<=[^\W\d]) ?[0-9]$")  # the first of several, the second
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[^\w\s]")
# In compounds of German and its kin the last word says what it is: Rechnungsbetrag.
_LONG_ENOUGH = 5
_FIRST_CJK = "\u3000"


def folded_words(text: str) -> str:
    """Return *text* in NFKC, without case, brackets and needless blanks."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    return " ".join(_NOISE.sub(" ", folded).split())


def holds(text: str, word: str) -> bool:
    """Tell whether the folded *text* holds *word* as words of its own.

    Japanese does not part words, so anywhere counts there.
    """
    start = text.find(word)
    # Nearly all words are in no text: what they are written in is asked of the others.
    if start >= 0 and max(word, default="") >= _FIRST_CJK:
        return True
    while start >= 0:
        around = text[start - 1 : start] + text[start + len(word) :][:1]
        if not around.replace(" ", "").isalnum():
            return True
        start = text.find(word, start + 1)
    return False


def _stem(folded: str) -> str:
    return _POLITE.sub("", folded)


class WordBook:
    """The words of the catalogue, ready to be looked up."""

    def __init__(self, words: StatementWords) -> None:
        self.months = {name.upper(): number for name, number in words.months.items()}
        signs = {
            unicodedata.normalize("NFKC", sign): code
            for sign, code in words.currencies.items()
        }
        self.currencies: Mapping[str, str] = signs
        self._meanings: dict[str, list[Meaning]] = {}
        self._ranks: dict[str, int] = {}
        for meaning, names in words.columns.items():
            for rank, name in enumerate(names):
                self._ranks.setdefault(folded_words(name), rank)
                self._meanings.setdefault(folded_words(name), []).append(meaning)
        self._stems = {
            _stem(name): meanings for name, meanings in self._meanings.items()
        }
        self._longest_first = sorted(self._meanings, key=len, reverse=True)
        self._terms = {
            term: tuple(folded_words(word) or word for word in said)
            for term, said in words.terms.items()
        }

    def meanings_of(self, name: str) -> Sequence[Meaning]:
        """Return what a column called *name* may hold, likeliest first."""
        folded = folded_words(name)
        exact = self._meanings.get(folded)
        if exact or not folded:
            return tuple(exact or ())
        plain = _NUMBERED.sub("", self._without_currency(folded))
        known = self._meanings.get(plain) or self._stems.get(_stem(plain))
        if known:
            return tuple(known)
        held = [word for word in self._longest_first if holds(plain, word)]
        if not held:
            held = [
                word
                for word in self._longest_first
                if len(word) >= _LONG_ENOUGH and plain.endswith(word)
            ]
        return tuple(m for word in held for m in self._meanings[word])

    def rank_of(self, name: str) -> tuple[bool, int, int]:
        """Return how plainly a column called *name* is named, the plainest least.

        Exact names go before longer ones, of these the first of the catalogue, and of
        several with the same name that with the least number.
        """
        plain = self._without_currency(folded_words(name))
        if plain in self._ranks:
            return False, self._ranks[plain], 0
        number = int(plain[-1]) if _NUMBERED.search(plain) else 0
        plain = _NUMBERED.sub("", plain)
        if plain in self._ranks:
            return False, self._ranks[plain], number
        held = (word for word in self._longest_first if holds(plain, word))
        return True, self._ranks.get(next(held, ""), len(self._ranks)), number

    def says(self, text: str, term: Term) -> bool:
        """Tell whether *text* is nothing but a word for *term*."""
        words = self._terms.get(term, ())
        folded = folded_words(text)
        return bool({folded, _stem(folded), text.strip()} & {*words})

    def begins_with(self, text: str, term: Term) -> bool:
        """Tell whether *text* begins with a word for *term*."""
        folded = folded_words(text)
        return any(
            folded.startswith(word) and not folded[len(word) :][:1].isalpha()
            for word in self._terms.get(term, ())
        )

    def count(self, texts: Iterable[str], term: Term) -> int:
        """Return how many of the words for *term* are in *texts*."""
        folded = [folded_words(text) for text in texts]
        return sum(
            any(holds(text, word) for text in folded)
            for word in self._terms.get(term, ())
        )

    def currency_in(self, name: str) -> str:
        """Return the code of the currency that the *name* of a column holds, or ""."""
        folded = unicodedata.normalize("NFKC", name[:_LONGEST])
        parts = [*_WORD.findall(folded), *_SIGN.findall(folded)]
        codes = [self.currencies[part] for part in parts if part in self.currencies]
        return codes[0] if len(set(codes)) == 1 else ""

    def _without_currency(self, folded: str) -> str:
        words = [word for word in folded.split() if word.upper() not in self.currencies]
        return " ".join(word for word in words if word not in self.currencies)
