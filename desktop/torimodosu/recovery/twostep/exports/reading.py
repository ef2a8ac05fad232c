"""Reading an export, whoever wrote it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.keepass.fault import KeePassError
from torimodosu.recovery.keepass.reading import read_xml
from torimodosu.recovery.keepass.signature import is_keepass
from torimodosu.recovery.pictures import is_cut_off, is_picture
from torimodosu.recovery.twostep.exports import entries
from torimodosu.recovery.twostep.exports.addresses import read_addresses
from torimodosu.recovery.twostep.exports.binary import read_binary
from torimodosu.recovery.twostep.exports.documents import (
    json_of,
    read_document,
    read_entries,
)
from torimodosu.recovery.twostep.exports.keepass import accounts_of, read_keepass
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
)
from torimodosu.recovery.twostep.exports.preferences import strings_of
from torimodosu.recovery.twostep.exports.record import Record
from torimodosu.recovery.twostep.exports.spreadsheets import read_spreadsheet

# A thousand accounts are half a megabyte; icons make an export larger.
LARGEST_EXPORT = 32 * 2**20

_EXCEL_IN_JAPAN = "cp932"
_SHARE_OF_NULS = 0.3  # at least, of the bytes of what an export holds in UTF-16
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

_AUTHY_TOKENS = "com.authy.storage.tokens"
_KEEPASS = "<KeePassFile"
_PDF = b"%PDF-"
_NOTHING = b"\0 \t\r\n\xef\xbb\xbf"  # blanks, and what stands before UTF-8
_BEGINNING = 1000  # characters, which name the program


def read_export(raw: bytes, *, password: str | None = None) -> ExportRead:
    """Return the accounts in the file with the bytes *raw*.

    A picture and a PDF are none here: who could open them has looked for codes.

    Raises:
        RefusedError: If there is none in it, or they cannot be read.

    """
    if is_keepass(raw):
        return read_keepass(raw, password)
    if len(raw) > LARGEST_EXPORT:
        raise RefusedError(Refusal.TOO_LARGE)
    refusal = refused_unread(raw)
    if refusal is not None:
        raise RefusedError(refusal)
    text = _text(raw)
    if text is None:
        return read_binary(raw, password)
    document = json_of(text)
    if document is not None:
        return read_document(document, password)
    if text.startswith("<"):
        return _xml(text)
    table = read_spreadsheet(text)
    return read_addresses(text.splitlines()) if table is None else table


def _xml(text: str) -> ExportRead:
    if _KEEPASS not in text[:_BEGINNING]:
        return _preferences(text)
    try:
        return accounts_of(read_xml(text), Form.KEEPASS)
    except KeePassError:
        raise RefusedError(Refusal.NOT_AN_EXPORT, Form.KEEPASS) from None


def _preferences(text: str) -> ExportRead:
    """Return what a settings file of Android holds: a JSON text under each name."""
    strings = strings_of(text)
    tokens = [value for name, value in strings.items() if _AUTHY_TOKENS in name]
    if tokens:
        lists = [Record({"tokens": json_of(token)}) for token in tokens]
        found = (token for one in lists for token in one.records("tokens"))
        return read_entries(Form.AUTHY, found, entries.authy)
    records = [Record(json_of(value)) for value in strings.values()]
    return read_entries(
        Form.FREE_OTP, (r for r in records if "secret" in r), entries.free_otp
    )


def without_code(raw: bytes) -> Refusal:
    """Return why there is no QR code in a picture or a PDF with the bytes *raw*."""
    return Refusal.CUT_OFF if is_cut_off(raw) else Refusal.NO_QR_CODE


def refused_unread(raw: bytes) -> Refusal | None:
    """Return why *raw* is no export by its first look, None where it may be one."""
    if not raw.strip(_NOTHING):
        return Refusal.EMPTY
    if is_picture(raw):
        return Refusal.CUT_OFF if is_cut_off(raw) else Refusal.PICTURE
    return Refusal.CLOSED_PDF if raw.startswith(_PDF) else None


def read_qr_texts(texts: Sequence[str]) -> ExportRead:
    """Return the accounts in what the QR codes of a picture say.

    Raises:
        RefusedError: If there is no code, or none of them holds an account.

    """
    if not texts:
        raise RefusedError(Refusal.NO_QR_CODE)
    try:
        return replace(read_addresses(texts), form=Form.QR_CODES)
    except RefusedError:
        raise RefusedError(Refusal.OTHER_QR_CODE) from None


def _text(raw: bytes) -> str | None:
    """Return the text that *raw* is, None where it is none."""
    for encoding in _encodings_of(raw):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _CONTROL.search(text) is None:
            return text.lstrip()
    return None


def _encodings_of(raw: bytes) -> Sequence[str]:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16",)
    sample = raw[:_BEGINNING]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) // 2 * _SHARE_OF_NULS:
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return ("utf-8-sig", _EXCEL_IN_JAPAN)
