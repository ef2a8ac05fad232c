"""Encoded words in headers (RFC 2047), as they are and as they should be.

What mailers do to them, and what is done about it: a character cut in two between two
words (neighbours of one charset are joined before decoding), Base64 cut at any place,
words without blanks around them or inside quotes, blanks inside a word, a last word
without its end, a raw 8-bit or ISO-2022-JP text beside or instead of words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from torimodosu.recovery.mail.charset_names import canonical
from torimodosu.recovery.mail.charsets import decode
from torimodosu.recovery.mail.transfer import decode_base64

_WORD_START = re.compile(r"=\?([^?\s*=]{1,60})(?:\*[^?\s]{0,60})?\?([BbQq])\?")
_FOLD = re.compile(r"(?:\r{0,2}\n|\r)[ \t]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_Q_ESCAPE = re.compile(rb"=([0-9A-Fa-f]{2})")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    charset: str
    is_base64: bool
    payload: str


def _pieces(text: str) -> Iterator[str | _Word]:
    """Split *text* into encoded words and what stands between them."""
    position = 0
    start = _WORD_START.search(text)
    while start is not None:
        following = _WORD_START.search(text, start.end())
        limit = following.start() if following else len(text)
        end = text.find("?=", start.end(), limit)
        after = end + 2
        if end < 0:
            # The end was cut off: the word reaches as far as an unbroken one would.
            blank = _BLANK.search(text, start.end(), limit)
            end = after = blank.start() if blank else limit
        yield text[position : start.start()]
        yield _Word(
            charset=start[1].lower(),
            is_base64=start[2] in "Bb",
            payload=text[start.end() : end],
        )
        position = after
        start = following
    yield text[position:]


def _q_bytes(payload: str) -> bytes:
    raw = payload.replace("_", " ").encode("ascii", "replace")
    return _Q_ESCAPE.sub(lambda escape: bytes((int(escape[1], 16),)), raw)


def _decode_run(words: list[_Word]) -> str:
    """Decode neighbouring words of one charset as one text."""
    decoded = []
    base64 = ""
    for word in words:
        if not word.is_base64 and not word.payload.isascii():
            # Half encoded, half raw: the raw half has been decoded already.
            return "".join(word.payload.replace("_", " ") for word in words)
        if word.is_base64:
            base64 += re.sub(r"\s", "", word.payload)
            if len(base64) % 4:
                continue
        decoded.append(decode_base64(base64.encode("ascii", "replace")))
        base64 = ""
        if not word.is_base64:
            decoded.append(_q_bytes(word.payload))
    decoded.append(decode_base64(base64.encode("ascii", "replace")))
    return decode(b"".join(decoded), words[0].charset).text


def decode_words(text: str) -> str:
    """Decode the encoded words of *text*, which is unfolded; the rest stays."""
    if "=?" not in text:
        return text
    decoded: list[str] = []
    run: list[_Word] = []
    for piece in _pieces(text):
        if isinstance(piece, _Word):
            if run and canonical(run[0].charset) != canonical(piece.charset):
                decoded.append(_decode_run(run))
                run = []
            run.append(piece)
        elif not run or piece.strip(" "):
            # Blanks between two words are not part of the text (RFC 2047, 6.2).
            decoded.extend((_decode_run(run) if run else "", piece))
            run = []
    decoded.append(_decode_run(run) if run else "")
    return "".join(decoded)


def unfold(raw: bytes, charset: str = "") -> str:
    """Return the text of a raw header value on one line, encoded words untouched.

    *charset* is what raw 8-bit text is probably in, "" if unknown.
    """
    text = raw.decode("ascii") if raw.isascii() and b"\x1b" not in raw else ""
    text = _FOLD.sub(" ", text or decode(raw, charset).text)
    return _CONTROL.sub(" ", text).strip()


def header_text(raw: bytes, charset: str = "") -> str:
    """Return the words of a raw header value without structure, such as a Subject."""
    return _CONTROL.sub(" ", decode_words(unfold(raw, charset))).strip()
