"""Exports that are JSON, plain or encrypted."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from torimodosu.recovery.twostep.account import NotAnAccountError, OtpAccount
from torimodosu.recovery.twostep.exports import entries
from torimodosu.recovery.twostep.exports.addresses import read_addresses
from torimodosu.recovery.twostep.exports.encrypted import (
    open_aegis,
    open_bitwarden,
    open_ente,
    open_proton,
    open_two_fas,
)
from torimodosu.recovery.twostep.exports.named_fields import account_in, entries_in
from torimodosu.recovery.twostep.exports.opening import NotOpenedError
from torimodosu.recovery.twostep.exports.outcome import (
    ExportRead,
    Form,
    Refusal,
    RefusedError,
    Unusable,
)
from torimodosu.recovery.twostep.exports.record import Record

Entry = Callable[[Record], OtpAccount]
Reader = Callable[[Record, str | None], ExportRead]


def read_document(document: object, password: str | None) -> ExportRead:
    """Return what a JSON document holds.

    Raises:
        RefusedError: If it is no export, or cannot be opened.

    """
    if isinstance(document, list):
        return _list(document)
    record = Record(document)
    for fields, reader in _BY_FIELD:
        if all(field in record for field in fields):
            try:
                return reader(record, password)
            except RefusedError as error:
                if error.reason is not Refusal.NO_ACCOUNTS:
                    raise
                # Or another program calls its list alike.
                return _other(document, error)
    return _other(document, RefusedError(Refusal.NOT_AN_EXPORT))


def _list(document: Sequence[object]) -> ExportRead:
    records = list(map(Record, document))
    if any("otpGenerator" in record for record in records):
        return read_entries(Form.DUO, records, entries.duo)
    if any("secret" in record and "label" in record for record in records):
        return read_entries(Form.AND_OTP, records, entries.and_otp)
    return _other(document, RefusedError(Refusal.NOT_AN_EXPORT))


def _other(document: object, error: RefusedError) -> ExportRead:
    """Return the accounts in a document that no program here is known to write.

    Raises:
        RefusedError: With *error*, if there is none.

    """
    found = list(entries_in(document))
    if not found:
        raise error
    return read_entries(Form.OTHER, found, account_in)


def _aegis(vault: Record, password: str | None) -> ExportRead:
    database = vault.record("db")
    if vault.text("db"):
        opened = open_sealed(Form.AEGIS, open_aegis, vault, password)
        database = Record(json_of(opened.decode("utf-8", "replace")))
    return read_entries(Form.AEGIS, database.records("entries"), entries.aegis)


def _two_fas(backup: Record, password: str | None) -> ExportRead:
    if not backup.text("servicesEncrypted"):
        return read_entries(Form.TWO_FAS, backup.records("services"), entries.two_fas)
    opened = open_sealed(Form.TWO_FAS, open_two_fas, backup, password)
    services = Record({"services": json_of(opened.decode("utf-8", "replace"))})
    return read_entries(Form.TWO_FAS, services.records("services"), entries.two_fas)


def _bitwarden(export: Record, password: str | None) -> ExportRead:
    if "passwordProtected" in export:
        opened = open_sealed(Form.BITWARDEN, open_bitwarden, export, password)
        export = Record(json_of(opened.decode("utf-8", "replace")))
    elif export.is_true("encrypted"):
        # By the account's own key, which nobody has outside of it.
        raise RefusedError(Refusal.CANNOT_DECRYPT, Form.BITWARDEN)
    logins = entries.bitwarden_logins(export.records("items"))
    return read_entries(Form.BITWARDEN, logins, entries.bitwarden)


def read_opened(
    form: Form,
    opener: Callable[[bytes, str], bytes],
    raw: bytes,
    password: str | None,
) -> ExportRead:
    """Return what an export holds that is encrypted as a whole.

    Raises:
        RefusedError: If *password* does not open it, or nothing known is in it.

    """
    opened = open_sealed(form, opener, raw, password)
    document = json_of(opened.decode("utf-8", "replace"))
    if document is None:
        raise RefusedError(Refusal.NO_ACCOUNTS, form)
    return read_document(document, None)


Sealed = TypeVar("Sealed")


def open_sealed(
    form: Form,
    opener: Callable[[Sealed, str], bytes],
    sealed: Sealed,
    password: str | None,
) -> bytes:
    """Return what *opener* finds in *sealed*.

    Raises:
        RefusedError: If there is no password, or it is another one.

    """
    if password is None:
        raise RefusedError(Refusal.NEEDS_PASSWORD, form)
    try:
        return opener(sealed, password)
    except NotOpenedError:
        raise RefusedError(Refusal.WRONG_PASSWORD, form) from None


def read_entries(form: Form, found: Iterable[Record], account: Entry) -> ExportRead:
    """Return what *account* makes of each entry.

    Raises:
        RefusedError: If there is no entry.

    """
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
    return lambda record, _password: read_entries(form, record.records(list_), account)


def _steam(accounts: Record, _password: str | None) -> ExportRead:
    return read_entries(Form.STEAM, accounts.record("accounts").values(), entries.steam)


def _one_of_steam(account: Record, _password: str | None) -> ExportRead:
    return read_entries(Form.STEAM, [account], entries.steam)


def _sealed_proton(export: Record, password: str | None) -> ExportRead:
    opened = open_sealed(Form.PROTON, open_proton, export, password)
    entries_ = Record(json_of(opened.decode("utf-8", "replace"))).records("entries")
    return read_entries(Form.PROTON, entries_, entries.proton)


def _ente(export: Record, password: str | None) -> ExportRead:
    """Return what an Ente Auth export holds: the addresses that it also writes open."""
    opened = open_sealed(Form.ENTE, open_ente, export, password)
    addresses = opened.decode("utf-8", "replace").splitlines()
    return replace(read_addresses(addresses), form=Form.ENTE)


# The fields that only one program writes; the first that are all there decide.
_BY_FIELD: tuple[tuple[tuple[str, ...], Reader], ...] = (
    (("header", "db"), _aegis),
    (("services",), _two_fas),
    (("Authenticators",), _plain(Form.STRATUM, "Authenticators", entries.stratum)),
    (("tokens",), _plain(Form.FREE_OTP, "tokens", entries.free_otp)),
    (("accounts",), _steam),
    (("shared_secret",), _one_of_steam),
    (("encryptedData",), _ente),
    (("salt", "content"), _sealed_proton),
    (("encrypted",), _bitwarden),
    (("items",), _bitwarden),
    (("entries",), _plain(Form.PROTON, "entries", entries.proton)),
)


def json_of(text: str) -> object | None:
    """Return the document that *text* is, None where it is none."""
    if not text.startswith(("{", "[")):
        return None
    try:
        document: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return document
