"""Reading the layouts of usage-notice mails out of a data pack."""

from datetime import date
from enum import Enum
from typing import TypeVar
from unicodedata import is_normalized

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.notice_layout import (
    Action,
    NoticeField,
    NoticeLayout,
)
from torimodosu.recovery.catalogue.shape import CURRENCY, PATTERN, TEXT, Shape
from torimodosu.recovery.catalogue.source_reading import read_source

_WORDS = Shape(
    name="a text in NFKC",
    fits=lambda text: TEXT.fits(text) and is_normalized("NFKC", text),
)
_IN_SEQUENCE = {NoticeField.USED_AT, NoticeField.MERCHANT, NoticeField.AMOUNT}

_K = TypeVar("_K", bound=Enum)


def read_notice_layouts(fields: Fields, checked: date) -> tuple[NoticeLayout, ...]:
    """Return the layouts of an issuer, in their order."""
    return fields.each("notice_layouts", lambda table: _read_layout(table, checked))


def _read_layout(fields: Fields, checked: date) -> NoticeLayout:
    layout = NoticeLayout(
        labels=fields.one("labels", _read_labels) or {},
        sequence=fields.choices("sequence", NoticeField),
        after=fields.texts("after", _WORDS),
        actions=fields.one("actions", _read_actions) or {},
        refused=fields.texts("refused", _WORDS),
        preliminary=fields.texts("preliminary", PATTERN),
        no_shops=fields.texts("no_shops", _WORDS),
        currency=fields.text("currency", CURRENCY),
        source=read_source(fields, checked),
    )
    if layout.sequence and set(layout.sequence) != _IN_SEQUENCE:
        fields.refuse("sequence", "used_at, merchant and amount in their order")
    if not layout.sequence and NoticeField.AMOUNT not in layout.labels:
        fields.refuse("labels", "a label of the amount, or a sequence")
    return layout


def _read_labels(fields: Fields) -> dict[NoticeField, tuple[str, ...]]:
    return _named_words(fields, NoticeField)


def _read_actions(fields: Fields) -> dict[Action, tuple[str, ...]]:
    return _named_words(fields, Action)


def _named_words(fields: Fields, kind: type[_K]) -> dict[_K, tuple[str, ...]]:
    named = {member: fields.texts(member.value, _WORDS) for member in kind}
    return {member: words for member, words in named.items() if words}
