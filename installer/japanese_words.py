"""The Japanese words, names and set phrases that people make passwords of.

JMdict and JMnedict tell what is a word, a name or a title and how it is read, and
wordfreq how often it is written. What is hardly written stays out, but for phrases
and titles, which no count of single words knows. Mozc adds compounds and more titles.
"""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from japanese_forms import forms_of
from torimodosu.recovery.passwords.kana import latin
from torimodosu.recovery.passwords.romaji import one_spelling

# Beats of one letter and a half: shorter words are found by trying all letters.
_SHORTEST, _LONGEST = 3, 24
# How rare a word is, in centibels; wordfreq counts down to 799.
_PHRASE, _TITLE, _UNCOUNTED = 850, 850, 100_000
# A word that dictionaries mark as common, though it is counted only in its parts.
_MARKED = 600
# Behind all others, in the order of their costs; the dearer half is hardly known.
_COMPOUND = 1_000
_SHORTEST_COMPOUND, _DEAREST_COMPOUND = 6, 7_000
# The forms of verbs that are rarer than this are left out.
_COMMON_VERB = 560
_FORM = 80

_OLD = {"archaism", "obsolete term", "obscure term", "rare"}
_COARSE = {
    *("vulgar expression or word", "derogatory", "sensitive", "slang"),
    *("manga slang", "Internet slang", "colloquialism"),
}
_IN_KANA = "word usually written using kana alone"
_PHRASES = {"expressions (phrases, clauses, etc.)", "interjection (kandoushi)"}
_COMMON = {"ichi1", "news1", "spec1", "gai1"}
_NOUN = "noun (common) (futsuumeishi)"
_TITLES = {
    *("work", "product", "company", "organization", "character", "service"),
    *("fiction", "deity", "event", "mythology", "object", "religion"),
}
# Nobody wants these in words that they type every day.
_UNPLEASANT = re.compile(
    r"kill|murder|suicid|death|dead|die|corpse|cadaver|funeral|grave|rape|sex|genital"
    r"|penis|vagina|breast|nude|naked|prostitut|brothel|pimp|condom|drug|opium|nazi"
    r"|terror|bomb|war\b|army|cancer|disease|illness|tumor|feces|urin|shit|excrem"
    r"|crime|criminal|hostage|slave|victim|massacre|blood|abort|obscen|indecen|lewd"
    r"|pervert|whore|stupid|idiot|fool|ugly|disabl|cripple|torture|execution|prison"
    r"|mistress|adulter|hell\b|devil|demon|poison|virgin|lust|anus|buttock|testic|semen|menstr"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JapaneseWords:
    """The lists, each in the order in which its words are tried.

    Attributes:
        words: Words and phrases, in their one spelling.
        names: Names of people, places and works that are no words, likewise.
        passphrase: Words for passphrases, in Hepburn letters.

    """

    words: tuple[str, ...]
    names: tuple[str, ...]
    passphrase: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    readings: tuple[str, ...]
    written: tuple[str, ...]
    kinds: frozenset[str]
    notes: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    meanings: str = ""


def japanese_words(
    dictionary: Path,
    rarity: Mapping[str, int],
    compounds: Iterable[tuple[str, int]],
    *,
    passphrase: int,
) -> JapaneseWords:
    """Return the lists that a *dictionary* gives.

    Args:
        dictionary: The SQLite file of jamdict-data.
        rarity: How rare each written word is, in centibels.
        compounds: The readings of titles and other compounds, with a cost each.
        passphrase: How many words the passphrases are made of.

    """
    with closing(sqlite3.connect(dictionary)) as connection:
        entries = list(_entries(connection))
        named = list(_named(connection))
    words = _ranks(_words(entries, rarity))
    names = _ranks(_names(named, rarity))
    for word, rare in _ranks(_compounds(compounds)).items():
        if word not in names:
            words.setdefault(word, rare)
    return JapaneseWords(
        words=_in_order(words, instead_of=names, also=True),
        names=_in_order(names, instead_of=words),
        passphrase=tuple(_for_passphrases(entries, rarity))[:passphrase],
    )


def _ranks(spelt: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Return the one spelling of each word in Latin letters, with how rare it is."""
    ranks: dict[str, int] = {}
    for word, rare in spelt:
        key = one_spelling(word)
        if key and _SHORTEST <= len(key) <= _LONGEST:
            ranks[key] = min(rare, ranks.get(key, _UNCOUNTED))
    return ranks


def _in_order(
    ranks: Mapping[str, int], *, instead_of: Mapping[str, int], also: bool = False
) -> tuple[str, ...]:
    """Return what is more common here than there, the most common first.

    What is as common there counts here where it is *also* to.
    """
    here = {
        key: rare
        for key, rare in ranks.items()
        if rare < instead_of.get(key, _UNCOUNTED) + also
    }
    return tuple(sorted(here, key=lambda key: (here[key], key)))


def _words(
    entries: Iterable[_Entry], rarity: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    for entry in entries:
        for reading in entry.readings:
            word, rare = latin(reading), _rarity(entry, reading, rarity)
            if word is None or rare >= _UNCOUNTED:
                continue
            yield word, rare
            if reading.endswith("は") and entry.kinds & _PHRASES:
                yield word.removesuffix("ha") + "wa", rare
            if rare <= _COMMON_VERB:
                forms = forms_of(word, entry.kinds)
                yield from ((form, rare + _FORM) for form in forms)
    for written, rare in rarity.items():
        if (word := latin(written)) is not None:
            yield word, rare


def _names(
    entries: Iterable[_Entry], rarity: Mapping[str, int]
) -> Iterator[tuple[str, int]]:
    for entry in entries:
        known = [rarity[text] for text in entry.written if text in rarity]
        if not known and not entry.kinds & _TITLES:
            continue
        for reading in entry.readings:
            if (name := latin(reading)) is not None:
                yield name, min(known, default=_TITLE)


def _compounds(compounds: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    for reading, cost in compounds:
        is_listed = len(reading) >= _SHORTEST_COMPOUND and cost <= _DEAREST_COMPOUND
        if is_listed and (word := latin(reading)) is not None:
            yield word, _COMPOUND + cost


def _rarity(entry: _Entry, reading: str, rarity: Mapping[str, int]) -> int:
    """Return how rare a word is, in centibels."""
    texts = list(entry.written)
    if not texts or _IN_KANA in entry.notes:
        texts.append(reading)
    if known := [rarity[text] for text in texts if text in rarity]:
        return min(known)
    if entry.marks & _COMMON:
        return _MARKED
    is_phrase = entry.kinds & _PHRASES and not entry.notes & _OLD
    return _PHRASE if entry.marks or is_phrase else _UNCOUNTED


def _for_passphrases(
    entries: Iterable[_Entry], rarity: Mapping[str, int]
) -> Iterator[str]:
    """Yield plain words that are pleasant, short and not to be confused."""
    known: dict[str, tuple[int, str]] = {}
    for entry in entries:
        if _NOUN not in entry.kinds or not entry.marks or entry.notes & _COARSE:
            continue
        if entry.notes & _OLD or _UNPLEASANT.search(entry.meanings):
            continue
        word = latin(entry.readings[0]) or ""
        key = one_spelling(word)
        # Words from English look strange in these letters: "aidentiti".
        is_native = re.fullmatch("[ぁ-ん]+", entry.readings[0])
        if key and is_native and re.fullmatch("[a-z]{4,9}", word):
            rare = _rarity(entry, entry.readings[0], rarity)
            known[key] = min((rare, word), known.get(key, (_UNCOUNTED, word)))
    yield from (word for _, word in sorted(known.values()))


def _entries(connection: sqlite3.Connection) -> Iterator[_Entry]:
    """Yield the words of JMdict."""
    old = "select kid from KNI where text like 'out-dated%'"
    kana = f"select idseq, text from Kana where ID not in ({old}) order by ID"  # noqa: S608 -- our own text
    senses = "select idseq, {0}.text from {0} join Sense on Sense.ID = {0}.sid"
    readings = _grouped(connection, kana)
    written = _grouped(connection, "select idseq, text from Kanji order by ID")
    kinds = _grouped(connection, senses.format("pos"))
    notes = _grouped(connection, senses.format("misc"))
    meanings = _grouped(connection, senses.format("SenseGloss"))
    marks = _grouped(
        connection, "select idseq, KNP.text from KNP join Kana on Kana.ID = KNP.kid"
    )
    for number, texts in sorted(readings.items()):
        yield _Entry(
            readings=tuple(texts),
            written=tuple(written[number]),
            kinds=frozenset(kinds[number]),
            notes=frozenset(notes[number]),
            marks=frozenset(marks[number]),
            meanings=" ".join(meanings[number]).lower(),
        )


def _named(connection: sqlite3.Connection) -> Iterator[_Entry]:
    """Yield the names of JMnedict."""
    kinds = """
        select idseq, NETransType.text from NETransType
        join NETranslation on NETranslation.ID = NETransType.tid
    """
    readings = _grouped(connection, "select idseq, text from NEKana order by ID")
    written = _grouped(connection, "select idseq, text from NEKanji order by ID")
    of_kind = _grouped(connection, kinds)
    for number, texts in sorted(readings.items()):
        yield _Entry(
            readings=tuple(texts),
            written=tuple(written[number] or texts),
            kinds=frozenset(of_kind[number]),
        )


def _grouped(connection: sqlite3.Connection, query: str) -> dict[int, list[str]]:
    grouped: dict[int, list[str]] = defaultdict(list)
    for number, text in connection.execute(query):
        grouped[number].append(text)
    return grouped
