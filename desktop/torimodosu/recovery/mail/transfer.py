"""Undoing the transfer encodings of RFC 2045, on damaged input too."""

import binascii
import re

from torimodosu.recovery.mail.problem import Problem

_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_NOT_BASE64 = bytes(sorted(set(range(256)) - set(_ALPHABET)))
_FOREIGN = re.compile(rb"[^A-Za-z0-9+/=\s]")
_FOREIGN_OR_WORDS = re.compile(rb"[^A-Za-z0-9+/=\s]|[A-Za-z0-9+/=][ \t]+[A-Za-z0-9+/=]")
_LINE_END = re.compile(rb"\r{0,2}\n|\r")
_SPACE_AFTER_SOFT_BREAK = re.compile(rb"=[ \t]+(?=\n)")
# A line with more foreign signs than this is no damaged Base64 but plain text.
_FEW = 0.1
# Lines of Base64 that a blank joined; words are shorter, or no multiple of four.
_LONG = 32


def _join(groups: list[bytes]) -> bytes:
    """Decode pieces of Base64 that had padding between them."""
    decoded = []
    for group in groups:
        # A single sign left over says nothing: it holds six of eight bits.
        whole = group[:-1] if len(group) % 4 == 1 else group
        decoded.append(binascii.a2b_base64(whole + b"=" * (-len(whole) % 4)))
    return b"".join(decoded)


def _is_base64(line: bytes) -> bool:
    """Tell whether *line* is Base64, if damaged, and no words of a language."""
    words = line.split()
    if len(words) > 1:
        return all(len(w) >= _LONG and not len(w) % 4 for w in words)
    return len(_FOREIGN.findall(line.strip())) <= _FEW * len(line.strip())


def _padded_word(line: bytes) -> bytes:
    """Return the last Base64 in a line that goes on with something else."""
    word = (line.split() or [b""])[0]
    is_last = word.endswith(b"=") and not len(word) % 4 and not _FOREIGN.search(word)
    return word if is_last else b""


def decode_base64(raw: bytes) -> bytes:
    """Decode Base64, with or without padding, in one block or several."""
    signs = raw.translate(None, _NOT_BASE64)
    return _join([group for group in signs.split(b"=") if group])


def decode_base64_body(raw: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    """Decode the Base64 of a body.

    A footer that a mailing list appended undecoded ends it. A body that is no Base64
    at all is returned as it is.
    """
    if not _FOREIGN_OR_WORDS.search(raw):
        return decode_base64(raw), ()
    lines = _LINE_END.split(raw)
    number = next((n for n, line in enumerate(lines) if not _is_base64(line)), None)
    kept = b"".join(lines[:number])
    if number is not None:
        kept += _padded_word(lines[number])
    if not kept.strip():
        return raw, (Problem.ENCODING_DAMAGED,)
    return decode_base64(kept), (Problem.ENCODING_DAMAGED,)


def decode_quoted_printable(raw: bytes) -> bytes:
    """Decode quoted-printable; what is no valid escape stays as it is."""
    if b"=" not in raw:
        return raw
    lines = raw.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n")
    lines = lines.replace(b"\r", b"\n")
    return binascii.a2b_qp(_SPACE_AFTER_SOFT_BREAK.sub(b"=", lines))


def decode_transfer(raw: bytes, encoding: str) -> tuple[bytes, tuple[Problem, ...]]:
    """Undo *encoding*, the value of a Content-Transfer-Encoding field.

    Signs around the name and what follows it do not matter; an unknown name is taken
    as no encoding.
    """
    name = re.sub(r"[^a-z0-9]", "", encoding[:40].lower())
    if name.startswith("base64"):
        return decode_base64_body(raw)
    if name.startswith(("quotedprintable", "qp")):
        return decode_quoted_printable(raw), ()
    return raw, ()
