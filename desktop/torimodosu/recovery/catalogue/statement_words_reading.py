"""Reading the words of statements out of a data pack."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import TypeVar

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.shape import CURRENCY
from torimodosu.recovery.catalogue.source_reading import read_source
from torimodosu.recovery.catalogue.statement_words import (
    Meaning,
    StatementWords,
    Term,
)

# As English shortens them; the order is that of the year.
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)

_K = TypeVar("_K", bound=Enum)


def read_words(fields: Fields, checked: date) -> StatementWords:
    """Return the words of the table *fields*; *checked* is the date of its pack."""
    return StatementWords(
        source=read_source(fields, checked),
        columns=fields.one("columns", _read_columns) or {},
        terms=fields.one("terms", _read_terms) or {},
        months=fields.one("months", _read_months) or {},
        currencies=fields.one("currencies", _read_currencies) or {},
    )


def _read_columns(fields: Fields) -> Mapping[Meaning, tuple[str, ...]]:
    return _by_member(fields, Meaning)


def _read_terms(fields: Fields) -> Mapping[Term, tuple[str, ...]]:
    return _by_member(fields, Term)


def _by_member(fields: Fields, kind: type[_K]) -> Mapping[_K, tuple[str, ...]]:
    named = {member: fields.texts(member.value) for member in kind}
    return {member: texts for member, texts in named.items() if texts}


def _read_months(fields: Fields) -> Mapping[str, int]:
    return {
        name: number
        for number, month in enumerate(_MONTHS, 1)
        for name in fields.texts(month)
    }


def _read_currencies(fields: Fields) -> Mapping[str, str]:
    codes = fields.texts("codes", CURRENCY)
    signs = {sign: code for code in codes for sign in fields.texts(f"signs_of_{code}")}
    return {**{code: code for code in codes}, **signs}
