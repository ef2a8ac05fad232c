"""Maps of texts as Java writes them into a file (java.util.HashMap, serialised).

https://docs.oracle.com/en/java/javase/21/docs/specs/serialization/protocol.html
"""

from collections.abc import Iterator, Mapping

SIGNATURE = b"\xac\xed\x00\x05"
_MAP = b"java.util.HashMap"
_COUNTS = b"w\x08"  # in front of the pairs: how many places there are, and how many
_SIZES = {b"\x74": 2, b"\x7c": 8}  # of the length, by the mark of a text
_MOST = 10_000


def read_java_map(raw: bytes) -> Mapping[str, str]:
    """Return the texts in the map *raw* by their names; none where it is no such map.

    It ends where something else than a text follows.
    """
    start = raw.find(_COUNTS)
    if not raw.startswith(SIGNATURE) or _MAP not in raw[:64] or start < 0:
        return {}
    texts = _texts(raw, start + len(_COUNTS) + 8)
    return dict(zip(texts, texts, strict=False))


def _texts(raw: bytes, at: int) -> Iterator[str]:
    for _ in range(2 * _MOST):
        size = _SIZES.get(raw[at : at + 1], 0)
        start = at + 1 + size
        length = int.from_bytes(raw[at + 1 : start])
        if not size or start + length > len(raw):
            return
        at = start + length
        # Java writes characters beyond 16 bits in a way of its own.
        yield raw[start:at].decode("utf-8", "replace")
