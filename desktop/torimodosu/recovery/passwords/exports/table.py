"""Exports that are tables in CSV."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from torimodosu.recovery.passwords.exports.columns import (
    Columns,
    are_pairs,
    read_columns,
)
from torimodosu.recovery.passwords.exports.draft import Draft
from torimodosu.recovery.passwords.exports.moments import read_moment
from torimodosu.recovery.passwords.exports.outcome import (
    ExportError,
    ExportRead,
    ExportTrouble,
    Form,
)
from torimodosu.recovery.passwords.exports.rows import rows_of

_DELIMITERS = (",", ";", "\t", "|")
_DIRECTIVE = re.compile(r'"?sep=(.)"?\r?\n')  # of Excel
# A table has its names in one of its first rows.
_MOST_ROWS_BEFORE = 5

# What NordPass, Bitwarden, Proton and others call what is no login.
_OTHER_TYPES = {
    *("note", "securenote", "secure note", "card", "creditcard", "credit card"),
    *("credit_card", "identity", "alias", "folder", "document", "sshkey", "ssh key"),
    *("personal_info", "passkey", "wifi", "bankaccount"),
}
_NOTE_OF_LASTPASS = "http://sn"
_ESCAPED = re.compile(r"\\.", re.DOTALL)

Row = tuple[int, Sequence[str] | None]


def read_table(text: str) -> ExportRead:
    """Return the logins in a table.

    Raises:
        ExportError: If it has no columns of logins, or none of its rows can be read.

    """
    directive = _DIRECTIVE.match(text)
    table = text[directive.end() :] if directive else text
    for delimiter in (directive[1],) if directive else _DELIMITERS:
        rows = enumerate(rows_of(table, delimiter), 1)
        columns = _columns(rows)
        if columns is not None:
            if columns.form is Form.KEEPASS and _is_escaped(table):
                rows = enumerate(rows_of(table, delimiter, escape="\\"), 1)
                columns = _columns(rows) or columns
            return _read(rows, columns)
    raise ExportError(ExportTrouble.NOT_AN_EXPORT)


def _columns(rows: Iterator[Row]) -> Columns | None:
    """Return the columns by the first row that names them, which is taken."""
    for _, cells in islice(rows, _MOST_ROWS_BEFORE):
        if cells and not are_pairs(cells):
            columns = read_columns(cells)
            if columns is not None:
                return columns
    return None


def _read(rows: Iterator[Row], columns: Columns) -> ExportRead:
    draft = Draft(columns.form)
    for row, cells in rows:
        if cells is None or any(cells[columns.count :]):
            draft.damaged.append(row)
        elif any(cells):
            take_row(draft, row, cells, columns)
    return draft.finished()


def take_row(draft: Draft, row: int, cells: Sequence[str], columns: Columns) -> None:
    """Take *cells* into *draft*, whose *columns* tell what each one holds."""

    def cell(place: int | None) -> str:
        return cells[place] if place is not None and place < len(cells) else ""

    site = cell(columns.site).strip()
    if cell(columns.type).strip().lower() in _OTHER_TYPES or site == _NOTE_OF_LASTPASS:
        draft.others.append(row)
        return
    draft.add(
        row,
        site=site or cell(columns.title).strip(),
        username=cell(columns.username).strip() or cell(columns.email).strip(),
        password=cell(columns.password),
        modified=read_moment(cell(columns.modified)),
    )


def _is_escaped(text: str) -> bool:
    r"""Tell whether quotes in cells are written as \" there, and \ as \\.

    So KeePass itself does; whoever imitates its form doubles them.
    """
    pairs = _ESCAPED.findall(text)
    return bool(pairs) and all(pair in {r"\"", r"\\"} for pair in pairs)
