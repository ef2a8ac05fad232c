"""The data packs on disk."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from torimodosu.plain import NotPlainError, from_plain, to_plain
from torimodosu.recovery.catalogue.fault import CatalogueError, Fault
from torimodosu.recovery.catalogue.statement_facts import StatementFacts

if TYPE_CHECKING:  # who reads statements needs no more than the facts about them
    from torimodosu.recovery.catalogue.catalogue import Catalogue

_T = TypeVar("_T")

COMPILED = "compiled.json"
"""The name of the file that holds what the packs in its folder tell, read already."""


def load_catalogue(folder: Path) -> "Catalogue":
    """Return what the data packs in and below *folder*, its files "*.toml", tell.

    Reading TOML and checking every field takes a hundred times as long as reading what
    `compile_catalogue` has kept, which counts for as long as no pack changes.

    Raises:
        CatalogueError: If a file cannot be read, is no TOML, or tells wrong things.

    """
    from torimodosu.recovery.catalogue.catalogue import Catalogue  # noqa: PLC0415

    packs = _packs(folder)
    return _compiled(folder, packs, "catalogue", Catalogue) or _read(packs)


def load_statement_facts(folder: Path) -> StatementFacts:
    """Return what the data packs in and below *folder* tell of statements.

    That takes a fraction of the time that all they tell takes.

    Raises:
        CatalogueError: If a file cannot be read, is no TOML, or tells wrong things.

    """
    packs = _packs(folder)
    facts = _compiled(folder, packs, "statement_facts", StatementFacts)
    return facts or _read(packs).statement_facts


def compile_catalogue(folder: Path) -> None:
    """Keep what the data packs in and below *folder* tell beside them.

    Raises:
        CatalogueError: If a file cannot be read, is no TOML, or tells wrong things.

    """
    packs = _packs(folder)
    catalogue = _read(packs)
    document = {
        "stamp": _stamp(packs),
        "catalogue": to_plain(catalogue),
        "statement_facts": to_plain(catalogue.statement_facts),
    }
    unfinished = folder / f"{COMPILED}.part"
    unfinished.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    unfinished.replace(folder / COMPILED)


def _packs(folder: Path) -> Mapping[str, bytes]:
    packs: dict[str, bytes] = {}
    faults: list[Fault] = []
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            packs[name] = path.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            faults.append(_unreadable(name, reason, "a file that can be read"))
    if faults:
        raise CatalogueError(faults)
    return packs


def _stamp(packs: Mapping[str, bytes]) -> int:
    """Return a number that changes with the packs, by mistake or by intent of ours."""
    stamp = 0
    for name, pack in packs.items():
        stamp = zlib.crc32(pack, zlib.crc32(name.encode(), stamp))
    return stamp


def _compiled(
    folder: Path, packs: Mapping[str, bytes], part: str, kind: type[_T]
) -> _T | None:
    """Return a *part* of what is kept in *folder*; None if it is of other packs."""
    try:
        document = json.loads((folder / COMPILED).read_bytes())
        if document["stamp"] != _stamp(packs):
            return None
        return from_plain(kind, document[part])
    except (OSError, ValueError, LookupError, TypeError, NotPlainError):
        return None


def _read(packs: Mapping[str, bytes]) -> "Catalogue":
    # Late: a program as it is shipped needs neither.
    import tomllib  # noqa: PLC0415

    from torimodosu.recovery.catalogue.reading import read_catalogue  # noqa: PLC0415

    documents: dict[str, dict[str, object]] = {}
    faults: list[Fault] = []
    for name, pack in packs.items():
        try:
            documents[name] = tomllib.loads(pack.decode())
        except (ValueError, RecursionError) as error:
            faults.append(_unreadable(name, str(error), "TOML 1.0 in UTF-8"))
    if faults:
        raise CatalogueError(faults)
    return read_catalogue(documents)


def _unreadable(name: str, found: str, expected: str) -> Fault:
    return Fault(file=name, field="", found=found, expected=expected)
