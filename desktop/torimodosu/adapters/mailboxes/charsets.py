"""From bytes to text, for searching: lenient, since a wrong letter loses nothing.

What a person gets to read is decoded with more care by `recovery.mail`.
"""

import codecs
import re
from binascii import Error, a2b_base64
from functools import lru_cache

# ISO-2022-JP with the half-width kana that it does not allow.
JIS = "iso2022_jp_ext"

# Charsets as declared by mails, and what they hold in truth (WHATWG Encoding).
_MEANT = {
    "ascii": "utf-8",
    "us-ascii": "utf-8",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "iso-2022-jp": JIS,
    "cp50220": JIS,
    "cp50221": JIS,
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "unicode-1-1-utf-7": "utf-7",
}
# Python knows them as text encodings, but no mail is written in them.
_NO_CHARSETS = {"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"}

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
# What follows an escape sequence such as "ESC $ B".
_KANJI = re.compile(rb"\x1b\$.([^\x1b]*)", re.DOTALL)

_EIGHTH_BIT = bytes(byte | 128 for byte in range(256))


@lru_cache(maxsize=256)
def codec_of(charset: bytes) -> str:
    """Return the codec for a declared *charset*, "" if it is none that is known."""
    name = charset.decode("latin-1").strip().lower()
    try:
        found = codecs.lookup(_MEANT.get(name, name)).name
        b"a".decode(found, "replace")  # a LookupError for "hex" and its like
    except (LookupError, ValueError):
        return ""
    return "" if found in _NO_CHARSETS else found


def decoded(raw: bytes, charset: bytes) -> str:
    """Decode *raw* as *charset*, or as what it looks like if that is unknown."""
    codec = codec_of(charset)
    return raw.decode(codec, "replace") if codec else guessed(raw)


def guessed(raw: bytes) -> str:
    """Decode bytes that nobody declared, as old Japanese mail programs sent them."""
    if raw.isascii() and b"\x1b" not in raw:
        return raw.decode()
    if b"\x1b$" in raw:
        return raw.decode(JIS, "replace")
    # EUC before CP932: kana of CP932 is no EUC, but much EUC is half-width CP932.
    for codec in ("utf-8", "euc_jp", "cp932"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return raw.decode("cp932", "replace")


def from_base64(raw: bytes) -> bytes:
    """Decode base64, whose end may be missing or odd."""
    try:
        return a2b_base64(raw)
    except Error:
        letters = _NOT_BASE64.sub(b"", raw)
        whole = letters[: len(letters) - (len(letters) % 4 == 1)]
        return a2b_base64(whole + b"=" * (-len(whole) % 4))


def kanji_of(raw: bytes) -> str | None:
    """Return the two-byte characters of text in ISO-2022-JP, one line for each run.

    That is far faster than to decode all of it, which Python does at 85 MB a second.
    None where there are characters of other sets than JIS X 0208 and ASCII.
    """
    if b"\x1b(I" in raw or b"\x1b$(" in raw or b"\x0e" in raw:
        return None
    runs = _KANJI.findall(raw)
    return b"\n".join(runs).translate(_EIGHTH_BIT).decode("euc_jp", "replace")
