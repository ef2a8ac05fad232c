"""What the person wants kept and the keychain has not taken yet, without the secret."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum


class PendingKind(Enum):
    """What waits for the keychain; a backup is made of what lies in it."""

    ACCOUNT = "account"
    RECOVERY_CODES = "recovery_codes"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """One thing that waits.

    Attributes:
        id: Random; tells it from others that look alike.
        kind: What it is.
        name: Whose it is, such as "Amazon", or ""; of a backup, the name of its file.

    """

    id: str
    kind: PendingKind
    name: str


def pending_text(pending: Iterable[Pending]) -> str:
    """Return *pending* as a text, which `pending_in` reads."""
    plain = [
        {"id": one.id, "kind": one.kind.value, "name": one.name} for one in pending
    ]
    return json.dumps(plain, ensure_ascii=False) if plain else ""


def pending_in(text: object) -> tuple[Pending, ...]:
    """Return what stands in *text*; what was written by another program is left out."""
    try:
        plain = json.loads(text) if isinstance(text, str) and text else []
    except ValueError:
        return ()
    found = map(_read, plain if isinstance(plain, list) else [])
    return tuple(one for one in found if one is not None)


def _read(plain: object) -> Pending | None:
    match plain:
        case {"id": str(id_), "kind": str(kind), "name": str(name)} if kind in _KINDS:
            return Pending(id=id_, kind=_KINDS[kind], name=name)
        case _:
            return None


_KINDS: Mapping[str, PendingKind] = {kind.value: kind for kind in PendingKind}
