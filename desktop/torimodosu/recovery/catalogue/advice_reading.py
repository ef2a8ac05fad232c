"""Reading advice on passwords out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.advice import PasswordAdvice
from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.source_reading import read_names, read_source

_LONGEST = 100


def read_advice(fields: Fields, checked: date) -> PasswordAdvice:
    """Return the advice of one body; its pack was checked *checked*."""
    return PasswordAdvice(
        body=read_names(fields, "body"),
        shortest_alone=fields.number_or_none("shortest_alone", least=1, most=_LONGEST),
        shortest_with_second_factor=fields.number_or_none(
            "shortest_with_second_factor", least=1, most=_LONGEST
        ),
        periodic_change=fields.flag("periodic_change"),
        source=read_source(fields, checked),
    )
