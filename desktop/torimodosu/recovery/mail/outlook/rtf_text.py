"""From RTF to text, or to the HTML that Outlook has put into it.

The control words are those of "Rich Text Format (RTF) Specification, Version 1.9.1";
how HTML lies in RTF is told by [MS-OXRTFEX] 2.1.3.
"""

import re
from dataclasses import dataclass, replace

from torimodosu.recovery.mail.charsets import decode
from torimodosu.recovery.mail.outlook.properties import charset_of

_TOKEN = re.compile(
    rb"(?P<brace>[{}])|\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<star>\*)"
    rb"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|\\(?P<sign>[^A-Za-z'*])|(?P<text>[^{}\\\r\n]++)|(?P<rest>[\\\r\n])"
)
_IS_HTML = re.compile(rb"\\fromhtml1?(?![0-9A-Za-z])")
_BEGINNING = 4_000

# Groups that hold no text of the mail.
_LEFT_OUT = {
    *(b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer"),
    *(b"listtable", b"listoverridetable", b"filetbl", b"revtbl", b"generator"),
    *(b"themedata", b"datastore", b"xmlnstbl", b"fldinst", b"footnote", b"mhtmltag"),
}
_LINES = {b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n"}
_SIGNS = {
    **_LINES,
    b"tab": "\t",
    b"cell": "\t",
    b"emdash": "\u2014",
    b"endash": "\u2013",
    b"lquote": "\u2018",
    b"rquote": "\u2019",
    b"ldblquote": "\u201c",
    b"rdblquote": "\u201d",
    b"bullet": "\u2022",
    b"emspace": "\u2003",
}
_ESCAPED = {b"{": "{", b"}": "}", b"\\": "\\", b"~": "\u00a0", b"_": "\u2011"}
# The numbers that RTF gives to character sets, as code pages.
_CODE_PAGES = {
    0: 1252,
    77: 10000,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
}
_DEEPEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RtfText:
    """What RTF says: HTML, or plain text."""

    text: str
    is_html: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds inside one pair of braces, until something else is said there.

    Attributes:
        left_out: Whether it holds no text of the mail.
        names_fonts: Whether it is the list of fonts.
        is_only_rtf: Whether it stands there for readers that know no HTML.
        after_unicode: How many signs stand for a Unicode letter, for other readers.
        font: The number of the font.

    """

    left_out: bool = False
    names_fonts: bool = False
    is_only_rtf: bool = False
    after_unicode: int = 1
    font: int = -1


def read_rtf(raw: bytes) -> RtfText:
    """Return what *raw* says; never raises, and takes time in line with its length."""
    is_html = _IS_HTML.search(raw[:_BEGINNING]) is not None
    reader = _Reader(is_html=is_html)
    for token in _TOKEN.finditer(raw):
        reader.take(token)
    return RtfText(text=reader.end(), is_html=is_html)


class _Reader:
    """Gathers the text, token after token."""

    def __init__(self, *, is_html: bool) -> None:
        self._is_html = is_html
        self._pieces: list[str] = []
        self._pending = bytearray()
        self._groups = [_Group()]
        self._too_deep = 0
        self._code_page = 1252
        self._font_pages: dict[int, int] = {}
        self._to_skip = 0
        self._is_marked = False  # behind "\*": the next word may be ignored

    def take(self, token: re.Match[bytes]) -> None:
        """Take in one token."""
        value = token[0]
        match token.lastgroup:
            case "brace":
                self._brace(value)
            case "hex":
                self._bytes(bytes.fromhex(token["hex"].decode()))
            case "star":
                self._is_marked = True
            case "word" | "number":
                number = token["number"]
                self._word(token["word"], None if number is None else int(number))
            case "sign":
                self._sign(token["sign"])
            case "text":
                self._bytes(value)
            case _:
                pass

    def end(self) -> str:
        """Return all text."""
        self._flush()
        text = "".join(self._pieces).replace("\0", "")
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

    @property
    def _now(self) -> _Group:
        return self._groups[-1]

    def _set(self, **changes: bool | int) -> None:
        self._groups[-1] = replace(self._now, **changes)  # type: ignore[arg-type]

    def _brace(self, brace: bytes) -> None:
        self._to_skip = 0
        self._is_marked = False
        if brace == b"{":
            if len(self._groups) >= _DEEPEST:
                self._too_deep += 1
            else:
                self._groups.append(self._now)
        elif self._too_deep:
            self._too_deep -= 1
        elif len(self._groups) > 1:
            self._flush()
            self._groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        is_marked, self._is_marked = self._is_marked, False
        if word == b"u" and number is not None:
            self._say(chr(number & 0xFFFF))
            self._to_skip = self._now.after_unicode
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in _LEFT_OUT or (is_marked and word != b"htmltag"):
            self._set(left_out=True)
        else:
            self._format(word, number)

    def _format(self, word: bytes, number: int | None) -> None:
        match word:
            case b"uc":
                self._set(after_unicode=max(number or 0, 0))
            case b"ansicpg" if number:
                self._code_page = number
            case b"fonttbl":
                self._set(names_fonts=True)
            case b"f" | b"af" if number is not None:
                self._flush()
                self._set(font=number)
            case b"fcharset" if self._now.names_fonts and number in _CODE_PAGES:
                self._font_pages[self._now.font] = _CODE_PAGES[number]
            case b"htmlrtf" if self._is_html:
                self._flush()
                self._set(is_only_rtf=number != 0)
            case _:
                pass

    def _sign(self, sign: bytes) -> None:
        if sign in {b"\r", b"\n"}:  # the same as \par
            self._say("\n")
        elif sign in _ESCAPED:
            self._say(_ESCAPED[sign])

    @property
    def _is_silent(self) -> bool:
        now = self._now
        return now.left_out or now.names_fonts or now.is_only_rtf

    def _bytes(self, raw: bytes) -> None:
        skipped = min(self._to_skip, len(raw))
        self._to_skip -= skipped
        if not self._is_silent:
            self._pending += raw[skipped:]

    def _say(self, text: str) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not self._is_silent:
            self._flush()
            self._pieces.append(text)

    def _flush(self) -> None:
        """Decode the bytes that wait: a letter may have two."""
        if self._pending:
            page = self._font_pages.get(self._now.font, self._code_page)
            text = decode(bytes(self._pending), charset_of(page)).text
            self._pieces.append(text)
            self._pending.clear()
