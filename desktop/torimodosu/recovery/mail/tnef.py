"""The winmail.dat that Outlook makes of a mail (TNEF).

Only what a reader of mails needs: the body and the names of the files in it. The
format is that of [MS-OXTNEF] 2.1.3 and 2.1.3.3 to 2.1.3.5, and of [MS-OXPROPS] for the
numbers of the properties. The package tnefparse is not used on hostile input: a file
of 40 bytes can keep it busy for hours, and it writes to the log.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from torimodosu.recovery.mail.charsets import decode
from torimodosu.recovery.mail.outlook.rtf_packing import unpack_rtf
from torimodosu.recovery.mail.outlook.rtf_text import read_rtf
from torimodosu.recovery.mail.problem import Problem

_SIGNATURE = b"\x78\x9f\x3e\x22"
_ATTRIBUTE = struct.Struct("<BII")
_NUMBER = struct.Struct("<I")
_TWO_NUMBERS = struct.Struct("<HH")

_STRING, _UNICODE = 0x001E, 0x001F
_VARIABLE = {0x000D, _STRING, _UNICODE, 0x0102}
_FIXED = {
    **dict.fromkeys((0x0002, 0x0003, 0x0004, 0x000A, 0x000B), 4),
    **dict.fromkeys((0x0005, 0x0006, 0x0007, 0x0014, 0x0040), 8),
    0x0048: 16,
}
_MULTIPLE = 0x1000
_FIRST_NAMED = 0x8000
# Outlook writes some dozens of each, and five attributes for a file.
_MOST_ATTRIBUTES = 5_000
_MOST_PROPERTIES = 5_000
_MOST_FILES = 1_000
_LONGEST_RTF = 1 << 20


class _Attribute(IntEnum):
    """Numbers of attributes, type and name together ([MS-OXTNEF] 2.1.3.3)."""

    OEM_CODEPAGE = 0x00069007
    BODY = 0x0002800C
    MESSAGE_PROPERTIES = 0x00069003
    NEXT_ATTACHMENT = 0x00069002
    ATTACHMENT_TITLE = 0x00018010
    ATTACHMENT_PROPERTIES = 0x00069005


class _Tag(IntEnum):
    """Numbers of properties ([MS-OXPROPS])."""

    BODY = 0x1000
    BODY_RTF = 0x1009
    BODY_HTML = 0x1013
    FILE_NAME = 0x3704
    LONG_FILE_NAME = 0x3707
    INTERNET_CODEPAGE = 0x3FDE


@dataclass(frozen=True, slots=True, kw_only=True)
class Tnef:
    """What a winmail.dat holds; texts are "" where there is none."""

    text: str = ""
    html: str = ""
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Property:
    tag: int
    kind: int
    value: bytes


def _attributes(raw: bytes) -> Iterator[tuple[int, bytes, bool]]:
    """Yield each whole attribute: its number, its value, whether it ends the file."""
    position = len(_SIGNATURE) + 2
    for _ in range(_MOST_ATTRIBUTES):
        if position + _ATTRIBUTE.size > len(raw):
            break
        _, number, length = _ATTRIBUTE.unpack_from(raw, position)
        position += _ATTRIBUTE.size
        if position + length > len(raw):
            break
        value = raw[position : position + length]
        # A checksum of two bytes follows, and at the end of some files padding.
        position += length + 2
        rest = raw[position : position + _ATTRIBUTE.size]
        is_last = len(rest) < _ATTRIBUTE.size and not rest.strip(b"\0\r\n")
        yield number, value, is_last


def _padded(length: int) -> int:
    return (length + 3) // 4 * 4


def _after_name(raw: bytes, position: int) -> int:
    """Return where the value of a named property begins."""
    kind = _NUMBER.unpack_from(raw, position + 16)[0]
    length = _NUMBER.unpack_from(raw, position + 20)[0]
    return position + 24 + (_padded(length) if kind else 0)


def _values(raw: bytes, position: int, kind: int) -> tuple[list[bytes], int]:
    """Read the values of a property; raises struct.error where the bytes end."""
    count = 1
    if kind & _MULTIPLE or kind in _VARIABLE:
        count = _NUMBER.unpack_from(raw, position)[0]
        position += 4
    base = kind & ~_MULTIPLE
    values = []
    for _ in range(min(count, _MOST_PROPERTIES)):
        if base in _VARIABLE:
            length = _NUMBER.unpack_from(raw, position)[0]
            position += 4
        else:
            length = _FIXED.get(base, 0)
        values.append(raw[position : position + length])
        position += _padded(length)
    return values, position


def _properties(raw: bytes) -> Iterator[_Property]:
    """Yield the properties of an attribute as long as they are whole."""
    try:
        count = _NUMBER.unpack_from(raw, 0)[0]
        position = 4
        for _ in range(min(count, _MOST_PROPERTIES)):
            kind, tag = _TWO_NUMBERS.unpack_from(raw, position)
            position += 4
            if kind & ~_MULTIPLE not in _VARIABLE | _FIXED.keys():
                return
            if tag >= _FIRST_NAMED:
                position = _after_name(raw, position)
            values, position = _values(raw, position, kind)
            yield _Property(tag, kind, b"".join(values))
    except struct.error:
        return


class _Reader:
    """Gathers what the attributes of one file say."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self.files: list[str] = []
        self._codepage = ""
        self._rtf = b""

    def unpack_rtf(self) -> bool:
        """Read the RTF if there is no other text; tell whether none was left unread."""
        if self.texts or not self._rtf:
            return True
        found = read_rtf(unpack_rtf(self._rtf, _LONGEST_RTF))
        tag = _Tag.BODY_HTML if found.is_html else _Tag.BODY
        self._take_text(tag, found.text)
        return bool(self.texts)

    def take(self, number: int, value: bytes) -> None:
        match number:
            case _Attribute.OEM_CODEPAGE if len(value) >= _NUMBER.size:
                self._codepage = f"cp{_NUMBER.unpack_from(value)[0]}"
            case _Attribute.BODY:
                self._take_text(_Tag.BODY, self._decode(value))
            case _Attribute.MESSAGE_PROPERTIES:
                self._take_message(list(_properties(value)))
            case _Attribute.NEXT_ATTACHMENT if len(self.files) < _MOST_FILES:
                self.files.append("")
            case _Attribute.ATTACHMENT_TITLE if self.files:
                self.files[-1] = self.files[-1] or self._decode(value)
            case _Attribute.ATTACHMENT_PROPERTIES if self.files:
                self._take_attachment(_properties(value))
            case _:
                pass

    def _decode(self, value: bytes, kind: int = _STRING) -> str:
        charset = "utf-16le" if kind == _UNICODE else self._codepage
        return decode(value, charset).text.partition("\0")[0]

    def _take_text(self, tag: _Tag, text: str) -> None:
        if text.strip():
            self.texts.setdefault(tag, text)

    def _take_message(self, properties: list[_Property]) -> None:
        pages = [p.value for p in properties if p.tag == _Tag.INTERNET_CODEPAGE]
        # Of HTML only the bytes are kept; this says what they are in.
        charset = f"cp{int.from_bytes(pages[0], 'little')}" if pages else ""
        for found in properties:
            match found.tag:
                case _Tag.BODY:
                    self._take_text(_Tag.BODY, self._decode(found.value, found.kind))
                case _Tag.BODY_HTML if found.kind in {_STRING, _UNICODE}:
                    html = self._decode(found.value, found.kind)
                    self._take_text(_Tag.BODY_HTML, html)
                case _Tag.BODY_HTML:
                    html = decode(found.value.rstrip(b"\0"), charset).text
                    self._take_text(_Tag.BODY_HTML, html)
                case _Tag.BODY_RTF:
                    self._rtf = found.value
                case _:
                    pass

    def _take_attachment(self, properties: Iterator[_Property]) -> None:
        names = {
            found.tag: self._decode(found.value, found.kind)
            for found in properties
            if found.tag in {_Tag.FILE_NAME, _Tag.LONG_FILE_NAME}
        }
        name = names.get(_Tag.LONG_FILE_NAME) or names.get(_Tag.FILE_NAME, "")
        self.files[-1] = name or self.files[-1]


def read_tnef(raw: bytes) -> Tnef:
    """Read a winmail.dat; of a broken one what stands before the break."""
    if not raw.startswith(_SIGNATURE):
        return Tnef(problems=(Problem.TNEF_BROKEN,))
    reader = _Reader()
    is_whole = False
    for number, value, is_last in _attributes(raw):
        reader.take(number, value)
        is_whole = is_last
    problems = [] if is_whole else [Problem.TNEF_BROKEN]
    if not reader.unpack_rtf():
        problems.append(Problem.RTF_UNREAD)
    texts = reader.texts
    return Tnef(
        text=texts.get(_Tag.BODY, ""),
        html=texts.get(_Tag.BODY_HTML, ""),
        files=tuple(reader.files),
        problems=tuple(problems),
    )
