"""Fields that hold no value of their own, but refer to one of another entry.

KeePassXC writes them for a clone that shares a password:
https://keepass.info/help/base/fieldrefs.html
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from torimodosu.recovery.keepass.entry import Entry

_REFERENCE = re.compile(r"\{REF:([TUPAN])@I:([0-9A-F]{32})\}", re.IGNORECASE)
_FIELDS = {"T": "Title", "U": "UserName", "P": "Password", "A": "URL", "N": "Notes"}
_MOST_STEPS = 8  # from one reference to another; more only where they go in a circle


def resolved(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return *entries* with the values that their fields refer to.

    A field that refers to what is not there keeps what it says.
    """
    by_id = {entry.id: entry for entry in entries if entry.id}
    return tuple(
        replace(entry, fields={n: _value(v, by_id) for n, v in entry.fields.items()})
        if any(_REFERENCE.fullmatch(value) for value in entry.fields.values())
        else entry
        for entry in entries
    )


def _value(text: str, by_id: Mapping[str, Entry]) -> str:
    value = text
    for _ in range(_MOST_STEPS):
        match = _REFERENCE.fullmatch(value)
        if match is None:
            return value
        field, id_ = _FIELDS[match[1].upper()], match[2].lower()
        entry = by_id.get(id_)
        if entry is None or field not in entry.fields:
            return text
        value = entry.fields[field]
    return text
