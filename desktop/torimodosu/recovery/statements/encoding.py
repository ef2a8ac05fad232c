"""The text of a file whose encoding nobody tells."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

from torimodosu.recovery.statements.western import western_encoding

# What a statement in English holds of zeros when it is written as UTF-16.
_SHARE_OF_NULS = 0.3
_SAMPLE = 4096
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In this order: almost no text in CP932 is valid UTF-8 by chance, while CP932 takes
# much of what is none.
_STRICT = ("utf-8", "cp932")
_LONGEST_CHARACTER = 3
MIXED = "mixed"
REPLACED = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that it was in; U+FFFD stands for what fits none."""

    text: str
    encoding: str


def decode(raw: bytes, *, declared: str = "") -> Decoded:
    """Return the text of *raw*.

    *declared* is the encoding that the file itself names; it is tried after UTF-8,
    which hardly anything else can be taken for. CP932 takes much that is European, so
    what looks like that is not tried in it. Where no encoding fits all, each line is
    decoded by itself.
    """
    for encoding in _likely(raw, declared):
        text = _strictly(raw, encoding)
        if text is not None:
            return Decoded(text, encoding)
    return Decoded("".join(map(_line, raw.splitlines(keepends=True))), MIXED)


def _likely(raw: bytes, declared: str) -> Iterator[str]:
    """Yield the encodings to try, each only made out when those before do not fit."""
    yield from _by_mark(raw)
    yield from _by_nuls(raw)
    yield _STRICT[0]
    yield declared
    yield western_encoding(raw)
    yield _STRICT[1]


def _by_mark(raw: bytes) -> tuple[str, ...]:
    return tuple(name for mark, name in _MARKS if raw.startswith(mark))


def _by_nuls(raw: bytes) -> tuple[str, ...]:
    """Return the byte order that the zeros in *raw* speak for, if there are many."""
    sample = raw[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) // 2 * _SHARE_OF_NULS or even == odd:
        return ()
    return ("utf-16-le",) if odd > even else ("utf-16-be",)


def _strictly(raw: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return raw.decode(encoding)
    except LookupError:
        return None
    except UnicodeDecodeError as error:
        # A file that breaks off within a character is in its encoding all the same.
        # What is counted begins behind the mark.
        end = len(raw) - len(error.object) + error.start
        if end < len(raw) - _LONGEST_CHARACTER or raw.endswith(b"\n"):
            return None
        whole = _strictly(raw[:end], encoding)
        return None if whole is None else whole + REPLACED


def _line(raw: bytes) -> str:
    for encoding in _STRICT:
        text = _strictly(raw, encoding)
        if text is not None:
            return text
    return raw.decode("utf-8", "replace")
