"""Japanese words, names and set phrases, however they are typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from torimodosu.recovery.passwords.guessing.kana_rows import rows_in
from torimodosu.recovery.passwords.guessing.match import Match, Pattern
from torimodosu.recovery.passwords.guessing.typed import Typed
from torimodosu.recovery.passwords.guessing.variations import (
    in_capitals,
    with_look_alikes,
)
from torimodosu.recovery.passwords.japanese_keys import typed_as_kana
from torimodosu.recovery.passwords.kana import beats_of
from torimodosu.recovery.passwords.ranked_words import STEM, RankedWords
from torimodosu.recovery.passwords.romaji import Run, runs_of

# What ends a phrase, in the order in which one tries it behind a word.
_ENDINGS = (
    *("san", "tyan", "kun", "sama", "desu", "da", "ne", "yo", "no", "wa", "ga", "o"),
    *("ni", "to", "mo", "na", "dayo", "desuyo", "desune", "dane", "suru", "masu"),
    *("omedeto", "omedetogozaimasu", "gozaimasu", "sita", "site", "masita", "masen"),
    *("nasai", "kudasai", "daisuki"),
    *("suki", "sensei", "senpai", "simasu", "simasita", "sitai", "desuka"),
    *("dayone", "dana", "daro", "gozaimasita", "kudasaine", "onegaisimasu", "de"),
    *("kara", "made", "tati", "hime", "mama", "papa", "siteru", "nanda", "desita"),
    *("arigato", "arigatogozaimasu", "ganbaro"),
)
_ENDING_RANKS = {ending: rank for rank, ending in enumerate(_ENDINGS, 2)}
_LONGEST_ENDING = 10  # beats

# Ways of writing that one tries after the usual one.
_KANA_LAYOUT = 3
_LOOK_ALIKES = 4
# Nearly every key has a kana: three of them are a word too often by chance.
_SHORTEST_TYPED, _LONGEST_TYPED = 4, 32
# With Shift, these keys have the kana that they have without: nobody presses it.
_NO_KANA = re.compile("[A-DF-Y]")
_BACKWARDS = 2
# What has a stem; "jo" is spelt "zyo".
_SHORTEST_RUN, _SHORTEST_WITH_J = STEM, STEM - 1
# What can be read as Japanese, whatever stands around it.
_LATIN = re.compile(rf"[a-z'-]{{{_SHORTEST_WITH_J},}}")
# Who writes in so many signs that there are more ways to read them has no word in mind.
_MOST_READINGS = 16


class _Word(NamedTuple):
    start: int
    end: int
    guesses: int
    word: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class JapaneseWords:
    """Finds the words of a list, and words that the person named.

    Attributes:
        words: The list.
        own: The person's own words in their one spelling, with their ranks.

    """

    words: RankedWords
    own: Mapping[str, int] = field(default_factory=dict)

    def found_in(self, typed: Typed) -> Iterator[Match]:
        """Yield the words in a password."""
        text, lowered, _ = typed
        for found in self._in_latin(lowered):
            ways = in_capitals(text[found.start : found.end])
            yield _match(found, found.start, found.end, ways)
        yield from self._read(typed)
        yield from self._backwards(text, lowered)
        if not text.isascii():
            yield from self._in_kana(text, 1)
        elif len(text) <= _LONGEST_TYPED and not _NO_KANA.search(text):
            for match in self._in_kana(typed_as_kana(text), _KANA_LAYOUT):
                if match.end - match.start >= _SHORTEST_TYPED:
                    yield match

    def _read(self, typed: Typed) -> Iterator[Match]:
        """Yield the words with signs that look like letters."""
        text, lowered, look_alikes = typed
        if look_alikes.ways > _MOST_READINGS:
            return
        known: set[tuple[int, str]] = set()
        for reading, letters in look_alikes.readings():
            for part in _LATIN.finditer(reading):
                at = part.start()
                is_known = (at, part[0]) in known
                if is_known or part[0] == lowered[at : part.end()]:
                    continue
                known.add((at, part[0]))
                for found in self._in_latin(part[0]):
                    start, end = at + found.start, at + found.end
                    ways = with_look_alikes(lowered[start:end], letters)
                    if ways > 1:
                        ways *= in_capitals(text[start:end]) * _LOOK_ALIKES
                        yield _match(found, start, end, ways, is_plain=False)

    def _backwards(self, text: str, lowered: str) -> Iterator[Match]:
        length = len(text)
        for found in self._in_latin(lowered[::-1]):
            start, end = length - found.end, length - found.start
            ways = in_capitals(text[start:end]) * _BACKWARDS
            yield _match(found, start, end, ways, is_plain=False)

    def _in_kana(self, text: str, ways: int) -> Iterator[Match]:
        """Yield the words in the kana of *text*."""
        beats = list(beats_of(text))
        letters: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for beat in beats:
            if ends and ends[-1] != beat.start:
                letters.append(" ")
                starts.append(ends[-1])
                ends.append(beat.start)
            letters.append(beat.text)
            starts += [beat.start] * len(beat.text)
            ends += [beat.end] * len(beat.text)
        for found in self._in_latin("".join(letters)):
            start, end = starts[found.start], ends[found.end - 1]
            yield _match(found, start, end, ways)

    def _in_latin(self, lowered: str) -> Iterator[_Word]:
        shortest = _SHORTEST_WITH_J if "j" in lowered else _SHORTEST_RUN
        for run in runs_of(lowered, shortest=shortest):
            if len(run.spelt) >= STEM:
                yield from self._in_run(run)
                for start, end, guesses in rows_in(run):
                    yield _Word(start, end, guesses, "", Pattern.SEQUENCE)
                if self.own:
                    yield from self._own_in_run(run)

    def _in_run(self, run: Run) -> Iterator[_Word]:
        spelt, offsets, starts, ends = run
        for first, start in enumerate(offsets):
            stem_end = start + STEM
            group = self.words.beginning_with(spelt[start:stem_end])
            if group is None:
                continue
            places, longest = group
            for last in range(first, len(ends)):
                end = offsets[last + 1]
                if end < stem_end:
                    continue
                if end - stem_end > longest:
                    break
                place = places.get(spelt[stem_end:end])
                if place is None:
                    continue
                name_or_word = Pattern.JAPANESE_WORD
                if place < 0:
                    place, name_or_word = -place, Pattern.JAPANESE_NAME
                word = _Word(
                    starts[first], ends[last], place, spelt[start:end], name_or_word
                )
                yield word
                for after, ways in _endings(run, last + 1):
                    yield word._replace(end=ends[after], guesses=place * ways)

    def _own_in_run(self, run: Run) -> Iterator[_Word]:
        for word, rank in self.own.items():
            at = run.spelt.find(word)
            if at in run.offsets and at + len(word) in run.offsets:
                start = run.starts[run.offsets.index(at)]
                end = run.ends[run.offsets.index(at + len(word)) - 1]
                yield _Word(start, end, rank, word, Pattern.OWN_WORD)


def _endings(run: Run, first: int) -> Iterator[tuple[int, int]]:
    """Yield the endings that begin with beat *first*: their last beat and rank."""
    start = run.offsets[first]
    beats = run.offsets[first + 1 : first + 1 + _LONGEST_ENDING]
    for last, end in enumerate(beats, first):
        rank = _ENDING_RANKS.get(run.spelt[start:end])
        if rank is not None:
            yield last, rank


def _match(
    found: _Word, start: int, end: int, ways: int, *, is_plain: bool = True
) -> Match:
    guesses = found.guesses * ways
    return Match(start, end, guesses, found.pattern, found.word, is_plain)
