"""The words of Mozc's dictionary, as packages bring it: compiled by MeCab.

The format is that of MeCab 0.996, dictionary.cpp and darts.h: a double array whose
paths are readings in UTF-8, and for each reading its words with what they cost.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

_HEADER = struct.Struct("<10I32s")
# Left and right context, part of speech, cost, and two places of texts.
_WORD = struct.Struct("<HHHhII")


def readings(compiled: bytes) -> Iterator[tuple[str, int]]:
    """Yield each reading with the cost of its cheapest word.

    A cost is some hundred times the negative logarithm of how frequent a word is.
    """
    trie_size, words_size = _HEADER.unpack_from(compiled)[6:8]
    words_at = _HEADER.size + trie_size
    units = array("i", compiled[_HEADER.size : words_at])
    bases, checks = units[::2], units[1::2]
    words = compiled[words_at : words_at + words_size]
    # Where a step leads that begins at a base; the first unit is where all begin.
    node_of = {
        base: node
        for node, base in enumerate(bases)
        if base > 0 and (node == 0 or checks[node])
    }
    for node, base in enumerate(bases):
        if base < 0 and checks[node] == node:  # an end
            first, count = divmod(-base - 1, 256)
            costs = (
                _WORD.unpack_from(words, (first + place) * _WORD.size)[3]
                for place in range(count)
            )
            yield _path(node, checks, node_of).decode("utf-8"), min(costs)


def _path(end: int, checks: array[int], node_of: dict[int, int]) -> bytes:
    """Return the bytes on the way to *end*."""
    steps = bytearray()
    base = checks[end]
    while node := node_of[base]:
        base = checks[node]
        steps.append(node - base - 1)
    steps.reverse()
    return bytes(steps)
