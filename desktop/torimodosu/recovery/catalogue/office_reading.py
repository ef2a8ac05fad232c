"""Reading a public office out of a data pack."""

from datetime import date

from torimodosu.recovery.catalogue.fields import Fields
from torimodosu.recovery.catalogue.office import Office
from torimodosu.recovery.catalogue.shape import CONTACT
from torimodosu.recovery.catalogue.source_reading import read_names, read_source


def read_office(fields: Fields, checked: date) -> Office:
    """Return the one in *fields*; *checked* is the date of its pack."""
    return Office(
        name=read_names(fields, "name"),
        target=fields.text("target", CONTACT),
        source=read_source(fields, checked),
    )
