"""Reading an export, whoever wrote it."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from torimodosu.recovery.twostep.account import (
    NotAnAccountError,
    OtpAccount,
)
from torimodosu.recovery.twostep.exports import entries
from torimodosu.recovery.twostep.exports.encrypted import (
    OLD_STRATUM,
    STRATUM,
    NotOpenedError,
    open_aegis,
    open_and_otp,
    open_bitwarden,
    open_stratum,
    open_two_fas,
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
        return _opened(Form.STRATUM, open_stratum, raw, password)
    if raw.startswith(OLD_STRATUM):
        raise RefusedError(Refusal.CANNOT_DECRYPT, Form.STRATUM)
    text = _text(raw)
    if text is None:
        return _binary(raw, password)
    document = _json(text)
    if document is not None:
        return _document(document, password)
    if text.startswith("<?xml"):
        return _preferences(text)
    if _TOTP_COLUMN in text.partition("\n")[0]:
        return _spreadsheet(text)
    return _addresses(text.splitlines())


Entry = Callable[[Record], OtpAccount]
Reader = Callable[[Record, str | None], ExportRead]


def _document(document: object, password: str | None) -> ExportRead:
    """Return what a JSON document holds."""
    if isinstance(document, list):
        return _list(document)
    record = Record(document)
    for fields, reader in _BY_FIELD:
        if all(field in record for field in fields):
            return reader(record, password)
    raise RefusedError(Refusal.NOT_AN_EXPORT)


def _list(document: Sequence[object]) -> ExportRead:
    records = list(map(Record, document))
    if any("otpGenerator" in record for record in records):
        return _read(Form.DUO, records, entries.duo)
    if any("secret" in record and "type" in record for record in records):
        return _read(Form.AND_OTP, records, entries.and_otp)
    raise RefusedError(Refusal.NOT_AN_EXPORT)


def _aegis(vault: Record, password: str | None) -> ExportRead:
    database = vault.record("db")
    if vault.text("db"):
        opened = _open(Form.AEGIS, open_aegis, vault, password)
        database = Record(_json(opened.decode("utf-8", "replace")))
    return _read(Form.AEGIS, database.records("entries"), entries.aegis)


def _two_fas(backup: Record, password: str | None) -> ExportRead:
    if not backup.text("servicesEncrypted"):
        return _read(Form.TWO_FAS, backup.records("services"), entries.two_fas)
    opened = _open(Form.TWO_FAS, open_two_fas, backup, password)
    services = Record({"services": _json(opened.decode("utf-8", "replace"))})
    return _read(Form.TWO_FAS, services.records("services"), entries.two_fas)


def _bitwarden(export: Record, password: str | None) -> ExportRead:
    if "passwordProtected" in export:
        opened = _open(Form.BITWARDEN, open_bitwarden, export, password)
        export = Record(_json(opened.decode("utf-8", "replace")))
    elif "data" in export or "items" not in export:
        # By the account's own key, which nobody has outside of it.
        raise RefusedError(Refusal.CANNOT_DECRYPT, Form.BITWARDEN)
    logins = entries.bitwarden_logins(export.records("items"))
    return _read(Form.BITWARDEN, logins, entries.bitwarden)


def _binary(raw: bytes, password: str | None) -> ExportRead:
    """Return what an andOTP backup holds: bytes without any mark."""
    is_other = len(raw) > _LARGEST_BINARY or raw.startswith(_OTHER_MARKS)
    if is_other or password is None:
        raise RefusedError(Refusal.NOT_AN_EXPORT)
    return _opened(Form.AND_OTP, open_and_otp, raw, password)


def _opened(
    form: Form,
    opener: Callable[[bytes, str], bytes],
    raw: bytes,
    password: str | None,
) -> ExportRead:
    opened = _open(form, opener, raw, password)
    document = _json(opened.decode("utf-8", "replace"))
    if document is None:
        raise RefusedError(Refusal.NO_ACCOUNTS, form)
    return _document(document, None)


Sealed = TypeVar("Sealed")


def _open(
    form: Form,
    opener: Callable[[Sealed, str], bytes],
    sealed: Sealed,
    password: str | None,
) -> bytes:
    if password is None:
        raise RefusedError(Refusal.NEEDS_PASSWORD, form)
    try:
        return opener(sealed, password)
    except NotOpenedError:
        raise RefusedError(Refusal.WRONG_PASSWORD, form) from None


def _preferences(text: str) -> ExportRead:
    """Return what a settings file of Android holds: a JSON text under each name."""
    strings = strings_of(text)
    tokens = [value for name, value in strings.items() if _AUTHY_TOKENS in name]
    if tokens:
        lists = [Record({"tokens": _json(token)}) for token in tokens]
        found = (token for one in lists for token in one.records("tokens"))
        return _read(Form.AUTHY, found, entries.authy)
    records = [Record(_json(value)) for value in strings.values()]
    return _read(Form.FREE_OTP, (r for r in records if "secret" in r), entries.free_otp)


def _spreadsheet(text: str) -> ExportRead:
    """Return the codes in a CSV of Bitwarden."""
    rows = csv.DictReader(text.splitlines(), strict=False)
    logins = [Record(row) for row in rows if (row.get(_TOTP_COLUMN) or "").strip()]
    return _read(Form.BITWARDEN_CSV, logins, _spreadsheet_login)


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


def _read(form: Form, found: Iterable[Record], account: Entry) -> ExportRead:
    accounts: list[OtpAccount] = []
    unusable: list[Unusable] = []
    for entry, record in enumerate(found, 1):
        try:
            accounts.append(account(record))
        except NotAnAccountError as error:
            unusable.append(Unusable(entry=entry, problem=error.problem))
    if not accounts and not unusable:
        raise RefusedError(Refusal.NO_ACCOUNTS, form)
    return ExportRead(form=form, accounts=tuple(accounts), unusable=tuple(unusable))


def _plain(form: Form, list_: str, account: Entry) -> Reader:
    """Return the reader of a document with a list of entries, never encrypted."""
    return lambda record, _password: _read(form, record.records(list_), account)


def _steam(accounts: Record, _password: str | None) -> ExportRead:
    return _read(Form.STEAM, accounts.record("accounts").values(), entries.steam)


def _one_of_steam(account: Record, _password: str | None) -> ExportRead:
    return _read(Form.STEAM, [account], entries.steam)


def _ente(_export: Record, _password: str | None) -> ExportRead:
    raise RefusedError(Refusal.CANNOT_DECRYPT, Form.ENTE)


# The fields that only one program writes; the first that are all there decide.
_BY_FIELD: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (("header", "db"), _aegis),
    (("services",), _two_fas),
    (("Authenticators",), _plain(Form.STRATUM, "Authenticators", entries.stratum)),
    (("tokens",), _plain(Form.FREE_OTP, "tokens", entries.free_otp)),
    (("accounts",), _steam),
    (("shared_secret",), _one_of_steam),
    (("encryptedData",), _ente),
    (("encrypted",), _bitwarden),
    (("entries",), _plain(Form.PROTON, "entries", entries.proton)),
)


def _text(raw: bytes) -> str | None:
    """Return the text that *raw* is, None where it is none."""
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text.lstrip()


def _json(text: str) -> object | None:
    """Return the document that *text* is, None where it is none."""
    if not text.startswith(("{", "[")):
        return None
    try:
        document: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return document
