"""From the names of character sets that mails use to the decoders that read them."""

import re
from collections.abc import Callable
from encodings.aliases import aliases

from torimodosu.recovery.mail.japanese import decode_euc_jp, decode_iso_2022_jp

ISO_2022_JP = "iso-2022-jp"
EUC_JP = "euc-jp"

_OWN_DECODERS: dict[str, Callable[[bytes], str]] = {
    ISO_2022_JP: decode_iso_2022_jp,
    EUC_JP: decode_euc_jp,
}

# Supersets take the place of what they extend, as browsers do (the Encoding Standard,
# encoding.spec.whatwg.org) and as senders mean it: a "Shift_JIS" of Windows holds
# vendor characters, a "gb2312" what came after 1980, an "ISO-8859-1" curly quotes.
_BY_NAME = {
    "iso2022jp": ISO_2022_JP,
    "iso2022jp1": ISO_2022_JP,
    "iso2022jp2": ISO_2022_JP,
    "iso2022jp3": ISO_2022_JP,
    "iso2022jp2004": ISO_2022_JP,
    "iso2022jpms": ISO_2022_JP,
    "csiso2022jp": ISO_2022_JP,
    "jis": ISO_2022_JP,
    "cp50220": ISO_2022_JP,
    "cp50221": ISO_2022_JP,
    "cp50222": ISO_2022_JP,
    "eucjp": EUC_JP,
    "xeucjp": EUC_JP,
    "eucjpms": EUC_JP,
    "eucjpwin": EUC_JP,
    "ujis": EUC_JP,
    "cp51932": EUC_JP,
    "cseucpkdfmtjapanese": EUC_JP,
    "shiftjis": "cp932",
    "xsjis": "cp932",
    "xshiftjis": "cp932",
    "sjis": "cp932",
    "sjiswin": "cp932",
    "mskanji": "cp932",
    "csshiftjis": "cp932",
    "windows31j": "cp932",
    "cswindows31j": "cp932",
    "ms932": "cp932",
    "cp943": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "xgbk": "gb18030",
    "euccn": "gb18030",
    "cp936": "gb18030",
    "gb231280": "gb18030",
    "csgb2312": "gb18030",
    "big5": "big5hkscs",
    "xbig5": "big5hkscs",
    "cnbig5": "big5hkscs",
    "euckr": "cp949",
    "ksc5601": "cp949",
    "ksc56011987": "cp949",
    "iso88591": "cp1252",
    "88591": "cp1252",
    "latin1": "cp1252",
    "usascii": "ascii",
    "ansix341968": "ascii",
    "iso88598i": "iso8859_8",
    "iso88599": "cp1254",
    "iso885911": "cp874",
    "tis620": "cp874",
    "windows874": "cp874",
    "unicode11utf8": "utf_8",
    "unicode11utf7": "utf_7",
    "xunicode20utf7": "utf_7",
    "xunicode20utf8": "utf_8",
    "utf8mb4": "utf_8",
    "cp65001": "utf_8",
    "xmacroman": "mac_roman",
}

# The decoders of Python that read text of mail; the others are slow on hostile input
# ("punycode"), warn ("unicode_escape"), or are no text at all ("zlib").
_SAFE_CODECS = {
    *("ascii", "utf_7", "utf_8", "utf_16", "utf_16_le", "utf_16_be", "utf_32"),
    *("utf_32_le", "utf_32_be", "cp932", "shift_jis_2004", "shift_jisx0213"),
    *("gb18030", "hz", "cp950", "big5hkscs", "cp949", "johab", "iso2022_kr"),
    *("koi8_r", "koi8_u", "koi8_t", "kz1048", "ptcp154", "mac_roman", "mac_cyrillic"),
    *("mac_greek", "mac_turkish", "mac_latin2", "cp874", "cp437", "cp850", "cp852"),
    *("cp855", "cp857", "cp858", "cp860", "cp861", "cp862", "cp863", "cp864", "cp865"),
    *("cp866", "cp869", *(f"cp{number}" for number in range(1250, 1259))),
    *(f"iso8859_{number}" for number in (*range(2, 11), 13, 14, 15, 16)),
}
_JUNK = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def canonical(name: str) -> str:
    """Return the charset that *name* means, or "" if none is known by that name.

    Case, signs and what mailers put around a name do not matter; the result is one
    that `decode_as` knows.
    """
    short = name[:_LONGEST_NAME].strip(" \t\"'").lower().partition(";")[0]
    # An undecoded "=3D" of quoted-printable stands in front of some names.
    short = re.sub(r"^=?3d[\"']*", "", short)
    python_name = _JUNK.sub("_", short).strip("_")
    bare = python_name.replace("_", "")
    for candidate in (python_name, bare):
        codec = aliases.get(candidate, candidate)
        found = _BY_NAME.get(bare) or _BY_NAME.get(codec.replace("_", ""), codec)
        if found in _SAFE_CODECS or found in _OWN_DECODERS:
            return found
    return ""


def decode_as(raw: bytes, charset: str) -> str:
    """Decode *raw* as the canonical *charset*, U+FFFD where that is not possible."""
    own = _OWN_DECODERS.get(charset)
    return own(raw) if own is not None else raw.decode(charset, "replace")
