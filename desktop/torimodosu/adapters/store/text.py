"""Text as SQLite can hold it."""

from collections.abc import Sequence


def storable(words: str) -> str:
    """Return *words* with U+FFFD for each half of a surrogate pair.

    Such halves are what a broken mail may leave; UTF-8 has no bytes for them.
    """
    try:
        words.encode()
    except UnicodeEncodeError:
        return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return words


def storable_all(words: Sequence[str]) -> Sequence[str]:
    """Return *words* as `storable` makes each of them."""
    joined = "\n".join(words)
    return words if storable(joined) == joined else [*map(storable, words)]


def path_bytes(path: str) -> bytes:
    """Return *path* as bytes from which `from_path_bytes` makes the same path.

    A file name may hold bytes that are no text; Python shows them as lone surrogates.
    """
    return path.encode("utf-8", "surrogatepass")


def from_path_bytes(kept: bytes) -> str:
    """Return the path that `path_bytes` has made *kept* from."""
    return kept.decode("utf-8", "surrogatepass")
