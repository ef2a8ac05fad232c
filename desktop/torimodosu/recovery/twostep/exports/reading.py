"""Reading an export, whoever wrote it."""

import csv
from collections.abc import Sequence
from dataclasses import replace

from torimodosu.recovery.twostep.account import (
    NotAnAccountError,
    OtpAccount,
)
from torimodosu.recovery.twostep.exports import entries
from torimodosu.recovery.twostep.exports.documents import (
    json_of,
    read_document,
    read_entries,
    read_opened,
)
from torimodosu.recovery.twostep.exports.encrypted import (
    OLD_STRATUM,
    STRATUM,
    open_and_otp,
    open_stratum,
)
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
    Unusable,
)
from torimodosu.recovery.twostep.exports.preferences import strings_of
from torimodosu.recovery.twostep.exports.record import Record
from torimodosu.recovery.twostep.migration import SCHEME as MIGRATION
from torimodosu.recovery.twostep.migration import (
    MigrationPart,
    missing_parts,
    read_migration,
)
from torimodosu.recovery.twostep.otpauth import SCHEME, read_uri

# A thousand accounts are half a megabyte; icons make an export larger.
LARGEST_EXPORT = 32 * 2**20
_LARGEST_BINARY = 2 * 2**20  # of an andOTP backup, which has no mark of its own

# PNG, JPEG, TIFF, ZIP, SQLite, KeePass, objects of Java: whatever it is, no andOTP.
_OTHER_MARKS = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"PK\x03\x04"),
    *(b"SQLite format 3\0", b"\x03\xd9\xa2\x9a", b"\xac\xed\0\x05"),
)

_AUTHY_TOKENS = "com.authy.storage.tokens"
_TOTP_COLUMN = "login_totp"


def read_export(raw: bytes, *, password: str | None = None) -> ExportRead:
    """Return the accounts in the file with the bytes *raw*.

    Raises:
        RefusedError: If there is none in it, or they cannot be read.

    """
    if len(raw) > LARGEST_EXPORT:
        raise RefusedError(Refusal.TOO_LARGE)
    if raw.startswith(STRATUM):
        return read_opened(Form.STRATUM, open_stratum, raw, password)
    if raw.startswith(OLD_STRATUM):
        raise RefusedError(Refusal.CANNOT_DECRYPT, Form.STRATUM)
    text = _text(raw)
    if text is None:
        return _binary(raw, password)
    document = json_of(text)
    if document is not None:
        return read_document(document, password)
    if text.startswith("<?xml"):
        return _preferences(text)
    if _TOTP_COLUMN in text.partition("\n")[0]:
        return _spreadsheet(text)
    return _addresses(text.splitlines())


def _binary(raw: bytes, password: str | None) -> ExportRead:
    """Return what an andOTP backup holds: bytes without any mark."""
    is_other = len(raw) > _LARGEST_BINARY or raw.startswith(_OTHER_MARKS)
    if is_other or password is None:
        raise RefusedError(Refusal.NOT_AN_EXPORT)
    return read_opened(Form.AND_OTP, open_and_otp, raw, password)


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


def _spreadsheet(text: str) -> ExportRead:
    """Return the codes in a CSV of Bitwarden."""
    rows = csv.DictReader(text.splitlines(), strict=False)
    logins = [Record(row) for row in rows if (row.get(_TOTP_COLUMN) or "").strip()]
    return read_entries(Form.BITWARDEN_CSV, logins, _spreadsheet_login)


def _spreadsheet_login(row: Record) -> OtpAccount:
    return entries.login_code(
        row.text(_TOTP_COLUMN),
        issuer=row.text("name"),
        name=row.text("login_username"),
    )


def read_qr_texts(texts: Sequence[str]) -> ExportRead:
    """Return the accounts in what the QR codes of a picture say.

    Raises:
        RefusedError: If there is no code, or none of them holds an account.

    """
    if not texts:
        raise RefusedError(Refusal.NO_QR_CODE)
    try:
        return replace(_addresses(texts), form=Form.QR_CODES)
    except RefusedError:
        raise RefusedError(Refusal.OTHER_QR_CODE) from None


def _addresses(found: Sequence[str]) -> ExportRead:
    """Return the accounts of the addresses among some texts."""
    lines = [line.strip() for line in found]
    schemes = (f"{SCHEME}:", f"{MIGRATION}:", "steam:")
    lines = [line for line in lines if line.lower().startswith(schemes)]
    if not lines:
        raise RefusedError(Refusal.NOT_AN_EXPORT)
    accounts: list[OtpAccount] = []
    unusable: list[Unusable] = []
    parts: list[MigrationPart] = []
    for entry, line in enumerate(lines, 1):
        try:
            if line.lower().startswith(f"{MIGRATION}:"):
                parts.append(read_migration(line))
                accounts += parts[-1].accounts
                unusable += [
                    Unusable(entry=entry, problem=p) for p in parts[-1].problems
                ]
            else:
                accounts.append(read_uri(line))
        except NotAnAccountError as error:
            unusable.append(Unusable(entry=entry, problem=error.problem))
    return ExportRead(
        form=Form.MIGRATION if parts else Form.ADDRESSES,
        accounts=tuple(accounts),
        unusable=tuple(unusable),
        missing_parts=tuple(missing_parts(parts)),
    )


def _text(raw: bytes) -> str | None:
    """Return the text that *raw* is, None where it is none."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.lstrip()
