"""Codes in the spreadsheets (CSV) that password managers export.

Each names its columns in its own way; that of the codes is known by its name, or by
holding addresses of accounts.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from torimodosu.recovery.keepass.entry import Entry
from torimodosu.recovery.twostep.account import OtpAccount
from torimodosu.recovery.twostep.exports.documents import read_entries
from torimodosu.recovery.twostep.exports.entries import login_code
from torimodosu.recovery.twostep.exports.keepass import accounts_of
from torimodosu.recovery.twostep.exports.outcome import ExportRead, Form
from torimodosu.recovery.twostep.exports.record import Record
from torimodosu.recovery.twostep.otpauth import SCHEME

_BITWARDEN = "login_totp"
# KeePassXC and LastPass, 1Password, Dashlane, Proton Pass.
_CODES = (
    *(_BITWARDEN, "totp", "otpauth", "otpurl", "otpsecret", "otp", "totp secret"),
    *("totp uri", "totpsecret", "otp secret"),
)
_TITLES = ("name", "title", "display_name", "issuer")
_NAMES = ("login_username", "username", "user name", "login", "account", "email")
_OF_KEEPASS = ("timeotp-secret", "hmacotp-secret")

_DELIMITERS = (",", ";", "\t", "|")
_DIRECTIVE = re.compile(r'"?sep=.\r?\n')  # of Excel
_ROWS_TO_LOOK_AT = 1000
_FEWEST_COLUMNS = 2

Row = Mapping[str, str]


def read_spreadsheet(text: str) -> ExportRead | None:
    """Return the accounts in a spreadsheet, None where *text* is none with codes.

    Raises:
        RefusedError: If it is one, and holds no account.

    """
    table = _DIRECTIVE.sub("", text, count=1) if _DIRECTIVE.match(text) else text
    for delimiter in _DELIMITERS:
        rows = _rows(table, delimiter)
        columns = list(rows[0]) if rows else []
        # A list of addresses is no table, not even where one has a comma.
        is_list = bool(columns) and columns[0].lower().startswith(f"{SCHEME}:")
        if len(columns) >= _FEWEST_COLUMNS and not is_list:
            read = _read(rows, columns)
            if read is not None:
                return read
    return None


def _read(rows: Sequence[Row], columns: Sequence[str]) -> ExportRead | None:
    if any(name.lower().startswith(_OF_KEEPASS) for name in columns):
        return accounts_of(map(_entry, rows), Form.SPREADSHEET)
    named = [name for name in columns if name.lower() in _CODES]
    column = next(iter([*named, *_columns_of_addresses(rows)]), None)
    if column is None:
        return None
    records = [Record(row) for row in rows if row.get(column, "").strip()]
    form = Form.BITWARDEN_CSV if column == _BITWARDEN else Form.SPREADSHEET

    def account(record: Record) -> OtpAccount:
        return login_code(
            record.text(column),
            issuer=record.text(*_known(columns, _TITLES)),
            name=record.text(*_known(columns, _NAMES)),
        )

    return read_entries(form, records, account)


def _rows(text: str, delimiter: str) -> Sequence[Row]:
    """Return the rows by the names of their columns; none where it is no table."""
    lines = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    try:
        columns = [_folded(name) for name in next(lines, [])]
        return [dict(zip(columns, line, strict=False)) for line in lines if line]
    except csv.Error:
        return []


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()


def _columns_of_addresses(rows: Sequence[Row]) -> Iterable[str]:
    for row in rows[:_ROWS_TO_LOOK_AT]:
        for name, cell in row.items():
            if cell.lower().startswith(f"{SCHEME}:"):
                yield name


def _entry(row: Row) -> Entry:
    """Return what KeePass would hold; its names for title and name are others."""
    title, name = (_known(row, names) for names in (_TITLES, _NAMES))
    fields = {**row, "Title": row[title[0]] if title else ""}
    return Entry(fields={**fields, "UserName": row[name[0]] if name else ""})


def _known(columns: Iterable[str], names: Sequence[str]) -> Sequence[str]:
    """Return those of *columns* that are called one of *names*, in that order."""
    by_name = {column.lower(): column for column in columns}
    return [by_name[name] for name in names if name in by_name]
