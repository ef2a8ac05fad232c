"""What a server is asked to look for in the bodies of mails."""

from collections.abc import Sequence
from typing import TypeVar

from torimodosu.recovery.mail.search import Wanted

T = TypeVar("T")

# RFC 7162, section 4, asks for commands of at most 8,192 bytes.
_MOST_WORDS = 150


def words_to_ask_for(wanted: Wanted) -> Sequence[str]:
    """Return words of which a mail that names what is *wanted* holds at least one.

    A word that holds another adds nothing: whoever writes "amazon.co.jp" also writes
    "amazon".
    """
    kept: list[str] = []
    words = {word.strip().lower() for word in (*wanted.names, *wanted.domains)}
    for word in sorted(words - {""}, key=lambda word: (len(word), word)):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return kept[:_MOST_WORDS]


def criteria_for(words: Sequence[str]) -> Sequence[str]:
    """Return search keys for mails that hold one of *words* (RFC 9051, 6.4.4).

    OR takes two keys, so several make a tree, which is as low as it can be.
    """
    if len(words) == 1:
        return ("TEXT", words[0])
    middle = len(words) // 2
    return ("OR", *criteria_for(words[:middle]), *criteria_for(words[middle:]))


def halves_of(asked: Sequence[T]) -> tuple[Sequence[T], Sequence[T]]:
    """Return *asked* in two parts, for a server that does not take all at once."""
    middle = len(asked) // 2
    return asked[:middle], asked[middle:]
