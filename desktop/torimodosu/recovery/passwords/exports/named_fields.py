"""Documents of other programs, whose entries are known by the names of their fields.

As rows of a table are by those of its columns: an object with a password that tells
where or by whom it is used is a login, wherever in the document it stands.
"""

from collections.abc import Iterator, Mapping, Sequence

from torimodosu.recovery.passwords.exports.columns import Columns, read_columns
from torimodosu.recovery.passwords.exports.draft import Draft
from torimodosu.recovery.passwords.exports.outcome import ExportError, ExportRead, Form
from torimodosu.recovery.passwords.exports.table import take_row

Named = dict[str, str]

# Where an entry lists its fields, one of these names each.
_ID = "id"
_NAMES_OF_A_FIELD = ("designation", "type", "label", "name", _ID)
_VALUE = "value"


def read_named_fields(document: object) -> ExportRead | None:
    """Return the logins in a *document* of lists and objects, None where none is."""
    draft = Draft(Form.OTHER)
    for row, (cells, columns) in enumerate(_logins(document), 1):
        take_row(draft, row, cells, columns)
    try:
        return draft.finished()
    except ExportError:
        return None


def _logins(document: object) -> Iterator[tuple[Sequence[str], Columns]]:
    """Yield what each login holds, and where in that; nothing is looked for inside."""
    waiting = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            named = _with_its_part(value)
            columns = read_columns(list(named))
            if columns is None:
                waiting += reversed(value.values())
            else:
                yield list(named.values()), columns


def _with_its_part(entry: Mapping[str, object]) -> Named:
    """Return the fields of *entry*, and of the one part of it that has a password."""
    parts = [_fields(part) for part in entry.values() if isinstance(part, dict)]
    secret = [part for part in parts if read_columns([*part, "name"]) is not None]
    return {**secret[0], **_fields(entry)} if len(secret) == 1 else _fields(entry)


def _fields(entry: Mapping[str, object]) -> Named:
    """Return the texts in *entry* by their names, also of fields that it lists."""
    named: Named = {}
    for value in entry.values():
        for field in value if isinstance(value, list) else ():
            if isinstance(field, dict) and (text := _text(field.get(_VALUE))):
                for name in _NAMES_OF_A_FIELD:
                    named.setdefault(_text(field.get(name)), text)
    for name, value in entry.items():
        # Its own id is nobody's name, and what is blank may stand in the list.
        is_own = not isinstance(value, list | dict) and name != _ID
        if is_own and (_text(value) or name not in named):
            named[name] = _text(value)
    return named


def _text(value: object) -> str:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if isinstance(value, str) else str(value) if is_number else ""
