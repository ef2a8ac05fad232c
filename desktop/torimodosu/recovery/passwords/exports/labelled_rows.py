"""Tables in which each row says itself what its cells hold.

Enpass writes a title and then pairs of a name and a value; Zoho Vault writes the fields
of an entry as lines of one cell.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from torimodosu.recovery.passwords.exports.columns import are_pairs, read_columns
from torimodosu.recovery.passwords.exports.draft import Draft
from torimodosu.recovery.passwords.exports.outcome import ExportError, ExportRead, Form
from torimodosu.recovery.passwords.exports.rows import rows_of
from torimodosu.recovery.passwords.exports.table import take_row

_LOOKED_AT = 200  # rows, in which a table of logins has one
_LABELLED = re.compile(r"(?P<label>[^:\n]{1,40}):(?P<value>[^\n]*)")


def read_labelled_rows(text: str) -> ExportRead | None:
    """Return the logins in a table parted by commas, None where no row tells one."""
    if not any(_has_login(named) for _, named in islice(_rows(text), _LOOKED_AT)):
        return None
    draft = Draft(Form.OTHER)
    for row, named in _rows(text):
        columns = None if named is None else read_columns(list(named))
        if named is None:
            draft.damaged.append(row)
        elif columns is not None:
            take_row(draft, row, list(named.values()), columns)
        elif any(named.values()):
            draft.others.append(row)
    try:
        return draft.finished()
    except ExportError:
        return None


def _has_login(named: Mapping[str, str] | None) -> bool:
    return named is not None and read_columns(list(named)) is not None


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str] | None]]:
    """Yield what each row tells by its names, None for one that cannot be read."""
    header: Sequence[str] = ()
    for row, cells in enumerate(rows_of(text, ","), 1):
        if row == 1 and cells is not None and not are_pairs(cells):
            header = cells
        else:
            told = None if cells is None else [*_named(header, cells)]
            yield row, None if told is None else dict(reversed(told))


def _named(header: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each name that a row gives with its value, the first of a name counts."""
    if are_pairs(cells):
        yield "title", cells[0]
        for name, value in zip(cells[1::2], cells[2::2], strict=False):
            if value:
                yield name, value
        return
    yield from zip(header or map(str, range(len(cells))), cells, strict=False)
    for cell in cells:
        for found in _LABELLED.finditer(cell) if "\n" in cell else ():
            yield found["label"], found["value"].rstrip("\r")
