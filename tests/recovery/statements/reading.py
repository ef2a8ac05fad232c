"""Reading made-up statements with the layouts that the program is shipped with."""

from datetime import date
from functools import cache

from torimodosu.adapters.packs import load_catalogue
from torimodosu.recovery.catalogue.catalogue import Catalogue
from torimodosu.recovery.statements.reading import StatementReader
from torimodosu.recovery.statements.statement import Refused, StatementRead
from torimodosu.resources import resource

TODAY = date(2026, 11, 22)


@cache
def catalogue() -> Catalogue:
    """Return what the program is shipped with."""
    return load_catalogue(resource("catalogue"))


@cache
def reader() -> StatementReader:
    """Return what reads with everything that the program is shipped with."""
    return StatementReader(facts=catalogue().statement_facts)


def outcome(
    raw: bytes, *, name: str = "meisai.csv", issuer: str = ""
) -> StatementRead | Refused:
    """Return what comes of a file."""
    return reader().read(raw, name=name, today=TODAY, issuer=issuer)


def read(raw: bytes, *, name: str = "meisai.csv", issuer: str = "") -> StatementRead:
    """Return what a file says that can be read."""
    result = outcome(raw, name=name, issuer=issuer)
    assert isinstance(result, StatementRead)
    return result


def lines(*rows: str, encoding: str = "cp932") -> bytes:
    """Return the bytes of a file of *rows*."""
    return "".join(f"{row}\r\n" for row in rows).encode(encoding)
