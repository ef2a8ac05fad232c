"""Reading the layouts of statements out of a data pack."""

from datetime import date
from enum import Enum
from typing import TypeVar

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.shape import CURRENCY, IDENTIFIER, PATTERN
from torimodosu.recovery.catalogue.source_reading import read_source
from torimodosu.recovery.catalogue.statement_layout import (
    Account,
    Column,
    DateForm,
    Head,
    RowMeaning,
    RowRule,
    StatementLayout,
)

_MOST_CELLS = 60

_K = TypeVar("_K", bound=Enum)


def read_layout(name: str, fields: Fields, checked: date) -> StatementLayout:
    """Return the layout whose id is *name*; *checked* is the date of its pack."""
    header = fields.texts("header")
    width = fields.one("width", _read_width)
    if bool(header) == bool(width):
        fields.refuse("header", "a header, or a width where there is none")
    (undated, *_) = (*fields.choices("undated", RowMeaning), None)
    return StatementLayout(
        id=name,
        issuer=fields.text_or_empty("issuer", IDENTIFIER),
        account=fields.choice("account", Account),
        currency=fields.text("currency", CURRENCY),
        source=read_source(fields, checked),
        dates=fields.choice("dates", DateForm),
        turns_sign=bool(fields.flag("turns_sign")),
        header=header,
        columns=fields.one("columns", _read_columns) or {},
        width=width,
        shape=fields.each("shape", _read_cell),
        places=fields.one("places", _read_places) or {},
        heads=fields.one("heads", _read_heads) or {},
        rows=tuple(
            rule for group in fields.each("rows", _read_rules) for rule in group
        ),
        undated=undated,
        has_total_row=bool(fields.flag("has_total_row")),
        card_in_name=fields.text_or_empty("card_in_name", PATTERN),
        is_open=bool(fields.flag("is_open")),
        open_words=fields.texts("open_words"),
    )


def _read_width(fields: Fields) -> tuple[int, int]:
    least = fields.number("least", least=1, most=_MOST_CELLS)
    return least, fields.number("most", least=least, most=_MOST_CELLS)


def _read_cell(fields: Fields) -> tuple[int, str]:
    place = fields.number("cell", least=0, most=_MOST_CELLS)
    return place, fields.text("pattern", PATTERN)


def _read_columns(fields: Fields) -> dict[Column, tuple[str, ...]]:
    return _named_texts(fields, Column)


def _read_heads(fields: Fields) -> dict[Head, tuple[str, ...]]:
    return _named_texts(fields, Head)


def _named_texts(fields: Fields, kind: type[_K]) -> dict[_K, tuple[str, ...]]:
    named = {member: fields.texts(member.value) for member in kind}
    return {member: texts for member, texts in named.items() if texts}


def _read_places(fields: Fields) -> dict[Column, int]:
    places = {
        column: fields.number_or_none(column.value, least=0, most=_MOST_CELLS)
        for column in Column
    }
    return {column: place for column, place in places.items() if place is not None}


def _read_rules(fields: Fields) -> tuple[RowRule, ...]:
    means = fields.choice("means", RowMeaning)
    patterns = fields.texts("patterns", PATTERN)
    return tuple(RowRule(pattern=pattern, means=means) for pattern in patterns)
