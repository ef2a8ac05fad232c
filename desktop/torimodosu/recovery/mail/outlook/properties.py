"""What Outlook knows of a mail, a recipient or a file: numbered properties.

The format is that of [MS-OXMSG] 2.1 and 2.4; the numbers are those of [MS-OXPROPS].
"""

import struct
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from torimodosu.recovery.mail.charsets import decode
from torimodosu.recovery.mail.outlook.compound import Storage

PROPERTIES = "__properties_version1.0"

_STRING, _UNICODE, _BINARY, _OBJECT = 0x001E, 0x001F, 0x0102, 0x000D
_LONG, _TIME = 0x0003, 0x0040
_FIXED = struct.Struct("<HHI8s")  # type, number, flags, value
_MOST = 5_000
_LARGEST_TABLE = _MOST * _FIXED.size

# Times count from here in units of 100 nanoseconds ([MS-DTYP] 2.3.3).
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)

# Code pages of Windows that have other names elsewhere.
_CHARSETS = {
    1200: "utf-16le",
    10000: "macintosh",
    20127: "us-ascii",
    20866: "koi8-r",
    20932: "euc-jp",
    21866: "koi8-u",
    28591: "iso-8859-1",
    51949: "euc-kr",
    52936: "hz",
    54936: "gb18030",
    **{28590 + part: f"iso-8859-{part}" for part in (*range(2, 11), 13, 15)},
}


class Head(IntEnum):
    """How many bytes stand in front of the table ([MS-OXMSG] 2.4.1)."""

    MAIL = 32
    ENCLOSED_MAIL = 24
    RECIPIENT_OR_FILE = 8


class Tag(IntEnum):
    """The numbers of the properties that a reader of mails needs."""

    SUBJECT = 0x0037
    SUBMITTED = 0x0039
    SENDER_SHOWN = 0x0042
    SENDER_SHOWN_ADDRESS = 0x0065
    TRANSPORT_HEADERS = 0x007D
    RECIPIENT_TYPE = 0x0C15
    SENDER = 0x0C1A
    SENDER_ADDRESS = 0x0C1F
    DELIVERED = 0x0E06
    BODY = 0x1000
    BODY_RTF = 0x1009
    BODY_HTML = 0x1013
    MESSAGE_ID = 0x1035
    NAME = 0x3001
    ADDRESS = 0x3003
    FILE = 0x3701
    FILE_NAME = 0x3704
    LONG_FILE_NAME = 0x3707
    MEDIA_TYPE = 0x370E
    INTERNET_ADDRESS = 0x39FE
    CHARSET_OF_BODY = 0x3FDE
    CHARSET = 0x3FFD
    SENDER_INTERNET = 0x5D01
    SENDER_SHOWN_INTERNET = 0x5D02


class Properties:
    """The properties in one storage.

    Args:
        storage: Where they lie.
        head: What it is of.
        charset: What texts are in that are not in Unicode, "" for what the storage
            itself says.

    """

    def __init__(self, storage: Storage, head: Head, charset: str = "") -> None:
        self._storage = storage
        table = storage.read(PROPERTIES, head + _LARGEST_TABLE)[head:]
        self._fixed = _fixed_values(table)
        self.charset = charset or charset_of(self.number(Tag.CHARSET))

    def number(self, tag: Tag) -> int | None:
        """Return a number, None where there is none."""
        value = self._fixed.get((tag, _LONG))
        return None if value is None else int.from_bytes(value[:4], "little")

    def time(self, tag: Tag) -> datetime | None:
        """Return a moment, None where there is none that exists."""
        value = self._fixed.get((tag, _TIME))
        if value is None:
            return None
        try:
            return _EPOCH + timedelta(
                microseconds=int.from_bytes(value, "little") // 10
            )
        except OverflowError:
            return None

    def text(self, tag: Tag, most: int) -> str:
        """Return a text of at most *most* bytes, without a NUL; "" if there is none."""
        unicode = self._storage.read(_name(tag, _UNICODE), most)
        if unicode:
            return _until_nul(unicode.decode("utf-16-le", "replace"))
        raw = self._storage.read(_name(tag, _STRING), most)
        return _until_nul(decode(raw, self.charset).text) if raw else ""

    def binary(self, tag: Tag, most: int) -> bytes:
        """Return at most *most* bytes of a value, b"" if there is none."""
        return self._storage.read(_name(tag, _BINARY), most)

    def enclosed(self, tag: Tag) -> Storage | None:
        """Return a storage that is a value."""
        return self._storage.storages.get(_name(tag, _OBJECT))


def charset_of(code_page: int | None) -> str:
    """Return the name of the character set of a code page, "" for none."""
    if not code_page:
        return ""
    return _CHARSETS.get(code_page, f"cp{code_page}")


def _name(tag: Tag, kind: int) -> str:
    return f"__substg1.0_{tag:04X}{kind:04X}"


def _until_nul(text: str) -> str:
    return text.partition("\0")[0]


def _fixed_values(table: bytes) -> dict[tuple[int, int], bytes]:
    """Return values by number and type."""
    whole = len(table) // _FIXED.size * _FIXED.size
    found: dict[tuple[int, int], bytes] = {}
    for kind, tag, _, value in _FIXED.iter_unpack(table[:whole]):
        found.setdefault((tag, kind), value)
    return found
