"""The word lists on disk."""

from collections.abc import Mapping
from pathlib import Path

from torimodosu.recovery.passwords.leaked_list import LeakedList
from torimodosu.recovery.passwords.ranked_words import RankedWords
from torimodosu.recovery.passwords.word_lists import WordLists


def load_word_lists(folder: Path) -> WordLists:
    """Return what people make passwords of.

    Raises:
        OSError: If a list cannot be read.

    """
    japanese = (folder / "japanese.txt").read_text("utf-8")
    return WordLists(
        japanese=RankedWords.from_text(japanese),
        leaked=load_leaked_list(folder),
    )


def load_leaked_list(folder: Path) -> LeakedList:
    """Return the passwords that are found most often in leaks.

    Raises:
        OSError: If the list cannot be read.

    """
    return LeakedList((folder / "leaked.bin").read_bytes())


def load_passphrase_words(folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the words for passphrases of each language, "ja" and "en".

    Raises:
        OSError: If a list cannot be read.

    """
    return {
        language: tuple(
            (folder / f"passphrase_{language}.txt").read_text("ascii").split()
        )
        for language in ("ja", "en")
    }
