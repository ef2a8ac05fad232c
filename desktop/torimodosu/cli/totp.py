"""`torimodosu totp`: read the accounts of authenticators, and make their codes."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from torimodosu.cli.output import Output, Row
from torimodosu.cli.standard_input import line_of_input
from torimodosu.cli.status import Status
from torimodosu.cli.tools import Tools
from torimodosu.cli.totp_troubles import FILES, PROBLEMS, told
from torimodosu.cli.unusable import UnusableError, present
from torimodosu.recovery.file_trouble import FileTrouble
from torimodosu.recovery.twostep.account import (
    NotAnAccountError,
    OtpAccount,
    OtpType,
    Problem,
)
from torimodosu.recovery.twostep.base32 import key_of
from torimodosu.recovery.twostep.codes import code_at
from torimodosu.recovery.twostep.exports.outcome import ExportRead, Form, RefusedError
from torimodosu.recovery.twostep.exports.reading import (
    read_export,
    read_qr_texts,
    without_code,
)
from torimodosu.recovery.twostep.otpauth import read_uri
from torimodosu.recovery.twostep.typed import NotTypedError, read_typed

_COLUMNS = ("issuer", "account", "type", "algorithm", "digits", "period", "counter")


def totp_read(options: Namespace, tools: Tools, output: Output) -> int:
    """List the accounts in exports and pictures; 1 where something was not read.

    The keys are told only where they are asked for.

    Raises:
        UnusableError: If not one of the files could be read.

    """
    present(options.sources)
    password = line_of_input("a password") if options.password_stdin else None
    columns = (*_COLUMNS, "secret") if options.show_secrets else _COLUMNS
    covered: list[str] = []
    missed: list[Mapping[str, object]] = []
    unusable: list[Row] = []
    accounts = 0
    for path in options.sources:
        read = _read(path, password, tools)
        if not isinstance(read, ExportRead):
            missed.append(read)
            continue
        covered.append(str(path))
        accounts += len(read.accounts)
        for account in read.accounts:
            output.row(_row(account, str(path), read, secret=options.show_secrets))
        unusable += _unusable(str(path), read)
    summary = {
        "accounts": accounts,
        "unusable": unusable,
        "covered": covered,
        "not_covered": missed,
    }
    output.summary(summary, columns=columns)
    if not covered:
        message = f"{missed[0]['what']}: {missed[0]['advice']}"
        raise UnusableError(message)
    return Status.ATTENTION if missed or unusable else Status.DONE


def totp_code(options: Namespace, tools: Tools, output: Output) -> int:
    """Tell the code of the address, or of the bare key, on standard input.

    Raises:
        UnusableError: If it is neither, or its time lies before 1970.

    """
    line = line_of_input("an address that begins with otpauth:")
    account = _account_of(line)
    try:
        code = code_at(account, options.at or tools.clock.now())
    except ValueError:
        message = "codes are counted from 1970 on; name a later time with --at"
        raise UnusableError(message) from None
    row = {"code": code.code, "valid_for": code.valid_for, "next": code.following}
    output.row(row)
    output.table(tuple(row))
    return Status.DONE


def _account_of(line: str) -> OtpAccount:
    """Return the account of an address, or of a bare key as most shops mean it.

    Raises:
        UnusableError: If *line* is neither.

    """
    try:
        return read_uri(line)
    except NotAnAccountError as error:
        if error.problem is not Problem.NOT_OTPAUTH:
            raise UnusableError(PROBLEMS[error.problem]) from None
    with suppress(NotTypedError, RefusedError):
        read = read_typed(line)
        if read.form is Form.TYPED_KEY:
            return read.accounts[0]
    raise UnusableError(PROBLEMS[Problem.NOT_OTPAUTH])


def _read(
    path: Path, password: str | None, tools: Tools
) -> ExportRead | Mapping[str, object]:
    """Return what is in *path*, or the entry of the summary that says why not."""
    raw = tools.file_content(path)
    if isinstance(raw, FileTrouble):
        return {"what": str(path), "why": raw.value, "advice": FILES[raw]}
    try:
        texts = tools.qr_codes(raw)
        if texts is not None:
            return _in_codes(texts, raw)
        return read_export(raw, password=password)
    except RefusedError as error:
        return {"what": str(path), "why": error.reason.value, "advice": told(error)}


def _in_codes(texts: Sequence[str], raw: bytes) -> ExportRead:
    if not texts:
        raise RefusedError(without_code(raw))
    return read_qr_texts(texts)


def _row(account: OtpAccount, file: str, read: ExportRead, *, secret: bool) -> Row:
    is_counted = account.type is OtpType.HOTP
    shown = {"secret": key_of(account.secret)} if secret else {}
    return {
        "file": file,
        "form": read.form.value,
        "issuer": account.issuer or None,
        "account": account.name or None,
        "type": account.type.value,
        "algorithm": account.algorithm.value,
        "digits": account.digits,
        "period": None if is_counted else account.period,
        "counter": account.counter if is_counted else None,
        **shown,
    }


def _unusable(file: str, read: ExportRead) -> Sequence[Row]:
    entries = [
        {
            "file": file,
            "entry": one.entry,
            "why": one.problem.value,
            "advice": PROBLEMS[one.problem],
        }
        for one in read.unusable
    ]
    missing = [
        {
            "file": file,
            "entry": part,
            "why": "missing_part",
            "advice": f"QR code {part} of this move is not among them",
        }
        for part in read.missing_parts
    ]
    return [*entries, *missing]
