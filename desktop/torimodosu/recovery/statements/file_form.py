"""What kind of file it is, whatever its name says."""

import re
from enum import Enum

from torimodosu.recovery.pictures import is_picture
from torimodosu.recovery.statements.statement import Refusal

_SAMPLE = 4096
_BLANK = b" \t\r\n\x0b\x0c"
# Signatures as the file command knows them (github.com/file/file, magic/Magdir).
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal.EXCEL),  # OLE: .xls and its kin
    (b"\x09\x08", Refusal.EXCEL),  # BIFF without OLE
    (b"%PDF-", Refusal.PDF),
    (b"\x1f\x8b", Refusal.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Refusal.ARCHIVE),
    (b"Rar!\x1a\x07", Refusal.ARCHIVE),
)
_ZIP = b"PK\x03\x04"
_INSIDE_XLSX = (b"[Content_Types].xml", b"xl/", b"_rels/")
_WEB_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|table|meta|script|div)[\s>/]", re.IGNORECASE
)
_OFX = re.compile(rb"OFXHEADER|<OFX>", re.IGNORECASE)
_QIF = re.compile(rb"!(?:Type:|Account|Option:|Clear:)", re.IGNORECASE)


class Form(Enum):
    """The forms of files that are read."""

    CSV = "csv"
    OFX = "ofx"
    QIF = "qif"


def form_of(raw: bytes) -> Form | Refusal:
    """Return the form of the file whose bytes are *raw*, or why it is no statement."""
    head = raw[:_SAMPLE].removeprefix(b"\xef\xbb\xbf").lstrip(_BLANK)
    if not head:
        return Refusal.EMPTY
    return _by_signature(raw) or _by_words(head)


def _by_signature(raw: bytes) -> Refusal | None:
    if not raw.strip(b"\0"):
        return Refusal.ONLY_NULS
    if raw.startswith(_ZIP):
        is_workbook = any(name in raw[:_SAMPLE] for name in _INSIDE_XLSX)
        return Refusal.EXCEL if is_workbook else Refusal.ARCHIVE
    if is_picture(raw):
        return Refusal.IMAGE
    fitting = (refusal for start, refusal in _SIGNATURES if raw.startswith(start))
    return next(fitting, None)


def _by_words(head: bytes) -> Form | Refusal:
    # In UTF-16 every other byte is zero.
    plain = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    if _OFX.search(plain):
        return Form.OFX
    if _QIF.match(plain):
        return Form.QIF
    if _WEB_PAGE.match(plain) or (plain.startswith(b"<") and _WEB_PAGE.search(plain)):
        return Refusal.WEB_PAGE
    return Form.CSV
