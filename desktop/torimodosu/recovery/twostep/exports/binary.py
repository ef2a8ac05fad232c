"""Exports that are no text: sealed as a whole, or written by Java."""

from collections.abc import Mapping

from torimodosu.recovery.twostep.exports import entries
from torimodosu.recovery.twostep.exports.documents import (
    json_of,
    open_sealed,
    read_entries,
    read_opened,
)
from torimodosu.recovery.twostep.exports.encrypted import (
    OLD_STRATUM,
    STRATUM,
    open_and_otp,
    open_old_stratum,
    open_stratum,
)
from torimodosu.recovery.twostep.exports.free_otp_two import (
    is_free_otp_two,
    open_free_otp_two,
)
from torimodosu.recovery.twostep.exports.java_map import SIGNATURE as JAVA
from torimodosu.recovery.twostep.exports.java_map import read_java_map
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
)
from torimodosu.recovery.twostep.exports.record import Record

_LARGEST = 2 * 2**20  # of an andOTP backup, which has no mark of its own

# PNG, JPEG, TIFF, ZIP, SQLite: whatever it is, no andOTP.
_OTHER_MARKS = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"PK\x03\x04"),
    b"SQLite format 3\0",
)


def read_binary(raw: bytes, password: str | None) -> ExportRead:
    """Return the accounts in an export with the bytes *raw*, which are no text.

    Raises:
        RefusedError: If it is none, or cannot be opened.

    """
    if raw.startswith(STRATUM):
        return read_opened(Form.STRATUM, open_stratum, raw, password)
    if raw.startswith(OLD_STRATUM):
        return read_opened(Form.STRATUM, open_old_stratum, raw, password)
    if raw.startswith(JAVA):
        return _java(read_java_map(raw), password)
    is_other = len(raw) > _LARGEST or raw.startswith(_OTHER_MARKS)
    if is_other or password is None:
        raise RefusedError(Refusal.NOT_AN_EXPORT)
    return read_opened(Form.AND_OTP, open_and_otp, raw, password)


def _java(texts: Mapping[str, str], password: str | None) -> ExportRead:
    if not is_free_otp_two(texts):
        raise RefusedError(Refusal.NOT_AN_EXPORT)
    opened = open_sealed(Form.FREE_OTP, open_free_otp_two, texts, password)
    tokens = Record(json_of(opened.decode())).records("tokens")
    return read_entries(Form.FREE_OTP, tokens, entries.free_otp_two)
