"""The Japanese character encodings of mail, as mailers write them in fact.

Python's own codecs follow the standards and so refuse the vendor characters (NEC row
13 such as "①" and "㈱", IBM's "髙") that Windows mailers put into ISO-2022-JP and
EUC-JP, and half-width kana. What is shared by all is JIS X 0208 as Microsoft extended
it (code page 932), so every two-byte code is read through that.
"""

import re
from functools import cache

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_HALF_WIDTH_KANA = {code: 0xFF61 + code - 0x21 for code in range(0x21, 0x60)}
_ROMAN = {0x5C: "\N{YEN SIGN}", 0x7E: "\N{OVERLINE}"}
_TO_8_BIT = bytes(code | 0x80 for code in range(256))
_TO_7_BIT = bytes(code & 0x7F for code in range(256))

_ISO_2022_TOKEN = re.compile(
    rb"\x1b(?:\([BIJ]|\$[@AB]|\$\([@A-DOPQ])|[\x0e\x0f]|[\r\n]+"
)
_PAIRS_AND_REST = re.compile(rb"((?:[\x21-\x7e]{2})++)|([^\x21-\x7e]++|.)", re.DOTALL)
_EUC_TOKEN = re.compile(
    rb"(?P<ascii>[\x00-\x7f]++)|(?P<pairs>(?:[\xa1-\xfe]{2})++)"
    rb"|\x8e(?P<kana>[\xa1-\xdf])|\x8f(?P<supplement>[\xa1-\xfe]{2})|(?P<bad>.)",
    re.DOTALL,
)

_ASCII, _JIS_ROMAN, _KANA, _KANJI = b"(B", b"(J", b"(I", b"$B"
_SUPPLEMENT, _CHINESE, _KOREAN = b"$(D", b"$A", b"$(C"
_SAME_SET = {
    b"$@": _KANJI,
    b"$(@": _KANJI,
    b"$(B": _KANJI,
    b"$(A": _CHINESE,
    b"$(O": _KANJI,
    b"$(Q": _KANJI,
    b"$(P": _SUPPLEMENT,
}


@cache
def _two_byte_codes() -> dict[int, str]:
    """Return the character for each code of JIS X 0208, both bytes as one number."""
    codes = {}
    for row in range(94):
        for cell in range(94):
            lead = 0x81 + row // 2 + (0x40 if row >= 62 else 0)  # noqa: PLR2004
            trail = cell + (0x9F if row % 2 else 0x40 if cell < 63 else 0x41)  # noqa: PLR2004
            code = (row + 0x21) << 8 | (cell + 0x21)
            codes[code] = bytes((lead, trail)).decode("cp932", "replace")
            if len(codes[code]) != 1:
                codes[code] = _REPLACEMENT
    return codes


def _decode_pairs(pairs: bytes) -> str:
    """Decode 7-bit two-byte codes; reading them as UTF-16 makes one number of two."""
    return pairs.decode("utf-16-be").translate(_two_byte_codes())


def _decode_kanji(segment: bytes) -> str:
    """Decode what stands between the escape sequences of a two-byte set."""
    return "".join(
        _decode_pairs(pairs) if pairs else rest.decode("ascii", "replace")
        for pairs, rest in _PAIRS_AND_REST.findall(segment)
    )


def _decode_eight_bit(segment: bytes) -> str:
    """Decode the bytes above 127 that do not belong into a 7-bit encoding."""
    try:
        return segment.decode()
    except UnicodeDecodeError:
        return segment.decode("cp932", "replace")


def _decode_segment(segment: bytes, charset: bytes) -> str:
    if charset == _KANJI:
        return _decode_kanji(segment)
    if charset == _KANA:
        return segment.decode("ascii", "replace").translate(_HALF_WIDTH_KANA)
    if charset == _SUPPLEMENT:
        pairs = segment.translate(_TO_8_BIT)
        marked = re.sub(rb"..", lambda pair: b"\x8f" + pair[0], pairs, flags=re.DOTALL)
        return decode_euc_jp(marked)
    if charset == _CHINESE:
        return segment.translate(_TO_8_BIT).decode("gb2312", "replace")
    if charset == _KOREAN:
        return segment.translate(_TO_8_BIT).decode("euc_kr", "replace")
    text = _decode_eight_bit(segment)
    return text.translate(_ROMAN) if charset == _JIS_ROMAN else text


def _stays_kanji(raw: bytes, position: int) -> bool:
    """Tell whether two-byte codes go on after a line end at *position*.

    Each line should end in ASCII (RFC 1468), but lines that a relay has cut do not.
    They show it by returning to ASCII later, which nobody does who is there already.
    """
    token = _ISO_2022_TOKEN.search(raw, position)
    return token is not None and token[0] in {b"\x1b(B", b"\x1b(J"}


def decode_iso_2022_jp(raw: bytes) -> str:
    """Decode ISO-2022-JP (RFC 1468) with half-width kana and vendor characters.

    Reads what the code pages 50220 to 50222 and ISO-2022-JP-1 to -3 add. Half-width
    kana come as `ESC ( I`, between SO and SI, or as single bytes from A1 to DF.
    """
    pieces = []
    position, charset, shifted = 0, _ASCII, False
    for token in _ISO_2022_TOKEN.finditer(raw):
        segment = raw[position : token.start()]
        pieces.append(_decode_segment(segment, _KANA if shifted else charset))
        position = token.end()
        match token[0]:
            case b"\x0e":
                shifted = True
            case b"\x0f":
                shifted = False
            case escape if escape.startswith(b"\x1b"):
                charset = _SAME_SET.get(escape[1:], escape[1:])
                shifted = False
            case line_end:
                pieces.append(line_end.decode())
                if charset != _ASCII and not _stays_kanji(raw, position):
                    charset = _ASCII
                shifted = False
    pieces.append(_decode_segment(raw[position:], _KANA if shifted else charset))
    return "".join(pieces)


@cache
def _differences() -> dict[int, str]:
    """Return what Python's EUC-JP reads otherwise than code page 932 does."""
    differences = {}
    for code, character in _two_byte_codes().items():
        pair = bytes((code >> 8 | 0x80, code & 0xFF | 0x80))
        standard = pair.decode("euc_jp", "replace")
        if len(standard) == 1 and standard not in {character, _REPLACEMENT}:
            differences[ord(standard)] = character
    return differences


def decode_euc_jp(raw: bytes) -> str:
    """Decode EUC-JP with vendor characters (eucJP-ms, code page 51932)."""
    try:
        return raw.decode("euc_jp").translate(_differences())
    except UnicodeDecodeError:
        return _decode_euc_jp_of_vendors(raw)


def _decode_euc_jp_of_vendors(raw: bytes) -> str:
    """Decode EUC-JP that is not what the standard allows."""
    pieces = []
    for token in _EUC_TOKEN.finditer(raw):
        found = token[0]
        match token.lastgroup:
            case "ascii":
                pieces.append(found.decode())
            case "pairs":
                pieces.append(_decode_pairs(found.translate(_TO_7_BIT)))
            case "kana":
                pieces.append(chr(0xFF61 + found[1] - 0xA1))
            case "supplement":
                pieces.append(found.decode("euc_jp", "replace"))
            case _:
                pieces.append(_REPLACEMENT)
    return "".join(pieces)
