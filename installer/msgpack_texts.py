"""The frequency lists of wordfreq: MessagePack, of which they use four kinds."""

from __future__ import annotations

from collections.abc import Iterator

# The first byte tells what follows; the small ones hold its length, too.
_SMALL_NUMBERS = range(0x80)
_SMALL_MAPS = range(0x80, 0x90)
_SMALL_LISTS = range(0x90, 0xA0)
_SMALL_TEXTS = range(0xA0, 0xC0)
_TEXT = 0xD9
_LIST = 0xDC


def texts_by_level(packed: bytes) -> Iterator[tuple[str, int]]:
    """Yield each text of a list of lists of texts, with the number of its list.

    The first element is a header and no list. The format is that of
    https://github.com/msgpack/msgpack/blob/master/spec.md.

    Raises:
        ValueError: If something else stands in it.

    """
    levels, at = _count(packed, 0)
    at = _after_header(packed, at)
    for level in range(levels - 1):
        texts, at = _count(packed, at)
        for _ in range(texts):
            text, at = _text(packed, at)
            yield text, level


def _after_header(packed: bytes, at: int) -> int:
    """Return where the map at *at* ends: names with a text or a small number each."""
    pairs = _SMALL_MAPS.index(packed[at])
    at += 1
    for _ in range(pairs):
        _, at = _text(packed, at)
        at = at + 1 if packed[at] in _SMALL_NUMBERS else _text(packed, at)[1]
    return at


def _count(packed: bytes, at: int) -> tuple[int, int]:
    kind = packed[at]
    if kind in _SMALL_LISTS:
        return _SMALL_LISTS.index(kind), at + 1
    if kind == _LIST:
        return int.from_bytes(packed[at + 1 : at + 3], "big"), at + 3
    message = f"no list, but {kind:#x} at {at}"
    raise ValueError(message)


def _text(packed: bytes, at: int) -> tuple[str, int]:
    kind = packed[at]
    if kind in _SMALL_TEXTS:
        start, length = at + 1, _SMALL_TEXTS.index(kind)
    elif kind == _TEXT:
        start, length = at + 2, packed[at + 1]
    else:
        message = f"no text, but {kind:#x} at {at}"
        raise ValueError(message)
    return packed[start : start + length].decode("utf-8"), start + length
